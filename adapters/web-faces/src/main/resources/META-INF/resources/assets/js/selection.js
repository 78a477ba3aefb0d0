// Which conversations are chosen to do something to them together: some by their ids, or everything in the list that is
// shown but a few. It belongs to the list and comes back with it; rows only show it.
import * as lists from './list.js';
import { announce } from './notices.js';
import { api } from './server.js';
import { say } from './words.js';

const { list } = lists;
const bar = document.getElementById('bulk');
const offer = document.getElementById('pick-whole');
const kept = new WeakMap();
let last = null;
let chosenHere = { ids: new Set(), whole: null };

lists.dressing(dress);
list.addEventListener('shown', () => {
  chosenHere = kept.get(lists.state()) ?? { ids: new Set(), whole: null };
  kept.set(lists.state(), chosenHere);
  last = null;
  lists.rows().forEach(dress);
  show();
});

list.addEventListener('taken', event => forget(event.detail));

/**
 * What is chosen: `{ ids, count }`, or everything in the list as `{ query, except, count }`, where `query` is its address
 * and `except` are the ids of what was left out of it again.
 */
export function chosen() {
  const { ids, whole } = chosenHere;
  if (whole) return { query: lists.query(), except: [...whole.except], count: Math.max(0, whole.total - whole.except.size) };
  const known = lists.rows().map(row => row.dataset.id).filter(id => ids.has(id));
  const all = known.length === ids.size ? known : [...new Set([...known, ...ids])];
  return { ids: all, count: all.length };
}

/** The chosen rows that are known, in the order of the list. */
export const picked = () => lists.rows().filter(isChosen);

/** Chooses a row, or leaves it. */
export function toggle(row, on = !isChosen(row)) {
  set(row, on);
  last = row;
  show();
}

/** Chooses the row where the viewer stands and goes on to the next one, which is chosen too. */
export function extend(by) {
  const from = lists.here();
  const to = lists.neighbour(by);
  if (from) set(from, true);
  if (to) {
    set(to, true);
    lists.stand(to);
  }
  last = to ?? from;
  show();
}

/** Chooses everything from the row chosen last up to this one. */
export function upTo(row) {
  const all = lists.rows();
  const from = Math.max(0, all.indexOf(last && all.includes(last) ? last : lists.here()));
  const to = all.indexOf(row);
  all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(it => set(it, true));
  last = row;
  show();
}

/** Chooses every row that is known, and offers the rest. */
export function all() {
  chosenHere.whole = null;
  lists.rows().forEach(row => set(row, true));
  show();
  if (lists.isPartial() && !lists.flat()) offerWhole();
}

/** Chooses everything in the list, known or not. */
export function whole() {
  const total = Number(offer.dataset.total);
  offering(false);
  chosenHere.whole = { total, except: new Set() };
  chosenHere.ids.clear();
  lists.rows().forEach(dress);
  show();
}

/** Chooses none. */
export function none() {
  chosenHere.ids.clear();
  chosenHere.whole = null;
  lists.rows().forEach(dress);
  show();
}

/** What is chosen, as words that can be kept. */
export function noted() {
  const { ids, whole } = chosenHere;
  return { ids: [...ids], whole: whole && { total: whole.total, except: [...whole.except] } };
}

/** Chooses what was noted before. */
export function choose({ ids, whole }) {
  ids.forEach(id => chosenHere.ids.add(id));
  chosenHere.whole = whole && { total: whole.total, except: new Set(whole.except) };
  lists.rows().forEach(dress);
  show();
}

/** Says how many are chosen, and offers what can be done with them. */
export function show() {
  const { whole } = chosenHere;
  const count = whole ? whole.total - whole.except.size : chosenHere.ids.size;
  const before = bar.dataset.count ?? '0';
  bar.hidden = count === 0;
  bar.dataset.count = String(count);
  list.classList.toggle('choosing', count > 0);
  if (count === 0 || before !== String(count)) offering(false);
  const words = whole && whole.except.size === 0
    ? say('client.picked.whole', count)
    : count === 1 ? say('client.picked.one') : say('client.picked.many', count);
  document.getElementById('picked-count').textContent = words;
  if (count > 0 && before !== String(count)) announce(words);
}

/** What is not in the list any more is not chosen any more. */
function forget(ids) {
  for (const id of ids) chosenHere.ids.delete(id);
  show();
}

function offering(on) {
  offer.hidden = !on;
  bar.classList.toggle('offering', on);
}

async function offerWhole() {
  const query = lists.query();
  const count = bar.dataset.count;
  const wanted = new URLSearchParams(query);
  for (const [mine, theirs] of [['account', 'accountId'], ['mailbox', 'mailboxId']])
    if (wanted.has(mine)) wanted.set(theirs, wanted.get(mine));
  const { total } = await api(`threads/count?${wanted}`).catch(() => ({ total: 0 }));
  if (lists.query() !== query || bar.dataset.count !== count || total <= Number(count)) return;
  offer.dataset.total = String(total);
  offer.textContent = say('client.pick.whole', total, lists.body().querySelector('.list-head h1').textContent);
  offering(true);
  announce(offer.textContent);
}

function isChosen(row) {
  const { ids, whole } = chosenHere;
  return whole ? !whole.except.has(row.dataset.id) : ids.has(row.dataset.id);
}

function set(row, on) {
  const { ids, whole } = chosenHere;
  const { id } = row.dataset;
  if (whole) whole.except[on ? 'delete' : 'add'](id);
  else ids[on ? 'add' : 'delete'](id);
  dress(row);
}

/** Makes a row look as chosen as it is. */
function dress(row) {
  const on = isChosen(row);
  if (row.classList.contains('picked') === on) return;
  row.classList.toggle('picked', on);
  const link = row.querySelector('.row-link');
  if (on) link.setAttribute('aria-description', say('client.picked'));
  else link.removeAttribute('aria-description');
}
