// Bringing a list up to date without moving what is under the pointer.
import { fragment } from './server.js';
import { say } from './words.js';
import * as lists from './list.js';

const { list } = lists;
let pending = null;
let over = false;
let pressed = false;

list.addEventListener('pointerenter', event => { over = event.pointerType === 'mouse'; });
list.addEventListener('pointerleave', () => { over = false; settleWhenQuiet(); });
list.addEventListener('scroll', () => { if (list.scrollTop === 0) settleWhenQuiet(); }, { passive: true });
// a row that is replaced while it is pressed never gets its click
list.addEventListener('pointerdown', () => { pressed = true; });
for (const end of ['pointerup', 'pointercancel'])
  addEventListener(end, () => setTimeout(() => { pressed = false; settleWhenQuiet(); }));

/** Reads the first windows again; shows them at once, or behind a pill while the viewer is busy in the list. */
export async function refresh(opened, { atOnce = false } = {}) {
  const asked = lists.query();
  const incoming = (await fragment('list', asked)).querySelector('#list-body');
  if (!incoming || lists.query() !== asked) return;
  pending = { incoming, opened, atOnce };
  document.title = incoming.dataset.title || document.title;
  settleWhenQuiet();
}

function settleWhenQuiet() {
  if (!pending || pressed) return;
  if (pending.atOnce || !isBusy()) settle();
  else showPill();
}

function isBusy() {
  return lists.rows().length > 0 && (over || list.scrollTop > 8);
}

function settle() {
  const { incoming, opened } = pending;
  pending = null;
  list.querySelector('.pill-slot')?.remove();
  if (incoming.dataset.query === lists.query()) merge(incoming);
  lists.mark(opened());
}

function showPill() {
  const known = new Map(lists.rows().map(row => [row.dataset.id, row.dataset.at]));
  const arrived = [...pending.incoming.querySelectorAll('.row')].filter(row => Number(row.dataset.at) > Number(known.get(row.dataset.id) ?? 0)
    && (known.has(row.dataset.id) || isNewest(row, known)));
  if (arrived.length === 0) return;
  const slot = document.createElement('div');
  slot.className = 'pill-slot';
  const pill = document.createElement('button');
  pill.type = 'button';
  pill.className = 'pill';
  pill.textContent = say('client.pill', arrived.length);
  pill.addEventListener('click', () => { list.scrollTop = 0; settle(); });
  slot.append(pill);
  list.querySelector('.pill-slot')?.remove();
  list.querySelector('.list-head').after(slot);
}

function isNewest(row, known) {
  return Number(row.dataset.at) >= Math.max(0, ...[...known.values()].map(Number));
}

function merge(incoming) {
  const focused = document.activeElement?.closest('.row')?.dataset.id;
  const current = lists.body();
  const fresh = new Set([...incoming.querySelectorAll('.row')].map(row => row.dataset.id));
  current.querySelector('.list-head .muted').textContent = incoming.querySelector('.list-head .muted').textContent;
  for (const part of incoming.querySelectorAll('.part')) {
    const mine = current.querySelector(`.part[data-part="${part.dataset.part}"]`);
    if (!mine) return lists.replace(incoming);
    mergePart(mine, part, fresh);
  }
  current.querySelector(':scope > .state')?.remove();
  const state = incoming.querySelector(':scope > .state');
  if (state) current.querySelector('[data-tail]').before(state);
  if (focused && document.activeElement === document.body) lists.rowOf(focused)?.querySelector('.row-link').focus({ preventScroll: true });
  lists.watchTail();
}

function mergePart(mine, theirs, fresh) {
  const arriving = [...theirs.querySelectorAll('.row')];
  const end = arriving.length ? Number(arriving.at(-1).dataset.at) : Infinity;
  const known = new Map([...mine.querySelectorAll('.row')].map(row => [row.dataset.id, row]));
  const below = [...known.values()].filter(row => theirs.dataset.next && !fresh.has(row.dataset.id) && Number(row.dataset.at) < end);
  const wanted = arriving.map(row => {
    const before = known.get(row.dataset.id);
    if (before && sign(before) === sign(row)) return before;
    if (known.size && !before) row.classList.add('fresh');
    return row;
  });
  place(mine.querySelector('ol'), [...wanted, ...below]);
  if (below.length === 0) mine.dataset.next = theirs.dataset.next ?? '';
  mine.classList.toggle('vacant', wanted.length + below.length === 0 && !mine.dataset.next);
  const button = theirs.querySelector('.further');
  if (button && !mine.querySelector('.further')) mine.append(button);
  if (!mine.dataset.next) mine.querySelector('.further')?.remove();
}

/** What of a row the viewer can see: when it is the same, the row stays as it is. */
function sign(row) {
  return `${row.classList.contains('unread')} ${row.querySelector('a').getAttribute('href')} ${row.textContent}`;
}

function place(holder, wanted) {
  const staying = new Set(wanted);
  for (const row of [...holder.children]) if (!staying.has(row)) row.remove();
  wanted.forEach((row, at) => {
    if (holder.children[at] !== row) holder.insertBefore(row, holder.children[at] ?? null);
  });
}
