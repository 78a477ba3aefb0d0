// The inbox: one page in which lists and conversations come and go, each with an address of its own.
import * as lists from './list.js';
import * as memory from './memory.js';
import * as reader from './reader.js';
import * as screener from './screener.js';
import * as search from './search.js';
import * as refusals from './refusals.js';
import * as selection from './selection.js';
import * as stream from './stream.js';
import * as tools from './tools.js';
import { idsOf, onward, perform } from './actions.js';
import { bindKeys } from './bindings.js';
import { begin, markCurrent, refreshNavigation } from './chrome.js';
import { commands, meant } from './commands.js';
import * as bundles from './bundles.js';
import { attend as attendDragging } from './dragging.js';
import { attend as attendPopovers } from './popovers.js';
import { attend as attendFolders } from './foldermenu.js';
import { forgetFolders } from './folders.js';
import { amend, refresh, stay } from './fresh.js';
import { attend as attendGuide } from './guide.js';
import { whenIdle } from './idle.js';
import { listen } from './live.js';
import { announce, tell } from './notices.js';
import { attend as attendWhy, follow as followWhy } from './why.js';
import { attend as attendNotices, notify } from './notify.js';
import { whenRead } from './preferences.js';
import './messages.js';
import './viewer.js';
import { fragment } from './server.js';
import { say } from './words.js';

const { list } = lists;
const KEPT_LISTS = 6;
const HELD = 90;
const left = new Map();
bindKeys({ step, back: () => back(), run });
begin(undefined, query => go(new URLSearchParams(query)), elsewhere);
start();

function start() {
  lists.attend();
  bundles.attend();
  stream.attend();
  lists.mark(reader.opened());
  if (!memory.recall() && lists.open()) lists.reveal(lists.open());
  memory.attend();
  reader.attend(true);
  tools.attend();
  refusals.attend();
  screener.attend(() => back());
  attendWhy();
  attendDragging();
  attendFolders(foldersChanged);
  attendPopovers();
  search.attend(go);
  search.follow(lists.query());
  new MutationObserver(formChanged).observe(document.documentElement, { attributeFilter: ['data-conversations'] });
  onward(moveOn);
  attendGuide();
  attendNotices(address => go(new URLSearchParams(address)));
  history.replaceState({ fromList: false }, '');
  listen(['message', 'notice', 'thread', 'counts', 'sync', 'refusal', 'reset'], burst => arrived(burst).catch(failed), { catchUp: true });
  addEventListener('popstate', () => go(new URLSearchParams(location.search), { push: false }));
  document.addEventListener('click', clicked);
  list.addEventListener('pointerover', event => intend(event.target.closest('.row')));
  list.addEventListener('focusin', event => {
    const row = event.target.closest('.row');
    if (row && event.target.matches(':focus-visible')) intend(row);
  });
  seen(reader.opened());
  ahead();
}

function elsewhere() {
  Promise.all([refresh(reader.opened, { atOnce: true }), reader.repeat()]).catch(failed);
}

/** Goes to an address of the inbox: another list, another conversation, or both. */
async function go(wanted, { push = true, replace = false, focus = false } = {}) {
  const thread = wanted.get('thread');
  const message = wanted.get('message');
  const row = message ?? thread;
  wanted.delete('thread');
  wanted.delete('message');
  const query = wanted.toString() || 'view=imbox';
  const address = `inbox.xhtml?${query}${thread ? `&thread=${thread}` : ''}${message ? `&message=${message}` : ''}`;
  if (replace) history.replaceState(history.state, '', address);
  else if (push) history.pushState({ fromList: Boolean(thread) && !reader.opened() }, '', address);
  try {
    const waits = query === lists.query() ? null : showList(query);
    lists.mark(row);
    if (!thread) reader.close();
    else if (!reader.shows(thread, message)) await reader.open(thread, message);
    if (waits) {
      await waits;
      lists.mark(row);
    }
    if (focus) document.getElementById('subject')?.focus({ preventScroll: true });
    whenIdle(() => {
      seen(row);
      ahead();
    }, 200);
  } catch (problem) {
    failed(problem);
  }
}

/** Whoever opens a conversation has read it. */
function seen(id) {
  followWhy();
  // who is looked at before they are let in has nobody's attention yet
  if (!id || reader.opened() !== id || screener.isShown()) return;
  const row = lists.rowOf(id);
  if (!(row ? row.classList.contains('unread') : reader.unread())) return;
  whenRead(() => {
    if (reader.opened() !== id) return;
    stay(id);
    perform('read', [id], { quiet: true });
  });
}

