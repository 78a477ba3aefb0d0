// Bringing a list up to date without moving what is under the pointer.
import { morph } from './morph.js';
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
list.addEventListener('scroll', () => { if (pending && list.scrollTop === 0) settleWhenQuiet(); }, { passive: true });
// a row that is replaced while it is pressed never gets its click
list.addEventListener('pointerdown', () => { pressed = true; });
for (const end of ['pointerup', 'pointercancel'])
  addEventListener(end, () => setTimeout(() => { pressed = false; settleWhenQuiet(); }));
lists.amending(amend);

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
      for (const row of body.querySelectorAll('.row, .sender')) {
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
  lists.doubt();
  pending = { incoming, opened, atOnce, asked };
  document.title = incoming.dataset.title || document.title;
  settleWhenQuiet();
}

function settleWhenQuiet() {
  if (!pending || pressed) return;
  amend(pending.incoming, pending.asked, lists.query());
  if (pending.atOnce || !isBusy()) settle();
  else {
    freshen(pending.incoming);
    showPill();
    // what is in sight far down is read again too, unless that could move it from under the pointer
    if (!over) lists.draw();
  }
}

function isBusy() {
  return (lists.rows().length > 0 || list.querySelector('.sender')) && (over || list.scrollTop > 8);
}

function settle() {
  const { incoming, opened } = pending;
  pending = null;
  list.querySelector('.pill-slot')?.remove();
  if (incoming.dataset.query === lists.query()) merge(incoming);
  lists.mark(opened());
  selection.show();
}

/** What changed without moving is shown where it is: read elsewhere is read here too. */
function freshen(incoming) {
  keepStaying(incoming);
  for (const part of incoming.querySelectorAll('.part'))
    for (const row of part.querySelectorAll('.row')) {
      const mine = lists.rowOf(row.dataset.id);
      if (mine && lists.partOf(mine)?.key === part.dataset.part && mine.dataset.at === row.dataset.at) lists.freshen(mine, row);
    }
}

function showPill() {
  const known = new Map(lists.rows().map(row => [row.dataset.id, row.dataset.at]));
  const newest = Math.max(0, ...[...known.values()].map(Number));
  const arrived = [...pending.incoming.querySelectorAll('.row')].filter(row => Number(row.dataset.at) > Number(known.get(row.dataset.id) ?? 0)
    && (known.has(row.dataset.id) || Number(row.dataset.at) >= newest));
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

function merge(incoming) {
  const focused = document.activeElement?.closest('.row')?.dataset.id;
  keepStaying(incoming);
  const current = lists.body();
  if (current.dataset.form === 'senders' && incoming.dataset.form === 'senders') {
    current.querySelector('.list-head .muted').textContent = incoming.querySelector('.list-head .muted').textContent;
    morph(current.querySelector('.screener'), incoming.querySelector('.screener'));
    list.dispatchEvent(new Event('senders'));
    return;
  }
  const theirs = new Map([...incoming.querySelectorAll('.part')].map(part => [part.dataset.part, part]));
  if (lists.state().parts.some(part => !theirs.has(part.key)) || theirs.size !== lists.state().parts.length) {
    lists.replace(incoming);
    return;
  }
  current.querySelector('.list-head .muted').textContent = incoming.querySelector('.list-head .muted').textContent;
  showWaiting(current, incoming);
  const first = lists.rows().length === 0;
  lists.rebase(new Map([...theirs].map(([key, part]) => [key, { rows: [...part.querySelectorAll('.row')].map(row => kept(row, first)), to: part.dataset.next ?? '' }])));
  for (const part of lists.state().parts) {
    const button = theirs.get(part.key).querySelector('.further');
    if (button && !part.section.querySelector('.further')) part.section.append(button);
    if (!part.more) part.section.querySelector('.further')?.remove();
  }
  current.querySelector(':scope > .state')?.remove();
  const state = incoming.querySelector(':scope > .state');
  if (state) current.querySelector('[data-tail]').before(state);
  if (focused && document.activeElement === document.body) lists.rowOf(focused)?.querySelector('.row-link').focus({ preventScroll: true });
}

/** The line above the Imbox that says who waits outside. */
function showWaiting(current, incoming) {
  const mine = current.querySelector(':scope > .outside');
  const theirs = incoming.querySelector(':scope > .outside');
  if (mine && theirs) morph(mine, theirs);
  else if (theirs) current.querySelector('.part').before(theirs);
  else mine?.remove();
}

/** A row that looks the same stays as it is. */
function kept(row, first) {
  const before = lists.rowOf(row.dataset.id);
  if (before && lists.sign(before) === lists.sign(row) && before.dataset.at === row.dataset.at) return before;
  if (before && lists.refit(before, row)) return before;
  if (!before && !first) row.classList.add('fresh');
  return row;
}

function keepStaying(incoming) {
  const top = incoming.querySelector('.part[data-part=new] ol');
  if (!top) return;
  for (const id of staying) {
    const row = incoming.querySelector(`.part[data-part=seen] .row[data-id="${CSS.escape(id)}"]`);
    const mine = lists.rowOf(id);
    if (!row || !mine || lists.partOf(mine)?.key !== 'new') continue;
    top.insertBefore(row, [...top.children].find(it => Number(it.dataset.at) < Number(row.dataset.at)) ?? null);
  }
}
