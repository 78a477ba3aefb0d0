// Bringing a list up to date without moving what is under the pointer.
import { fragment } from './server.js';
import { say } from './words.js';
import * as lists from './list.js';
import * as selection from './selection.js';

const { list } = lists;
const held = new Set();
const staying = new Set();
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

/**
 * Keeps a change of the viewer's own in sight until what the server says contains it. `change` does it to a row; without
 * one the row is taken out of the list of that address.
 */
export function hold(ids, change, query = null) {
  const it = { ids: new Set(ids), change, query, until: Infinity };
  held.add(it);
  return it;
}

/** The server has done it: what is asked from now on contains it. */
export function done(it) {
  it.until = performance.now();
}

/** It was not done, or was taken back. */
export function drop(it) {
  held.delete(it);
}

/** Does to rows that were asked for at a moment what the server may not have known at that moment. */
export function amend(body, asked, query) {
  for (const it of [...held]) {
    if (asked >= it.until) held.delete(it);
    else if (!it.query || it.query === query) {
      for (const row of body.querySelectorAll('.row')) {
        if (!it.ids.has(row.dataset.id)) continue;
        if (it.change) it.change(row);
        else row.remove();
      }
    }
  }
}

/** Lets a conversation stay among the new ones although it is being read, for as long as this list is shown. */
export function stay(id) {
  staying.add(id);
}

list.addEventListener('shown', () => staying.clear());

/** Reads the first windows again; shows them at once, or behind a pill while the viewer is busy in the list. */
export async function refresh(opened, { atOnce = false } = {}) {
  const query = lists.query();
  const asked = performance.now();
  const incoming = (await fragment('list', query)).querySelector('#list-body');
  if (!incoming || lists.query() !== query || (pending && pending.asked > asked)) return;
  pending = { incoming, opened, atOnce, asked };
  document.title = incoming.dataset.title || document.title;
  settleWhenQuiet();
}

function settleWhenQuiet() {
  if (!pending || pressed) return;
  amend(pending.incoming, pending.asked, lists.query());
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
  selection.show();
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
  keepStaying(incoming);
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

function keepStaying(incoming) {
  const top = incoming.querySelector('.part[data-part=new] ol');
  if (!top) return;
  for (const id of staying) {
    const row = incoming.querySelector(`.part[data-part=seen] .row[data-id="${CSS.escape(id)}"]`);
    if (!row || !lists.rowOf(id)?.closest('.part[data-part=new]')) continue;
    top.insertBefore(row, [...top.children].find(it => Number(it.dataset.at) < Number(row.dataset.at)) ?? null);
  }
}

function mergePart(mine, theirs, fresh) {
  const arriving = [...theirs.querySelectorAll('.row')];
  const end = arriving.length ? Number(arriving.at(-1).dataset.at) : Infinity;
  const known = new Map([...mine.querySelectorAll('.row')].map(row => [row.dataset.id, row]));
  const below = [...known.values()].filter(row => theirs.dataset.next && !fresh.has(row.dataset.id) && Number(row.dataset.at) < end);
  const wanted = arriving.map(row => {
    const before = known.get(row.dataset.id);
    if (before && sign(before) === sign(row)) return before;
    if (before) selection.inherit(row, before);
    else if (known.size) row.classList.add('fresh');
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