async function showList(query) {
  const known = left.get(query);
  markCurrent(query);
  search.follow(query);
  if (known) {
    left.delete(query);
    keep(lists.replace(known));
    lists.doubt();
  } else {
    const blank = lists.body().cloneNode(false);
    blank.dataset.query = query;
    blank.append(document.getElementById('list-skeleton').content.cloneNode(true));
    keep(lists.replace(blank));
    await fetchList(query);
  }
  if (lists.query() !== query || !lists.body().querySelector('.list-head')) return;
  document.title = lists.body().dataset.title || document.title;
  refreshNavigation(query).catch(failed);
  if (known) refresh(reader.opened).catch(failed);
}

/** Fetches the list of an address into the place that waits for it; says so there when it cannot be had. */
async function fetchList(query) {
  const asked = performance.now();
  try {
    const next = (await fragment('list', query)).querySelector('#list-body');
    if (lists.query() !== query) return;
    next.dataset.query = query;
    amend(next, asked, query);
    lists.replace(next);
    memory.recall();
  } catch {
    if (lists.query() !== query) return;
    // it is said where the list would be, and nowhere else
    lists.body().replaceChildren(document.getElementById('list-lost').content.cloneNode(true));
  }
}

function keep(old) {
  const { query } = old.body.dataset;
  if (!old.body.querySelector('.list-head')) return;
  left.set(query, old);
  if (left.size > KEPT_LISTS) left.delete(left.keys().next().value);
}

/** Something has changed: what was left is shown as it was, and is then read again. */
function doubtLeft() {
  for (const it of left.values()) lists.doubt(it);
}

/** What is read next is fetched at once, and drawn as soon as nothing else is to be done: before anybody asks for it. */
function ahead() {
  if (!reader.opened() || !lists.open()) return;
  const rows = [1, -1].map(step => lists.neighbour(step, lists.open())).filter(Boolean);
  reader.prepare(rows.map(row => [row.dataset.thread, lists.flat() ? row.dataset.id : null]));
}

function fetchOf(row) {
  reader.prefetch(row.dataset.thread, lists.flat() ? row.dataset.id : null).catch(() => {});
}

function clicked(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.altKey) return;
  const button = event.target.closest('[data-act]');
  if (button?.dataset.act === 'leave-search') {
    event.preventDefault();
    return search.leave();
  }
  if (button) return pressed(button);
  const row = event.target.closest('.row');
  if (row && picks(event, row)) return event.preventDefault();
  if (event.shiftKey) return;
  if (row && unfolds(event, row)) return event.preventDefault();
  // a row that has just come into sight may not have drawn its link yet
  const link = event.target.closest('a[data-query]') ?? row?.querySelector('.row-link');
  if (!link) return;
  event.preventDefault();
  // a click by keyboard has no position
  go(new URL(link.href).searchParams, { focus: event.detail === 0 && link.matches('.row-link') });
}

function pressed(button) {
  const { act } = button.dataset;
  if (act === 'back') back();
  if (act === 'next') step(1, true);
  if (act === 'previous') step(-1, true);
  if (act === 'unfold') reader.unfold();
  if (act === 'further') lists.extend(lists.partAt(button)).then(() => lists.partAt(button).more || button.remove());
  if (act === 'retry') retry();
  if (act === 'search') search.enter();
  if (act === 'unpick') selection.none();
  if (act === 'pick-all') selection.all();
  if (act === 'pick-whole') selection.whole();
  if (act === 'star-message') starMessage(button);
  if (commands[act]) run(act, about(button));
}

/** The conversations that a button is about, by where it stands. */
function about(button) {
  if (button.closest('#bulk')) return meant();
  const id = button.closest('.row')?.dataset.id ?? reader.opened();
  return id ? [id] : [];
}

function run(act, ids) {
  doubtLeft();
  reader.forget(Array.isArray(ids) && !lists.flat() ? ids : null);
  commands[act](ids);
  tools.update();
  // an unread conversation that stayed open would be read again with the next look
  if (act === 'unread' && idsOf(ids).includes(reader.opened())) back();
}

function starMessage(button) {
  const { id, on } = reader.toggleStar(button);
  reader.forget();
  perform(on ? 'star' : 'unstar', [reader.opened()], { messages: [id] });
}

