// The menu of a row: by the right button, a long touch, or the keyboard. What it offers comes from the registry.
import * as lists from './list.js';
import * as selection from './selection.js';
import { meant } from './commands.js';
import { drawing } from './drawing.js';
import { command, keycaps, provide } from './registry.js';
import { say } from './words.js';

const { list } = lists;
const LONG = 550;
const STILL = 10;
const OFFERED = [
  ['open', 'choose'],
  ['archive', 'to-inbox', 'not-spam', 'snooze', 'later', 'aside'],
  ['let-in', 'to-imbox', 'to-feed', 'to-paper', 'why'],
  ['read', 'unread', 'star', 'label', 'move'],
  ['mute', 'spam', 'trash', 'delete'],
];
const menu = document.createElement('div');
let row = null;
let meantRows = [];
let act = () => {};
let fits = () => true;
let touch = null;
let touched = -Infinity;

/** Gives rows their menu; `run` does a deed to conversations, `makesSense` says whether it does in this list. */
export function attend(run, makesSense) {
  act = run;
  fits = makesSense;
  menu.className = 'menu row-menu';
  menu.id = 'row-menu';
  menu.popover = 'auto';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', say('client.key.menu'));
  document.body.append(menu);
  provide('menu', () => { if (lists.here()) below(lists.here()); }, { applies: () => Boolean(lists.here()) });
  list.addEventListener('contextmenu', event => {
    const at = event.target.closest('.row');
    // with Shift one gets the browser's own, as in other programs
    if (!at || event.shiftKey) return;
    event.preventDefault();
    // where the system tells of a long touch too, it is told once
    if (performance.now() - touched > LONG) show(at, event.clientX, event.clientY);
  });
  list.addEventListener('pointerdown', longTouch);
  for (const kind of ['pointerup', 'pointercancel']) list.addEventListener(kind, () => forgetTouch());
  list.addEventListener('pointermove', event => {
    if (touch && Math.hypot(event.clientX - touch.x, event.clientY - touch.y) > STILL) forgetTouch();
  });
  list.addEventListener('scroll', () => forgetTouch(), { passive: true });
  menu.addEventListener('click', event => {
    const item = event.target.closest('[role=menuitem]');
    if (item) choose(item.dataset.command);
  });
  menu.addEventListener('keydown', pressed);
  menu.addEventListener('toggle', event => {
    if (event.newState === 'open') return;
    for (const it of meantRows) it.classList.remove('asked');
    if (menu.contains(document.activeElement) || document.activeElement === document.body) focusRow();
  });
}

// not every system tells of a long touch by itself
function longTouch(event) {
  forgetTouch();
  if (event.pointerType !== 'touch' || !event.isPrimary) return;
  const at = event.target.closest('.row');
  if (!at) return;
  const { clientX: x, clientY: y } = event;
  touch = { x, y, timer: setTimeout(() => {
    touch = null;
    touched = performance.now();
    show(at, x, y);
    // the finger that goes up again must not press what has come under it
    addEventListener('click', swallow, { capture: true, once: true });
    addEventListener('pointerup', () => setTimeout(() => removeEventListener('click', swallow, { capture: true }), 50), { once: true });
  }, LONG) };
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}

function forgetTouch() {
  if (touch) clearTimeout(touch.timer);
  touch = null;
}

function below(at) {
  const box = at.getBoundingClientRect();
  show(at, box.left + 56, box.bottom - 8);
}

function show(at, x, y) {
  row = at;
  meantRows = row.classList.contains('picked') ? selection.picked() : [row];
  const parts = OFFERED.map(part => part.filter(offered).map(item)).filter(part => part.length > 0);
  menu.replaceChildren(heading(), ...parts.flatMap((part, index) => index === 0 ? part : [line(), ...part]));
  menu.showPopover();
  for (const it of meantRows) it.classList.add('asked');
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${Math.max(8, y + menu.offsetHeight > innerHeight - 8 ? Math.max(8, Math.min(y, innerHeight) - menu.offsetHeight) : y)}px`;
  menu.querySelector('[role=menuitem]')?.focus({ preventScroll: true });
}

function offered(id) {
  const unread = meantRows.some(it => it.classList.contains('unread'));
  if (id === 'open') return meantRows.length === 1;
  if (id === 'choose') return true;
  if (id === 'why') return meantRows.length === 1 && Boolean(command(id));
  if (id === 'read') return unread;
  if (id === 'unread') return !unread;
  return Boolean(command(id)) && fits(id);
}

function heading() {
  const made = document.createElement('p');
  made.className = 'row-menu-head muted';
  made.textContent = meantRows.length === 1 ? row.querySelector('.subject').textContent : say('client.picked.many', meantRows.length);
  return made;
}

function line() {
  const made = document.createElement('hr');
  made.setAttribute('role', 'separator');
  return made;
}

function item(id) {
  const { icon, word, keys } = command(id) ?? ITEMS[id];
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'menu-item';
  made.tabIndex = -1;
  made.setAttribute('role', 'menuitem');
  made.dataset.command = id;
  const text = document.createElement('span');
  text.className = 'grow';
  text.textContent = say(id === 'trash' && lists.body().dataset.role !== 'trash' ? 'client.menu.trash' : word);
  made.append(drawing(icon), text);
  if (keys[0]) made.append(...keycaps([keys[0]]));
  return made;
}

const ITEMS = {
  open: { icon: 'letter', word: 'client.key.open', keys: ['o'] },
  choose: { icon: 'check', word: 'client.key.choose', keys: ['x'] },
  read: { icon: 'read', word: 'client.key.read', keys: ['I'] },
  unread: { icon: 'unread', word: 'client.key.unread', keys: ['U'] },
};

function choose(id) {
  // all that are chosen are more than the rows that are known of them
  const ids = row.classList.contains('picked') ? meant() : [row.dataset.id];
  menu.hidePopover();
  focusRow();
  if (id === 'open') row.querySelector('.row-link').click();
  else if (id === 'choose') selection.toggle(row);
  else if (id === 'why') command(id).run();
  else act(id, ids);
}

function focusRow() {
  if (row?.isConnected) row.querySelector('.row-link').focus({ preventScroll: true });
}

function pressed(event) {
  const items = [...menu.querySelectorAll('[role=menuitem]')];
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
  if (event.key in steps) {
    event.preventDefault();
    items[steps[event.key] % items.length].focus();
  } else if (event.key === 'Tab') menu.hidePopover();
  else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const begins = it => it.querySelector('.grow').textContent.toLowerCase().startsWith(event.key.toLowerCase());
    [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins)?.focus();
  }
}
