// The buttons beside a row, above a conversation and over the list: those that make sense in the list that is shown.
import * as lists from './list.js';
import { say } from './words.js';

const { list } = lists;
const beside = document.getElementById('row-tools').content.firstElementChild;

/** Makes the buttons fit the list, now and whenever another one is shown. */
export function attend() {
  fit();
  list.addEventListener('shown', fit);
  list.addEventListener('pointerover', event => {
    const row = event.pointerType === 'mouse' ? event.target.closest('.row') : null;
    if (row) put(row);
  });
  list.addEventListener('focusin', event => {
    const row = event.target.closest('.row');
    if (row) put(row);
  });
}

/** Says what the button would do now. */
export function update() {
  const row = beside.closest('.row');
  if (!row) return;
  beside.querySelector('.star')?.setAttribute('aria-pressed', String(Boolean(row.querySelector('.mark-star'))));
  const word = row.classList.contains('unread') ? say('client.tool.read') : say('client.tool.unread');
  const button = beside.querySelector('[data-act=toggle-read]');
  if (!button) return;
  button.title = word;
  button.setAttribute('aria-label', word);
}

// one set of buttons goes from row to row: a thousand rows stay as light as they are
function put(row) {
  if (beside.parentElement !== row) {
    beside.parentElement?.classList.remove('tooled');
    row.classList.add('tooled');
    row.append(beside);
  }
  update();
}

function fit() {
  const { role } = lists.body().dataset;
  for (const place of [beside, document.getElementById('bulk'), document.querySelector('.tools')])
    for (const button of place.querySelectorAll('[data-for]')) button.hidden = !button.dataset.for.split(' ').includes(role);
}
