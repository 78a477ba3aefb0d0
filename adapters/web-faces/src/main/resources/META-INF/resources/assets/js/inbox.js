// The inbox: one page in which lists and conversations come and go, each with an address of its own.
import * as lists from './list.js';
import * as reader from './reader.js';
import * as refusals from './refusals.js';
import * as selection from './selection.js';
import * as tools from './tools.js';
import { onward, perform, undo } from './actions.js';
import { begin, markCurrent, refreshNavigation } from './chrome.js';
import { commands, meant } from './commands.js';
import { attend as attendDragging } from './dragging.js';
import { attend as attendFolders } from './foldermenu.js';
import { forgetFolders } from './folders.js';
import { amend, refresh, stay } from './fresh.js';
import { bind } from './keys.js';
import { listen } from './live.js';
import { announce, tell } from './notices.js';
import { fragment } from './server.js';
import { say } from './words.js';

const { list } = lists;
const KEPT_LISTS = 6;
const left = new Map();
bindKeys();
const otherZone = begin();
start();

function start() {
  lists.mark(reader.opened());
  lists.watchTail();
  reader.attend();
  tools.attend();
  refusals.attend();
  attendDragging();
  attendFolders(foldersChanged);
  onward(moveOn);
  list.querySelector('.row-link[aria-current]')?.scrollIntoView({ block: 'nearest' });
  history.replaceState({ fromList: false }, '');
  listen(['message', 'thread', 'counts', 'sync', 'refusal', 'reset'], burst => arrived(burst).catch(failed), { catchUp: true });
  if (otherZone) Promise.all([refresh(reader.opened, { atOnce: true }), reader.repeat()]).catch(failed);
  addEventListener('popstate', () => go(new URLSearchParams(location.search), { push: false }));
  document.addEventListener('click', clicked);
  list.addEventListener('pointerover', event => intend(event.target.closest('.row')));
  list.addEventListener('focusin', event => {
    const row = event.target.closest('.row');
    if (row && event.target.matches(':focus-visible')) intend(row);
  });
  seen(reader.opened());
  if (reader.opened()) prepareNext();
}

/** Goes to an address of the inbox: another list, another conversation, or both. */
async function go(wanted, { push = true, replace = false, focus = false } = {}) {
  const thread = wanted.get('thread');
  const message = wanted.get('message');
  wanted.delete('thread');
  wanted.delete('message');
  const query = wanted.toString() || 'view=imbox';
  const address = `inbox.xhtml?${query}${thread ? `&thread=${thread}` : ''}${message ? `&message=${message}` : ''}`;
  if (replace) history.replaceState(history.state, '', address);
  else if (push) history.pushState({ fromList: Boolean(thread) && !reader.opened() }, '', address);
  try {
    const waits = query === lists.query() ? null : showList(query);
    lists.mark(thread);
    if (!thread) reader.close();
    else if (!reader.shows(thread, message)) await reader.open(thread, message);
    await waits;
    lists.mark(thread);
    if (focus) document.getElementById('subject')?.focus({ preventScroll: true });
    seen(thread);
    if (thread) prepareNext();
  } catch (problem) {
    failed(problem);
  }
}

/** The neighbours are what will probably be read next. */
function prepareNext() {
  for (const by of [-1, 1]) {
    const row = lists.neighbour(by);
    const { searchParams } = row ? new URL(row.querySelector('.row-link').href) : {};
    if (searchParams) reader.prepare(searchParams.get('thread'), searchParams.get('message')).catch(() => {});
  }
}

/** Whoever opens a conversation has read it. */
function seen(thread) {
  if (!thread || reader.opened() !== thread) return;
  const row = lists.rowOf(thread);
  if (!(row ? row.classList.contains('unread') : reader.unread())) return;
  stay(thread);
  perform('read', [thread], { quiet: true, messages: reader.alone() ? [reader.alone()] : null });
}

async function showList(query) {
  left.set(lists.query(), { body: lists.body(), scrolled: list.scrollTop });
  if (left.size > KEPT_LISTS) left.delete(left.keys().next().value);
  markCurrent(query);
  const known = left.get(query);
  if (known) {
    lists.replace(known.body);
    list.scrollTop = known.scrolled;
    left.delete(query);
  } else {
    const blank = lists.body().cloneNode(false);
    blank.dataset.query = query;
    blank.append(document.getElementById('list-skeleton').content.cloneNode(true));
    lists.replace(blank);
    list.scrollTop = 0;
    const asked = performance.now();
    const next = (await fragment('list', query)).querySelector('#list-body');
    if (lists.query() !== query) return;
    next.dataset.query = query;
    amend(next, asked, query);
    lists.replace(next);
  }
  document.title = lists.body().dataset.title;
  refreshNavigation(query).catch(failed);
  if (known) refresh(reader.opened).catch(failed);
}

function clicked(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.altKey) return;
  const button = event.target.closest('[data-act]');
  if (button) return pressed(button);
  const row = event.target.closest('.row');
  if (row && picks(event, row)) return event.preventDefault();
  if (event.shiftKey) return;
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
  if (act === 'further') lists.loadFurther(button.closest('.part'));
  if (act === 'unpick') selection.none();
  if (act === 'star-message') starMessage(button);
  if (commands[act]) run(act, about(button));
}

/** The conversations that a button is about, by where it stands. */
function about(button) {
  if (button.closest('#bulk')) return selection.picked().map(row => row.dataset.id);
  const id = button.closest('.row')?.dataset.id ?? reader.opened();
  return id ? [id] : [];
}

