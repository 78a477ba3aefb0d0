// The Paper Trail: what came from one sender lies in one bundle, of which only the latest is seen until it is opened.
import * as lists from './list.js';
import { say } from './words.js';

const { list } = lists;
const open = new Set();
// in which window the bundle of a sender begins, by part and sender
const heads = new WeakMap();

/** Makes bundles. */
export function attend() {
  lists.arranging(arrange);
  list.addEventListener('click', event => {
    const button = event.target.closest('.bundle-toggle');
    if (button) toggle(button.closest('.row'));
  });
  list.addEventListener('keydown', event => {
    const row = event.target.closest?.('.row.bundle');
    const wanted = { ArrowRight: true, ArrowLeft: false }[event.key];
    if (!row || wanted === undefined || open.has(row.dataset.from) === wanted) return;
    event.preventDefault();
    toggle(row);
  });
  lists.draw();
}

/** Whether a row stands for more than itself; opening it shows the others. */
export const isShut = row => lists.bundled.has(row);

/** Opens a bundle, or shuts it. */
export function toggle(row) {
  const { from } = row.dataset;
  if (open.has(from)) open.delete(from);
  else open.add(from);
  lists.draw();
}

function arrange(part) {
  const hidden = new Set();
  part.hide(hidden);
  if (lists.body().dataset.look !== 'bundles') return;
  const before = heads.get(part) ?? new Map();
  const bundles = new Map();
  const unknown = new Set();
  for (const window of part.windows) {
    if (!window.rows) unknown.add(window);
    window.rows?.forEach((row, at) => put(row, at, window, bundles, unknown, before));
  }
  for (const bundle of bundles.values()) bind(bundle, hidden);
  const elsewhere = [...before].filter(([from, window]) => !bundles.has(from) && unknown.has(window));
  heads.set(part, new Map([...elsewhere, ...[...bundles].map(([from, { window }]) => [from, window])]));
}

/** Puts a row into the bundle of its sender, which may have begun in a window above, known or not any more. */
function put(row, at, window, bundles, unknown, before) {
  const from = row.dataset.from || row.dataset.id;
  const bundle = bundles.get(from);
  if (!bundle) {
    const above = before.get(from);
    if (unknown.has(above)) bundles.set(from, { from, window: above, first: null, rest: [row], beside: new Set(), last: -1 });
    else bundles.set(from, { from, window, first: row, rest: [], beside: new Set(), last: at });
    return;
  }
  bundle.rest.push(row);
  if (bundle.window !== window || at !== bundle.last + 1) return;
  bundle.beside.add(row);
  bundle.last = at;
}

function bind({ from, first, rest, beside }, hidden) {
  const shut = rest.length > 0 && !open.has(from);
  for (const row of rest) {
    lists.bundled.delete(row);
    dress(row, 0, false);
    // of an open bundle, what lies further down stands there like any other
    row.classList.toggle('member', shut || beside.has(row));
    if (shut) hidden.add(row);
  }
  if (!first) return;
  if (shut) lists.bundled.set(first, rest);
  else lists.bundled.delete(first);
  first.classList.remove('member');
  dress(first, rest.length, shut);
}

function dress(row, others, shut) {
  const state = others ? `${others} ${shut}` : '';
  if ((row.dataset.bundle ?? '') === state) return;
  row.dataset.bundle = state;
  row.classList.toggle('bundle', others > 0);
  row.querySelector('.bundle-toggle')?.remove();
  const link = row.querySelector('.row-link');
  if (!others) return link.removeAttribute('aria-expanded');
  link.setAttribute('aria-expanded', String(!shut));
  const button = document.getElementById('bundle-toggle').content.firstElementChild.cloneNode(true);
  button.querySelector('span').textContent = String(others + 1);
  button.setAttribute('aria-expanded', String(!shut));
  button.setAttribute('aria-label', say(shut ? 'client.bundle.open' : 'client.bundle.shut', others + 1, row.querySelector('.name').textContent));
  row.append(button);
}
