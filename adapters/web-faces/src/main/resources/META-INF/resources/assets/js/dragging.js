// Rows that are dragged to a place of the navigation: the chosen ones together, or one alone.
import * as lists from './list.js';
import { perform } from './actions.js';
import { commands, dropped, meant, sole } from './commands.js';
import { say } from './words.js';

const { list } = lists;
const nav = document.getElementById('nav');
const page = document.documentElement;
// where mail is sorted, going to another view says that it belongs there
const UNSORTED = ['junk', 'trash', 'sent', 'drafts'];
const SORTING = { imbox: 'to-imbox', feed: 'to-feed', paper_trail: 'to-paper' };
const VIEWS = { archive: 'archive', trash: 'trash', spam: 'spam', starred: 'star', imbox: 'to-inbox', later: 'later', set_aside: 'aside', snoozed: 'snooze' };
// how long one waits over the button of the drawer until it opens
const REST = 350;
let dragged = [];
let account = null;
let opening = 0;
// the navigation may be drawn anew while somebody is on their way to it
const redrawn = new MutationObserver(() => welcome());

/** Lets rows be dragged. */
export function attend() {
  list.addEventListener('dragstart', begin);
  list.addEventListener('dragend', end);
  nav.addEventListener('dragover', event => {
    const link = event.target.closest('a[data-query]');
    unmark(link);
    if (!link || !placeOf(link)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    link.classList.add('target');
  });
  nav.addEventListener('dragleave', event => { if (!nav.contains(event.relatedTarget)) unmark(); });
  nav.addEventListener('drop', event => {
    const link = event.target.closest('a[data-query]');
    const place = link && placeOf(link);
    if (!place) return;
    event.preventDefault();
    const ids = dragged;
    end();
    carry(ids, place);
  });
  // where the navigation is folded away it opens for whoever brings something
  document.addEventListener('dragover', event => {
    const button = event.target.closest?.('[data-act=drawer]');
    if (!button || dragged.length === 0) {
      clearTimeout(opening);
      opening = 0;
    } else if (!opening) opening = setTimeout(() => 'drawer' in page.dataset || button.click(), REST);
  });
}

function begin(event) {
  const row = event.target.closest?.('.row');
  if (!row) return;
  dragged = row.classList.contains('picked') ? meant() : [row.dataset.id];
  account = sole(dragged);
  event.dataTransfer.effectAllowed = 'move';
  // the address of the row must not be dropped into other windows
  event.dataTransfer.clearData();
  event.dataTransfer.setData('text/plain', row.querySelector('.subject').textContent);
  const image = document.createElement('div');
  image.className = 'drag-image';
  image.textContent = dragged.length === 1 ? row.querySelector('.subject').textContent : say('client.drag.many', dragged.length);
  document.body.append(image);
  event.dataTransfer.setDragImage(image, -12, -4);
  setTimeout(() => image.remove());
  row.classList.add('lifted');
  // what changes the page within this event ends the drag before it began
  setTimeout(() => {
    if (dragged.length === 0) return;
    list.classList.add('dragging');
    page.dataset.dragging = 'true';
    welcome();
    redrawn.observe(nav, { childList: true });
  });
}

function welcome() {
  for (const link of nav.querySelectorAll('a[data-query]')) link.classList.toggle('welcomes', Boolean(placeOf(link)));
}

function end() {
  redrawn.disconnect();
  dragged = [];
  clearTimeout(opening);
  opening = 0;
  list.classList.remove('dragging');
  delete page.dataset.dragging;
  for (const row of list.querySelectorAll('.lifted')) row.classList.remove('lifted');
  for (const link of nav.querySelectorAll('.welcomes')) link.classList.remove('welcomes');
  unmark();
}

function unmark(except = null) {
  for (const link of nav.querySelectorAll('.target')) if (link !== except) link.classList.remove('target');
}

/**
 * What dropping there would do; nothing when it cannot be. All that takes is in the navigation itself: a folder that was
 * made a moment ago is not known anywhere else yet.
 */
function placeOf(link) {
  if (dragged.length === 0 || link.getAttribute('aria-current') === 'page') return null;
  const place = new URLSearchParams(link.dataset.query);
  const name = link.querySelector('.label')?.textContent ?? link.textContent;
  if (place.has('mailbox')) {
    const owner = link.closest('.group')?.querySelector('[data-act=new-folder]')?.dataset.account;
    return owner === account ? { op: 'move', folder: { id: place.get('mailbox'), name } } : null;
  }
  if (place.has('label')) {
    const whose = place.get('account');
    return !whose || whose === account ? { op: 'label', label: place.get('label'), name } : null;
  }
  const there = place.get('view');
  const { role } = lists.body().dataset;
  const sorts = there === 'imbox' ? ['inbox', 'out'].includes(role) : !UNSORTED.includes(role);
  const op = sorts && there in SORTING ? SORTING[there] : VIEWS[there];
  const known = op && (commands[op] || ['star', 'to-inbox'].includes(op));
  // the entries of accounts lead to an Imbox, but are not meant as one
  const fits = !place.has('account') || (place.get('account') === account && !link.closest('.account'));
  return known && fits ? { op } : null;
}

function carry(ids, place) {
  if (place.op === 'label') return perform('label', ids, { label: place.label, name: place.name });
  return dropped(ids, place);
}