/** Chooses rows: by their picture, by shift, or by touch once some are chosen. */
function picks(event, row) {
  if (event.shiftKey) selection.upTo(row);
  else if (event.target.closest('.avatar') || (list.matches('.choosing') && event.pointerType === 'touch')) selection.toggle(row);
  else return false;
  return true;
}

/** What is clicked shows more of itself where it is, rather than being opened beside the list. */
function unfolds(event, row) {
  const head = event.target.closest('.row-link');
  if (stream.isShown()) {
    if (event.target.closest('[data-act=open-row]')) return false;
    if (head) stream.toggle(row);
    return Boolean(head) || !event.target.closest('a, button, summary');
  }
  if (!head || !bundles.isShut(row)) return false;
  bundles.toggle(row);
  return true;
}

/** Tries again what could not be had. */
function retry() {
  const waits = lists.body().querySelector('.list-head') ? lists.retry() : fetchList(lists.query());
  Promise.resolve(waits).catch(failed);
}

/** Moves by one row; opens it when a conversation is open beside the list. */
async function step(by, always = false) {
  if (screener.isShown()) return screener.step(by);
  const row = lists.neighbour(by) ?? await lists.reach(by).catch(failed);
  if (!row) return;
  lists.stand(row);
  if (always || (reader.opened() && isWide())) open(row);
}

let soon = 0;
let stepped = 0;
function open(row) {
  clearTimeout(soon);
  lists.mark(row.dataset.id);
  const replace = Boolean(reader.opened());
  const held = performance.now() - stepped < HELD;
  stepped = performance.now();
  const opening = () => go(addressOf(row), { replace });
  // held keys run through the list; only where they rest something is opened
  if (held) soon = setTimeout(opening, HELD);
  else opening();
}

function addressOf(row) {
  return new URL(row.querySelector('.row-link').href).searchParams;
}

/** The open conversation goes: the next one comes, or the list where there is no room for both. */
function moveOn(row, stood) {
  const reading = reader.pane.contains(document.activeElement);
  if (!row || !isWide()) return back(row);
  if (stood) lists.stand(row);
  go(addressOf(row), { replace: true, focus: reading });
}

function back(to = lists.open() ?? lists.rows()[0]) {
  if (history.state?.fromList) history.back();
  else go(new URLSearchParams(lists.query()));
  lists.stand(to);
}

let resting = 0;
function intend(row) {
  clearTimeout(resting);
  if (row) resting = setTimeout(() => fetchOf(row), 70);
}

/** Whether a conversation is read beside the list rather than in place of it. */
function isWide() {
  return matchMedia('(min-width: 640px)').matches && document.documentElement.dataset.readingPane !== 'off' && !stream.isShown();
}

async function arrived(burst) {
  const mail = ['message', 'thread', 'counts', 'reset'].some(kind => burst.has(kind));
  const address = lists.query();
  if (burst.has('message')) {
    announce(say('client.arrived'));
    notify(burst.get('message')).catch(() => {});
  }
  if (burst.has('notice')) notify(burst.get('notice'), true).catch(() => {});
  if (burst.has('refusal') || burst.has('reset')) refusals.refresh().catch(failed);
  if (mail) {
    reader.forget(changed(burst));
    forgetFolders();
    doubtLeft();
    await refresh(reader.opened);
    ahead();
  }
  await refreshNavigation(address);
  if (!mail) return;
  if (burst.has('reset') || [...burst.values()].flat().some(reader.concerns)) await reader.update();
}

/** The conversations that these news are about, or null when they may be about any. */
function changed(burst) {
  const news = ['message', 'thread'].flatMap(kind => burst.get(kind) ?? []);
  return burst.has('reset') || news.some(it => !it.threadId) ? null : news.map(it => it.threadId);
}

/** Rows are conversations, or single messages: every list is another one now. */
function formChanged() {
  left.clear();
  memory.forget();
  reader.forget();
  if (reader.opened()) go(new URLSearchParams(lists.query()), { replace: true });
  fetchList(lists.query()).catch(failed);
}

function foldersChanged(gone) {
  doubtLeft();
  if (gone && lists.query() === `mailbox=${gone}`) go(new URLSearchParams('view=imbox'));
  else Promise.all([refreshNavigation(lists.query()), refresh(reader.opened), reader.update()]).catch(failed);
}

function failed(problem) {
  // that the line is dead is told for itself, and once
  if (problem.name !== 'AbortError' && navigator.onLine) tell(say('client.failed'));
}
