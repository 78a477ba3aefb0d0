// The inbox: one page in which lists and conversations come and go, each with an address of its own.
import * as lists from './list.js';
import * as reader from './reader.js';
import { begin, markCurrent, refreshNavigation } from './chrome.js';
import { bind } from './keys.js';
import { listen } from './live.js';
import { refresh } from './fresh.js';
import { fragment } from './server.js';
import { announce, tell } from './notices.js';
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
  list.querySelector('.row-link[aria-current]')?.scrollIntoView({ block: 'nearest' });
  history.replaceState({ fromList: false }, '');
  listen(['message', 'thread', 'counts', 'sync', 'reset'], burst => arrived(burst).catch(failed), { catchUp: true });
  if (otherZone) Promise.all([refresh(reader.opened, { atOnce: true }), reader.repeat()]).catch(failed);
  addEventListener('popstate', () => go(new URLSearchParams(location.search), { push: false }));
  document.addEventListener('click', clicked);
  list.addEventListener('pointerover', event => intend(event.target.closest('.row')));
  list.addEventListener('focusin', event => {
    const row = event.target.closest('.row');
    if (row && event.target.matches(':focus-visible')) intend(row);
  });
}

/** Goes to an address of the inbox: another list, another conversation, or both. */
async function go(wanted, { push = true, focus = false } = {}) {
  const thread = wanted.get('thread');
  wanted.delete('thread');
  const query = wanted.toString() || 'view=imbox';
  const address = `inbox.xhtml?${query}${thread ? `&thread=${thread}` : ''}`;
  if (push) history.pushState({ fromList: Boolean(thread) && !reader.opened() }, '', address);
  try {
    const waits = query === lists.query() ? null : showList(query);
    lists.mark(thread);
    if (!thread) reader.close();
    else if (thread !== reader.opened()) await reader.open(thread);
    await waits;
    lists.mark(thread);
    if (focus) document.getElementById('subject')?.focus({ preventScroll: true });
  } catch (problem) {
    failed(problem);
  }
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
    const next = (await fragment('list', query)).querySelector('#list-body');
    if (lists.query() !== query) return;
    next.dataset.query = query;
    lists.replace(next);
  }
  document.title = lists.body().dataset.title;
  refreshNavigation(query).catch(failed);
  if (known) refresh(reader.opened).catch(failed);
}

function clicked(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const act = event.target.closest('[data-act]')?.dataset.act;
  if (act === 'back') back();
  if (act === 'next') step(1, true);
  if (act === 'previous') step(-1, true);
  if (act === 'unfold') reader.unfold();
  if (act === 'further') lists.loadFurther(event.target.closest('.part'));
  // a row that has just come into sight may not have drawn its link yet
  const link = event.target.closest('a[data-query]') ?? event.target.closest('.row')?.querySelector('.row-link');
  if (!link) return;
  event.preventDefault();
  // a click by keyboard has no position
  go(new URL(link.href).searchParams, { focus: event.detail === 0 && link.matches('.row-link') });
}

/** Moves by one row; opens it when a conversation is open beside the list. */
function step(by, always = false) {
  const row = lists.neighbour(by);
  if (!row) return;
  lists.stand(row);
  if (always || (reader.opened() && isWide())) open(row);
}

let soon = 0;
function open(row) {
  clearTimeout(soon);
  lists.mark(row.dataset.id);
  // held keys run through the list; only where they rest something is opened
  soon = setTimeout(() => go(new URL(row.querySelector('a').href).searchParams, { push: !reader.opened() }), 60);
}

function back() {
  const row = lists.rowOf(reader.opened());
  if (history.state?.fromList) history.back();
  else go(new URLSearchParams(lists.query()));
  lists.stand(row ?? lists.rows()[0]);
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
  if (mail) {
    reader.forget();
    left.clear();
    await refresh(reader.opened);
  }
  await refreshNavigation(address);
  if (!mail) return;
  if (burst.has('reset') || [...burst.values()].flat().some(reader.concerns)) await reader.update();
}

function failed(problem) {
  if (problem.name !== 'AbortError') tell(say('client.failed'));
}

function bindKeys() {
  const inList = target => !target.closest?.('.read, .nav, .menu') || target === document.body;
  // elsewhere arrows scroll, as they always do
  const apart = (target, key) => key.length === 1 || inList(target);
  bind('client.keys.move', ['j', 'ArrowDown'], 'client.key.next', () => step(1), apart);
  bind('client.keys.move', ['k', 'ArrowUp'], 'client.key.previous', () => step(-1), apart);
  bind('client.keys.move', ['o'], 'client.key.open', () => lists.here()?.querySelector('a').click());
  bind('client.keys.move', ['u', 'Escape'], 'client.key.close', () => reader.opened() && back());
  bind('client.keys.move', [';'], 'client.key.unfold', () => reader.opened() && reader.unfold());
  const places = [
    ['g i', 'imbox', 'client.key.go-imbox'],
    ['g s', 'starred', 'client.key.go-starred'],
    ['g d', 'drafts', 'client.key.go-drafts'],
    ['g t', 'sent', 'client.key.go-sent'],
    ['g a', 'all', 'client.key.go-all'],
  ];
  for (const [keys, view, word] of places) bind('client.keys.go', [keys], word, () => go(new URLSearchParams({ view })));
}
