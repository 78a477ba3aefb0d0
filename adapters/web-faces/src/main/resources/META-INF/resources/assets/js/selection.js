// Which conversations are chosen to do something to them together. The rows themselves remember it.
import * as lists from './list.js';
import { announce } from './notices.js';
import { say } from './words.js';

const { list } = lists;
const bar = document.getElementById('bulk');
let last = null;

list.addEventListener('shown', show);

/** The chosen rows, in the order of the list. */
export const picked = () => lists.rows().filter(row => row.classList.contains('picked'));

/** Chooses a row, or leaves it. */
export function toggle(row, on = !row.classList.contains('picked')) {
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
  const from = Math.max(0, all.indexOf(last?.isConnected ? last : lists.here()));
  const to = all.indexOf(row);
  all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(it => set(it, true));
  last = row;
  show();
}

/** Chooses every row that has been loaded. */
export function all() {
  lists.rows().forEach(row => set(row, true));
  show();
}

/** Chooses none. */
export function none() {
  picked().forEach(row => set(row, false));
  show();
}

/** Makes a row that takes the place of another one as chosen as that was. */
export function inherit(row, before) {
  if (before.classList.contains('picked')) set(row, true);
}

/** Says how many are chosen, and offers what can be done with them. */
export function show() {
  const count = picked().length;
  const before = bar.dataset.count ?? '0';
  bar.hidden = count === 0;
  bar.dataset.count = String(count);
  list.classList.toggle('choosing', count > 0);
  document.getElementById('picked-count').textContent = count === 1 ? say('client.picked.one') : say('client.picked.many', count);
  if (count > 0 && before !== String(count)) announce(document.getElementById('picked-count').textContent);
}

function set(row, on) {
  row.classList.toggle('picked', on);
  const link = row.querySelector('.row-link');
  if (on) link.setAttribute('aria-description', say('client.picked'));
  else link.removeAttribute('aria-description');
}
