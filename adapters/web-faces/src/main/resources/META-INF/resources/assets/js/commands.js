// What keys and buttons do to the conversations they are about: the chosen ones, or the one where the viewer stands.
import * as lists from './list.js';
import * as reader from './reader.js';
import * as selection from './selection.js';
import { idsOf, isWhole, perform, sizeOf } from './actions.js';
import { ask, pick } from './dialogs.js';
import { folders, forgetFolders } from './folders.js';
import { explain, tell } from './notices.js';
import { SORTED, taught, towards } from './places.js';
import * as screener from './screener.js';
import { api, send } from './server.js';
import { chooseTime, timeInWords } from './snooze.js';
import { say } from './words.js';

// what a server can store as a keyword; a space is written as a low line
const LABEL = /^[!#&'+,\-./0-9:;<=>?@A-Z[^_`a-z|}~][!#$&'+,\-./0-9:;<=>?@A-Z[^_`a-z|}~]{0,99}$/;

const rowsOf = what => idsOf(what).map(lists.rowOf).filter(Boolean);
const role = () => lists.body().dataset.role;
const accountOf = id => lists.rowOf(id)?.dataset.account ?? reader.account();
const PILES = { later: 'later', aside: 'set_aside' };

/** The accounts of a choice; of everything in a list those of the rows that are known here. */
const accountsOf = what => [...new Set(idsOf(what).map(accountOf))];

/** The conversations that are meant, when nothing more is said: their ids, or {query, except, count} for a whole list. */
export function meant() {
  if (screener.isShown()) return screener.meant();
  const chosen = selection.chosen();
  if (sizeOf(chosen) > 0) return chosen.ids ?? chosen;
  const id = lists.here()?.dataset.id ?? reader.opened();
  return id ? [id] : [];
}

/** What can be done, by the names that buttons carry, to ids of conversations or to everything in a list. */
export const commands = {
  archive: ids => perform('archive', ids),
  spam: ids => perform('spam', ids),
  read: ids => perform('read', ids),
  unread: ids => perform('unread', ids),
  trash: ids => role() === 'trash' ? commands.delete(ids) : perform('trash', ids),
  delete: async ids => {
    const count = sizeOf(ids);
    if (count === 0) return;
    const question = count === 1 ? say('client.delete.one') : say('client.delete.many', count);
    if (await ask(question, say('client.delete.text'), say('client.delete.yes'))) perform('delete', ids);
  },
  star: ids => perform(isStarred(ids) ? 'unstar' : 'star', ids),
  'toggle-read': ids => perform(rowsOf(ids).some(row => row.classList.contains('unread')) ? 'read' : 'unread', ids),
  // what is put away need not move: it is only taken back
  'to-inbox': ids => perform(['later', 'set_aside', 'snoozed'].includes(role()) ? 'back' : 'to-inbox', ids),
  'not-spam': ids => perform('to-inbox', ids),
  move: ids => move(ids),
  label: ids => label(ids),
  snooze: ids => snooze(ids),
  later: ids => putOn('later', ids),
  aside: ids => putOn('aside', ids),
  'to-imbox': ids => sort(ids, SORTED['to-imbox']),
  'to-feed': ids => sort(ids, SORTED['to-feed']),
  'to-paper': ids => sort(ids, SORTED['to-paper']),
  'screen-out': ids => screener.decide(ids, 'out'),
  'let-in': ids => screener.letIn(ids),
  mute: ids => perform(rowsOf(ids).length && rowsOf(ids).every(row => row.dataset.muted === 'true') ? 'unmute' : 'mute', ids),
};

/**
 * Says where conversations belong; that teaches. `about` is for which mail it holds, and `stored` whether it holds for what
 * is there already; `from` is whom that is about.
 */
export function sort(ids, category, { about = null, stored = false, from = '' } = {}) {
  if (screener.isShown() && !about) return screener.decide(ids, category);
  if (isWhole(ids)) return sortWhole(ids, category);
  const all = lists.together(ids);
  const [id] = all;
  const subject = lists.rowOf(id)?.querySelector('.subject')?.textContent ?? reader.subject();
  const says = taught(category, { about, subject, from, count: all.length });
  return perform('categorize', all, { category, about, stored, says });
}

/** Moves everything in a list; what nobody has looked at one by one teaches nothing. */
function sortWhole(what, category) {
  if (role() === 'out') return tell(say('client.sort.outside'));
  return perform('categorize', what, { category, says: say('client.sort.whole', sizeOf(what), towards(category)) });
}

/** Carries rows that were dragged to a place of the navigation. */
export async function dropped(ids, place) {
  if (place.op in SORTED || ['later', 'aside', 'snooze'].includes(place.op)) return commands[place.op](ids);
  if (place.op !== 'move') return perform(place.op, ids);
  const folder = place.folder ?? await folderCalled(place.mailbox);
  if (folder) return perform('move', ids, { mailbox: folder.id, name: folder.name });
  tell(say('client.problem.gone'));
}

/** The folder of that id, also when it was made after the others had been asked for. */
async function folderCalled(id) {
  const find = async () => (await folders().catch(() => [])).find(it => it.id === id);
  const known = await find();
  if (known) return known;
  forgetFolders();
  return find();
}

/** Whether these are all of one account, whose folders can then be offered. */
export function sole(ids) {
  const accounts = accountsOf(ids);
  return accounts.length === 1 ? accounts[0] : null;
}

async function snooze(ids) {
  const count = sizeOf(ids);
  if (count === 0) return;
  const until = await chooseTime(count === 1 ? say('client.snooze.one') : say('client.snooze.many', count));
  if (until) await perform('snooze', ids, { until, name: timeInWords(until) });
}

/** Puts on a pile; from there it goes back. */
function putOn(op, ids) {
  return perform(role() === PILES[op] ? 'back' : op, ids);
}

async function move(ids) {
  const count = sizeOf(ids);
  if (count === 0) return;
  const account = sole(ids);
  const all = await folders().catch(() => []);
  const own = all.filter(it => it.accountId === account && it.selectable);
  const fixed = [
    { text: say('client.folder.archive'), icon: 'archive', value: { op: 'archive' } },
    { text: say('client.folder.trash'), icon: 'trash', value: { op: 'trash' } },
    { text: say('client.folder.spam'), icon: 'spam', value: { op: 'spam' } },
  ];
  const inboxes = own.filter(it => it.role === 'inbox')
    .map(it => ({ text: say('client.folder.inbox'), icon: 'inbox', value: { op: 'move', folder: it } }));
  const free = own.filter(it => it.role === 'none')
    .map(it => ({ text: it.name, hint: above(it.path), icon: 'folder', value: { op: 'move', folder: it } }));
  const made = text => account && own.every(it => it.path.toLowerCase() !== text.toLowerCase())
    ? { text: say('client.move.make', text), icon: 'plus', value: { op: 'make', path: text } } : null;
  const choice = await pick({
    title: count === 1 ? say('client.move.one') : say('client.move.many', count),
    placeholder: say('client.move.filter'),
    note: account ? '' : say('client.move.several'),
    choices: [...free, ...inboxes, ...fixed],
    make: made,
  });
  if (!choice) return;
  if (choice.op !== 'make') return dropped(ids, choice);
  try {
    const folder = await send('POST', 'mailboxes', { accountId: account, path: choice.path });
    forgetFolders();
    await dropped(ids, { op: 'move', folder });
  } catch (problem) {
    tell(explain(problem));
  }
}

async function label(ids) {
  const count = sizeOf(ids);
  if (count === 0) return;
  const accounts = accountsOf(ids);
  const on = labelsOn(ids);
  const known = await api('labels').then(page => page.items, () => []);
  const names = [...new Set([...known.filter(it => accounts.includes(it.accountId)).map(it => it.name), ...on])].sort();
  const made = text => {
    const name = text.toLowerCase().replaceAll(' ', '_');
    if (names.includes(name)) return null;
    return LABEL.test(name)
      ? { text: say('client.label.make', text), icon: 'plus', value: { name } }
      : { text: say('client.label.not-a-name'), icon: 'lost', value: null };
  };
  const choice = await pick({
    title: count === 1 ? say('client.label.one') : say('client.label.many', count),
    placeholder: say('client.label.filter'),
    choices: names.map(name => ({ text: name.replaceAll('_', ' '), icon: 'label', checked: on.includes(name), value: { name } })),
    make: made,
  });
  if (choice) perform(on.includes(choice.name) ? 'unlabel' : 'label', ids, { label: choice.name, name: choice.name.replaceAll('_', ' ') });
}

/** The labels that all of these carry. */
function labelsOn(what) {
  const ids = idsOf(what);
  if (ids.length === 0 || (isWhole(what) && ids.length < what.count)) return [];
  const each = ids.map(id => id === reader.opened() ? reader.labels()
    : [...lists.rowOf(id)?.querySelectorAll('[data-label]') ?? []].map(it => it.dataset.label));
  return each.reduce((common, labels) => common.filter(it => labels.includes(it)));
}

function isStarred(what) {
  const ids = idsOf(what);
  return ids.length > 0 && ids.every(id => lists.rowOf(id)?.querySelector('.mark-star') || (id === reader.opened() && reader.starred()));
}

function above(path) {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')).replaceAll('/', ' / ') : '';
}
