// Mail to be read one after the other: every conversation of the list lies open, clipped, and unfolds where it is.
import * as lists from './list.js';
import { perform } from './actions.js';
import { attendFrame } from './frames.js';
import { prefetch } from './reader.js';
import { say } from './words.js';

const { list } = lists;
// what is above and below the message in a row, and how much of a message is shown before somebody wants more
const HEAD = 72;
const FOOT = 48;
const CLIP = 300;
const NEAR = 900;
const QUIET = 90;
const FOCUS = 'waxwing-focus';
const open = new Set();
const sizes = new WeakMap();
const watching = new ResizeObserver(entries => entries.forEach(it => fit(it.target.closest('.row'))));
let waiting = 0;

/** Makes such lists work. */
export function attend() {
  list.addEventListener('shown', focus);
  list.addEventListener('drawn', () => {
    clearTimeout(waiting);
    if (isShown()) waiting = setTimeout(fillAround, QUIET);
  });
  list.addEventListener('click', event => {
    if (event.target.closest('[data-act=read-on]')) toggle(event.target.closest('.row'));
    if (event.target.closest('[data-act=focus]')) {
      sessionStorage.setItem(FOCUS, String(!isShown()));
      focus();
    }
  });
  focus();
}

/** Whether the list that is shown is one to be read like that. */
export const isShown = () => lists.body().dataset.look === 'stream';

/** Unfolds a row, or clips it again. */
export function toggle(row) {
  const { id } = row.dataset;
  if (open.has(id)) open.delete(id);
  else open.add(id);
  fit(row);
  if (!open.has(id)) lists.reveal(row);
  else if (row.classList.contains('unread')) perform('read', [id], { quiet: true });
}

/** The pile of what waits for an answer can be gone through like that, too, by those who want it. */
function focus() {
  const button = list.querySelector('[data-act=focus]');
  if (!button) return;
  const on = sessionStorage.getItem(FOCUS) === 'true';
  button.setAttribute('aria-pressed', String(on));
  if (isShown() !== on) lists.look(on ? 'stream' : 'rows');
}

function fillAround() {
  if (!isShown()) return;
  const sight = list.getBoundingClientRect();
  for (const row of list.querySelectorAll('.part .row')) {
    const box = row.getBoundingClientRect();
    if (box.bottom > sight.top - NEAR && box.top < sight.bottom + NEAR) fill(row);
  }
}

/** Shows what the latest message of a row says. */
async function fill(row) {
  if (row.dataset.filled) return;
  row.dataset.filled = 'true';
  const parts = document.getElementById('stream-parts').content.cloneNode(true);
  for (const button of parts.querySelectorAll('[data-for]')) button.hidden = !button.dataset.for.split(' ').includes(lists.body().dataset.role);
  parts.querySelector('[data-act=open-row]').href = row.querySelector('.row-link').href;
  row.append(parts);
  try {
    const part = await prefetch(row.dataset.thread, lists.flat() ? row.dataset.id : null);
    const message = [...part.querySelectorAll('.msg')].at(-1)?.cloneNode(true);
    if (!message) return;
    message.open = true;
    row.querySelector('.clip').replaceChildren(message);
    watching.observe(message);
    for (const frame of message.querySelectorAll('.sheet iframe')) attendFrame(frame);
  } catch {
    row.querySelector('.clip').replaceChildren(row.querySelector('.preview').cloneNode(true));
    delete row.dataset.filled;
  }
}

/** Makes a row as tall as what is shown of it. */
function fit(row) {
  const message = row?.querySelector('.clip > .msg');
  if (!message || !isShown() || !row.isConnected) return;
  const size = message.offsetHeight || sizes.get(row) || 0;
  if (size === 0) return;
  sizes.set(row, size);
  const whole = open.has(row.dataset.id);
  const long = size > CLIP;
  const body = whole ? size : Math.min(size, CLIP);
  row.style.setProperty('--body', `${body}px`);
  row.classList.toggle('clipped', long && !whole);
  const button = row.querySelector('[data-act=read-on]');
  button.hidden = !long;
  button.setAttribute('aria-expanded', String(whole));
  button.querySelector('span').textContent = say(whole ? 'client.stream.less' : 'client.stream.more');
  lists.grow(row, HEAD + body + FOOT - lists.rowHeight());
}
