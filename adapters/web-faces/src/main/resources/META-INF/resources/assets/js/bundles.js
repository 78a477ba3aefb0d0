// The Paper Trail: what came from one sender lies in one bundle, of which only the latest is seen until it is opened.
import * as lists from './list.js';
import { say } from './words.js';

const { list } = lists;
const open = new Set();

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
  for (const { rows } of part.windows) {
    let first = null;
    let rest = [];
    for (const row of rows ?? []) {
      if (first && row.dataset.from && row.dataset.from === first.dataset.from) rest.push(row);
      else {
        if (first) bind(first, rest, hidden);
        first = row;
        rest = [];
      }
    }
    if (first) bind(first, rest, hidden);
  }
}

function bind(first, rest, hidden) {
  const shut = rest.length > 0 && !open.has(first.dataset.from);
  if (shut) {
    lists.bundled.set(first, rest);
    for (const row of rest) hidden.add(row);
  } else lists.bundled.delete(first);
  for (const row of rest) {
    lists.bundled.delete(row);
    dress(row, 0, false);
    row.classList.add('member');
  }
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