function run(act, ids) {
  left.clear();
  reader.forget(ids);
  commands[act](ids);
  tools.update();
  // an unread conversation that stayed open would be read again with the next look
  if (act === 'unread' && ids.includes(reader.opened())) back();
}

function starMessage(button) {
  const { id, on } = reader.toggleStar(button);
  reader.forget([reader.opened()]);
  perform(on ? 'star' : 'unstar', [reader.opened()], { messages: [id] });
}

/** Chooses rows: by their picture, by shift, or by touch once some are chosen. */
function picks(event, row) {
  if (event.shiftKey) selection.upTo(row);
  else if (event.target.closest('.avatar') || (list.matches('.choosing') && event.pointerType === 'touch')) selection.toggle(row);
  else return false;
  return true;
}

/** Moves by one row; opens it when a conversation is open beside the list. */
function step(by, always = false) {
  const row = lists.neighbour(by);
  if (!row) return;
  lists.stand(row);
  if (always || (reader.opened() && isWide())) open(row);
}

let soon = 0;
let asked = 0;
function open(row) {
  clearTimeout(soon);
  lists.mark(row.dataset.id);
  const replace = Boolean(reader.opened());
  const held = performance.now() - asked < 130;
  asked = performance.now();
  // held keys run through the list; only where they rest something is opened
  if (held) soon = setTimeout(() => go(addressOf(row), { replace }), 60);
  else go(addressOf(row), { replace });
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

function back(to = lists.rowOf(reader.opened()) ?? lists.rows()[0]) {
  if (history.state?.fromList) history.back();
  else go(new URLSearchParams(lists.query()));
  lists.stand(to);
}

let resting = 0;
function intend(row) {
  clearTimeout(resting);
  if (row) resting = setTimeout(() => reader.prefetch(row.dataset.id).catch(() => {}), 70);
}

function isWide() {
  return matchMedia('(min-width: 640px)').matches;
}

async function arrived(burst) {
  const mail = ['message', 'thread', 'counts', 'reset'].some(kind => burst.has(kind));
  const address = lists.query();
  if (burst.has('message')) announce(say('client.arrived'));
  if (burst.has('refusal') || burst.has('reset')) refusals.refresh().catch(failed);
  if (mail) {
    reader.forget(changed(burst));
    forgetFolders();
    left.clear();
    await refresh(reader.opened);
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

function foldersChanged(gone) {
  left.clear();
  if (gone && lists.query() === `mailbox=${gone}`) go(new URLSearchParams('view=imbox'));
  else Promise.all([refreshNavigation(lists.query()), refresh(reader.opened), reader.update()]).catch(failed);
}

function failed(problem) {
  // that the line is dead is told for itself, and once
  if (problem.name !== 'AbortError' && navigator.onLine) tell(say('client.failed'));
}

function bindKeys() {
  const inList = target => !target.closest?.('.read, .nav, .menu') || target === document.body;
  // elsewhere arrows scroll, as they always do
  const apart = (target, key) => key.length === 1 || inList(target);
  const about = target => !target.closest?.('.nav, .bar') && meant().length > 0;
  bind('client.keys.move', ['j', 'ArrowDown'], 'client.key.next', () => step(1), apart);
  bind('client.keys.move', ['k', 'ArrowUp'], 'client.key.previous', () => step(-1), apart);
  bind('client.keys.move', ['o'], 'client.key.open', () => lists.here()?.querySelector('.row-link').click());
  bind('client.keys.move', ['u', 'Escape'], 'client.key.close', () => {
    if (selection.picked().length) selection.none();
    else if (reader.opened()) back();
  });
  bind('client.keys.move', [';'], 'client.key.unfold', () => reader.opened() && reader.unfold());
  bind('client.keys.do', ['e'], 'client.key.archive', () => run('archive', meant()), about);
  bind('client.keys.do', ['#', 'Delete'], 'client.key.trash', () => run('trash', meant()), about);
  bind('client.keys.do', ['s'], 'client.key.star', () => run('star', meant()), about);
  bind('client.keys.do', ['I'], 'client.key.read', () => run('read', meant()), about);
  bind('client.keys.do', ['U'], 'client.key.unread', () => run('unread', meant()), about);
  bind('client.keys.do', ['v'], 'client.key.move', () => run('move', meant()), about);
  bind('client.keys.do', ['l'], 'client.key.label', () => run('label', meant()), about);
  bind('client.keys.do', ['!'], 'client.key.spam', () => run('spam', meant()), about);
  bind('client.keys.do', ['z'], 'client.key.undo', () => undo());
  bind('client.keys.choose', ['x'], 'client.key.choose', () => lists.here() && selection.toggle(lists.here()));
  bind('client.keys.choose', ['J'], 'client.key.choose-down', () => selection.extend(1));
  bind('client.keys.choose', ['K'], 'client.key.choose-up', () => selection.extend(-1));
  bind('client.keys.choose', ['* a'], 'client.key.choose-all', () => selection.all());
  bind('client.keys.choose', ['* n'], 'client.key.choose-none', () => selection.none());
  const places = [
    ['g i', 'imbox', 'client.key.go-imbox'],
    ['g s', 'starred', 'client.key.go-starred'],
    ['g d', 'drafts', 'client.key.go-drafts'],
    ['g t', 'sent', 'client.key.go-sent'],
    ['g a', 'all', 'client.key.go-all'],
  ];
  for (const [keys, view, word] of places) bind('client.keys.go', [keys], word, () => go(new URLSearchParams({ view })));
}
