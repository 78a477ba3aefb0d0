// Rows that are dragged to a place of the navigation: the chosen ones together, or one alone.
import * as lists from './list.js';
import * as selection from './selection.js';
import { dropped, sole } from './commands.js';
import { folders } from './folders.js';
import { say } from './words.js';

const { list } = lists;
const nav = document.getElementById('nav');
const VIEWS = { archive: 'archive', trash: 'trash', spam: 'spam', starred: 'star', imbox: 'to-inbox' };
let dragged = [];
let account = null;
let known = [];

/** Lets rows be dragged. */
export function attend() {
  list.addEventListener('dragstart', begin);
  list.addEventListener('dragend', end);
  nav.addEventListener('dragover', event => {
    const link = event.target.closest('a[data-query]');
    unmark();
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
    dropped(dragged, place);
    end();
  });
}

function begin(event) {
  const row = event.target.closest?.('.row');
  if (!row) return;
  const rows = row.classList.contains('picked') ? selection.picked() : [row];
  dragged = rows.map(it => it.dataset.id);
  account = sole(dragged);
  folders().then(all => { known = all; }, () => {});
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
  list.classList.add('dragging');
}

function end() {
  dragged = [];
  list.classList.remove('dragging');
  unmark();
}

function unmark() {
  for (const link of nav.querySelectorAll('.target')) link.classList.remove('target');
}

/** What dropping there would do; nothing when it cannot be. */
function placeOf(link) {
  if (dragged.length === 0) return null;
  const place = new URLSearchParams(link.dataset.query);
  if (place.has('mailbox')) {
    const folder = known.find(it => it.id === place.get('mailbox'));
    return folder?.selectable && folder.accountId === account ? { op: 'move', folder } : null;
  }
  const op = VIEWS[place.get('view')];
  return op && !place.has('account') ? { op } : null;
}
