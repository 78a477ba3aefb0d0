// Doing something to conversations: in sight at once, at the server right after. What the server does not do comes back.
import * as lists from './list.js';
import * as reader from './reader.js';
import * as selection from './selection.js';
import { refreshNavigation } from './chrome.js';
import { lower, raise } from './counts.js';
import { done, drop, hold, refresh } from './fresh.js';
import { announce, explain, hush, tell } from './notices.js';
import { send } from './server.js';
import { say } from './words.js';

const REMEMBERED = 50;
const HUES = 12;
const PUT_AWAY = ['later', 'set_aside', 'snoozed'];
const OUTSIDE = ['screener', 'out'];
const EVERYWHERE = ['inbox', 'archive', 'starred', 'all', 'none', 'junk', 'sent', 'drafts', ...PUT_AWAY, ...OUTSIDE];
// what is sorted into another of them leaves
const SORTED = ['imbox', 'feed', 'paper_trail'];
// so many that it takes a moment in which something has to be said
const MANY = 500;
// from which lists a conversation goes by it; archiving and moving leave what was written here where it is
const LEAVES = {
  archive: ['inbox', ...PUT_AWAY, ...OUTSIDE],
  trash: EVERYWHERE,
  spam: ['inbox', 'archive', 'starred', 'all', 'none', ...PUT_AWAY, ...OUTSIDE],
  move: ['inbox', 'archive', 'none', 'junk', 'trash', ...PUT_AWAY, ...OUTSIDE],
  'to-inbox': ['archive', 'none', 'junk', 'trash', ...PUT_AWAY],
  delete: ['junk', 'trash'],
  snooze: ['inbox', 'later', 'set_aside'],
  unsnooze: ['snoozed'],
  later: ['inbox', 'set_aside', 'snoozed'],
  aside: ['inbox', 'later', 'snoozed'],
  back: PUT_AWAY,
  mute: ['inbox', ...PUT_AWAY],
  unstar: ['starred'],
};
const CHANGES = {
  read: row => setUnread(row, false),
  unread: row => setUnread(row, true),
  star: row => setStar(row, true),
  unstar: row => setStar(row, false),
};
const SAYS = {
  archive: ['client.done.archive.one', 'client.done.archive.many'],
  trash: ['client.done.trash.one', 'client.done.trash.many'],
  spam: ['client.done.spam.one', 'client.done.spam.many'],
  move: ['client.done.move.one', 'client.done.move.many'],
  delete: ['client.done.delete.one', 'client.done.delete.many'],
  label: ['client.done.label.one', 'client.done.label.many'],
  unlabel: ['client.done.unlabel.one', 'client.done.unlabel.many'],
  read: ['client.done.read.one', 'client.done.read.many'],
  unread: ['client.done.unread.one', 'client.done.unread.many'],
  star: ['client.done.star.one', 'client.done.star.many'],
  unstar: ['client.done.unstar.one', 'client.done.unstar.many'],
  'to-inbox': ['client.done.to-inbox.one', 'client.done.to-inbox.many'],
  snooze: ['client.done.snooze.one', 'client.done.snooze.many'],
  unsnooze: ['client.done.unsnooze.one', 'client.done.unsnooze.many'],
  later: ['client.done.later.one', 'client.done.later.many'],
  aside: ['client.done.aside.one', 'client.done.aside.many'],
  back: ['client.done.back.one', 'client.done.back.many'],
  mute: ['client.done.mute.one', 'client.done.mute.many'],
  unmute: ['client.done.unmute.one', 'client.done.unmute.many'],
};
// seen at once where it was done: no notice covers the page for these
const SMALL = ['read', 'unread', 'star', 'unstar'];
const history = [];
let moveOn = () => {};

/** Says what happens when the conversation that is open goes: it is given the row that comes next, or none. */
export function onward(handler) {
  moveOn = handler;
}

/**
 * Does `op` to conversations.
 * @param what their ids, or {query, except, count}: everything that the list of that address holds, but some
 * @param mailbox where to move them: a folder's id
 * @param until when they come back
 * @param category where they belong, of what is sorted
 * @param about for which mail that holds: `kind`, `sender`, `message` or `domain`; nothing for what is sensible
 * @param stored whether mail that is there already is sorted by it, too
 * @param says what was done, in a sentence of its own
 * @param name what that folder or the label is called, or that time
 * @param messages does it to these messages of the one conversation only
 * @param quiet says nothing about it, and is no deed to undo
 */
export async function perform(op, what, { mailbox = null, label = null, until = null, category = null, about = null, stored = false, says = null, name = '', messages = null, quiet = false } = {}) {
  const whole = isWhole(what) ? what : null;
  const ids = whole ? idsOf(what) : lists.together(idsOf(what));
  const count = whole ? sizeOf(what) : ids.length;
  if (count === 0) return;
  const leaving = !messages && leaves(op, mailbox, category);
  const shown = count === 1 && ids.length === 1 ? lists.rowOf(ids[0])?.querySelector('.subject')?.textContent ?? reader.subject() : '';
  const bodies = requests(op, whole ?? ids, { mailbox, label, until, category, about, stored, messages, quiet });
  const query = lists.query();
  const change = leaving ? null : changing(op, label, category, messages);
  const counted = messages ? [] : lower(op, rowsOf(ids), count, category);
  const places = leaving ? leave(ids) : [];
  if (whole) selection.none();
  if (whole && count > MANY) tell(say('client.done.working', count), { stays: true });
  const held = hold(ids, change, leaving ? query : null);
  if (change) ids.map(lists.rowOf).filter(Boolean).forEach(change);
  if (!leaving && !messages && ids.includes(reader.opened())) reader.reflect(op, label, chip);
  const deed = { answers: Promise.all(bodies.map(body => send('POST', 'actions', body))), held, places, counted };
  if (!quiet && op !== 'delete') remember(deed);
  try {
    const answers = await deed.answers;
    done(held);
    // what is where it belongs already teaches nevertheless, unless a whole list is meant
    if ((whole || op !== 'categorize') && answers.every(it => it.changed === 0)) await nothingDone(deed, quiet);
    else if (says) report(op, count, shown, says, true);
    else if (!quiet) report(op, whole ? answers.reduce((sum, it) => sum + it.conversations, 0) : count, shown, name, op !== 'delete');
    if (whole) await refresh(reader.opened, { atOnce: true }).catch(() => {});
  } catch (problem) {
    forget(deed);
    await takeBack(deed);
    if (!quiet) tell(explain(problem), { stays: !problem.kind });
  }
}

/** Undoes what was done last. */
export async function undo() {
  const deed = history.pop();
  if (!deed) return tell(say('client.undo.nothing'));
  hush();
  // what failed has said so itself, and is back already
  const answers = await deed.answers.catch(() => null);
  if (!answers) return;
  try {
    const undone = await Promise.all(answers.map(it => send('POST', `actions/${it.actionId}/undo`)));
    await (deed.restore ?? takeBack)(deed);
    tell(say(undone.some(it => it.changed > 0) ? 'client.undo.done' : 'client.undo.no-change'));
  } catch (problem) {
    if (!problem.kind) remember(deed);
    tell(explain(problem));
  }
}

/**
 * Notes something else that was done, so that it can be undone with the rest: `answers` is to be what the API says of it,
 * `restore` shows how it was before.
 */
export function note(answers, restore) {
  const deed = { answers, restore };
  remember(deed);
  return () => forget(deed);
}

/** Says what was done, with a button to undo it. */
export function offerUndo(sentence) {
  tell(sentence, { action: { word: say('client.undo'), key: 'z', run: undo } });
}

/** A label as it stands on a row. */
export function chip(label) {
  const made = document.createElement('bdi');
  made.className = `chip label hue-${[...label].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % HUES}`;
  made.dataset.label = label;
  made.textContent = label.replaceAll('_', ' ').trim();
  return made;
}

/** Whether a choice is everything in a list rather than some of its rows. */
export const isWhole = what => !Array.isArray(what) && typeof what.query === 'string';

/** How many conversations a choice is. */
export const sizeOf = what => isWhole(what) ? what.count : idsOf(what).length;

/** The conversations of a choice as far as they are known here. */
export function idsOf(what) {
  if (Array.isArray(what)) return what;
  if (!isWhole(what)) return what.ids ?? [];
  const except = new Set(what.except ?? []);
  return what.query === lists.query() ? lists.rows().map(row => row.dataset.id).filter(id => !except.has(id)) : [];
}

const rowsOf = ids => ids.map(lists.rowOf).filter(Boolean);

function requests(op, what, { mailbox, label, until, category, about, stored, messages, quiet }) {
  const sorted = category ? { category, ...about ? { scope: about } : {}, stored } : {};
  const also = { op, ...label ? { label } : {}, ...until ? { until } : {}, ...sorted, ...quiet ? { quiet } : {} };
  if (messages) return [{ ...also, messageIds: messages }];
  if (isWhole(what))
    return [{ ...also, query: what.query, except: [...what.except ?? []], ...mailbox ? { mailboxId: mailbox } : {} }];
  if (op !== 'move') return [{ ...also, ...named(what) }];
  return [{ ...also, ...named(what), mailboxId: mailbox }];
}

/** How the API is told which of the rows with these ids are meant: lists of messages are about messages only when they are read one by one. */
function named(ids) {
  if (!lists.flat()) return { threadIds: ids };
  // a whole conversation may be open beside a list of messages
  if (!ids.some(lists.rowOf)) return { threadIds: ids };
  if (document.documentElement.dataset.conversations === 'off') return { messageIds: ids };
  return { threadIds: [...new Set(ids.map(id => lists.rowOf(id)?.dataset.thread).filter(Boolean))] };
}

function leaves(op, mailbox, category) {
  const view = new URLSearchParams(lists.query()).get('view');
  if (op === 'categorize') return (SORTED.includes(view) && view !== category) || OUTSIDE.includes(lists.body().dataset.role);
  if (op === 'move' && lists.query() === `mailbox=${mailbox}`) return false;
  return LEAVES[op]?.includes(lists.body().dataset.role) ?? false;
}

function changing(op, label, category, messages) {
  if (messages) return row => setStar(row, reader.starred());
  if (op === 'label') return row => setLabel(row, label, true);
  if (op === 'unlabel') return row => setLabel(row, label, false);
  if (op === 'categorize') return row => { row.dataset.category = category; };
  if (op === 'mute' || op === 'unmute') return row => { row.dataset.muted = String(op === 'mute'); };
  return CHANGES[op] ?? null;
}

/** Takes the rows away, and the viewer on to what comes next. */
function leave(ids) {
  const going = new Set(ids);
  const all = lists.rows();
  const rows = all.filter(row => going.has(row.dataset.id));
  const here = lists.here();
  const from = all.indexOf(here && going.has(here.dataset.id) ? here : rows[0]);
  const stays = row => !going.has(row.dataset.id) && !lists.isHidden(row);
  const next = all.slice(from + 1).find(stays) ?? all.slice(0, Math.max(0, from)).findLast(stays) ?? null;
  const places = rows.map(row => ({ row, holder: row.parentElement }));
  const stood = Boolean(here) && going.has(here.dataset.id) && here.contains(document.activeElement);
  lists.take(rows);
  for (const row of rows) {
    row.classList.remove('picked', 'fresh');
    row.querySelector('.row-link').removeAttribute('aria-current');
    row.querySelector('.row-link').removeAttribute('aria-description');
  }
  selection.show();
  if (going.has(reader.opened())) moveOn(next, stood);
  else if (next && (stood || document.activeElement === document.body)) lists.stand(next);
  return places;
}

async function takeBack({ held, places, counted }) {
  drop(held);
  lists.putBack(places);
  raise(counted);
  refreshNavigation(lists.query()).catch(() => {});
  await refresh(reader.opened, { atOnce: true }).catch(() => {});
  await reader.update().catch(() => {});
}

async function nothingDone(deed, quiet) {
  forget(deed);
  if (quiet) return;
  await takeBack(deed);
  tell(say('client.done.nothing'));
}

function report(op, count, subject, name, undoable) {
  const [one, many] = SAYS[op] ?? [];
  const sentence = !one ? name : count === 1 ? say(one, subject, name) : say(many, count, name);
  if (count === 1 && SMALL.includes(op)) announce(sentence);
  else tell(sentence, undoable ? { action: { word: say('client.undo'), key: 'z', run: undo } } : {});
}

function remember(deed) {
  history.push(deed);
  if (history.length > REMEMBERED) history.shift();
}

function forget(deed) {
  const at = history.indexOf(deed);
  if (at >= 0) history.splice(at, 1);
}

function setUnread(row, on) {
  row.classList.toggle('unread', on);
  row.querySelector('.is-unread')?.remove();
  if (on) row.querySelector('.who').prepend(template('mark-unread'));
}

function setStar(row, on) {
  row.querySelector('.mark-star')?.remove();
  if (on) row.querySelector('.marks').append(template('mark-star'));
}

function setLabel(row, label, on) {
  const labels = row.querySelector('.labels');
  labels.querySelector(`[data-label="${CSS.escape(label)}"]`)?.remove();
  if (on) labels.prepend(chip(label));
}

function template(id) {
  return document.getElementById(id).content.cloneNode(true);
}
