// The reader: fetching a conversation, showing mail in its frame, and what can be done with it.
import { attendFrame } from './frames.js';
import { whenIdle } from './idle.js';
import { fragment } from './server.js';
import { tell } from './notices.js';
import { recolour } from './safety.js';
import { say } from './words.js';

export const pane = document.getElementById('reading');
const reader = document.getElementById('reader');
const [ready, leaving] = backstage();
const KEPT = 24;
const KEPT_FOR = 60000;
// conversations whose mail is drawn already, though nobody sees it
const PREPARED = 3;
// how long nobody has pressed a key before what comes next is drawn, in ms
const QUIET = 40;
// all messages of a long conversation may be unfolded at once
const FILLED_AT_ONCE = 4;
const kept = new Map();
let running = null;
let preparing = 0;
let settling = 0;

/** Places that are drawn like the reader, where nothing is seen, heard or found: one to wait in, one to leave by. */
function backstage() {
  const root = document.getElementById('reader-ready').attachShadow({ mode: 'closed' });
  const places = [document.createElement('div'), document.createElement('div')];
  for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) root.append(sheet.cloneNode());
  root.append(...places);
  return places;
}

/** Takes off the page what was shown. Ending its frames takes longer than a key may, so that waits for a quiet moment. */
function leave(node) {
  if (node.nodeType !== Node.ELEMENT_NODE || !leaving.moveBefore) return void node.remove();
  leaving.moveBefore(node, null);
  whenIdle(() => node.remove(), 2000);
}

const thread = () => reader.querySelector('[data-thread]');
/** The row of a conversation that is shown for one message of it. */
const row = part => part?.dataset.row || null;

/** The row of what is shown: the id of a conversation, or of a message in lists of messages; or nothing. */
export const opened = () => row(thread()) ?? thread()?.dataset.thread ?? null;

/** Which conversation it is, or is part of; or nothing. */
export const conversation = () => thread()?.dataset.thread ?? null;

/** Which single message of it is shown without the others, or nothing. */
export const alone = () => thread()?.dataset.alone ?? null;

/** The account whose conversation is shown. */
export const account = () => thread()?.dataset.account ?? null;

/** What the conversation is about. */
export const subject = () => reader.querySelector('#subject')?.textContent ?? '';

/** Whether something in it had not been read. */
export const unread = () => reader.querySelector('.msg.unread') !== null;

/** Whether a message of it carries a star. */
export const starred = () => reader.querySelector('.msg .star[aria-pressed=true], .msg .mark-star') !== null;

/** The labels that it carries. */
export const labels = () => [...reader.querySelectorAll('.meta [data-label]')].map(it => it.dataset.label);

/** Whether these news are about the conversation that is shown. */
export const concerns = news => [news.threadId, news.accountId].some(id => id && (id === thread()?.dataset.thread || id === account()));

/** Whether this is what is shown: a conversation, or one message of it. */
export const shows = (id, message = null) => id === thread()?.dataset.thread && message === row(thread());

/** Fetches a conversation, or one message of it, before it is asked for. */
export function prefetch(id, message = null) {
  const key = message ?? id;
  const known = kept.get(key);
  if (known && Date.now() - known.at < KEPT_FOR) return known.part;
  const part = fragment('thread', query(id, message));
  part.catch(() => kept.delete(key));
  kept.delete(key);
  kept.set(key, { part, thread: id, at: Date.now() });
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return part;
}

/**
 * Fetches what will probably be read next and draws it out of sight, the likeliest first: opening it then takes no time
 * at all. Drawing takes as long as a key may, so that waits for a quiet moment, one conversation after another.
 * @param next pairs of a conversation and the message of it that is shown alone, or null
 */
export function prepare(next) {
  clearTimeout(preparing);
  for (const it of next) prefetch(...it).catch(() => {});
  if (!reader.moveBefore) return;
  const [first, ...others] = next.filter(it => !prepared(...it) && !shows(...it));
  if (!first) return;
  const mine = preparing = setTimeout(() => whenIdle(async () => {
    const part = await prefetch(...first).catch(() => null);
    if (mine !== preparing) return;
    if (part) draw(part, ...first);
    prepare(others);
  }, 1000), QUIET);
}

function draw(fetched, id, message) {
  const part = fetched.querySelector('[data-thread]')?.cloneNode(true);
  if (!part || prepared(id, message) || shows(id, message)) return;
  part.dataset.at = String(Date.now());
  ready.parentNode.host.style.width = `${reader.clientWidth}px`;
  ready.append(part);
  for (const frame of part.querySelectorAll('.sheet iframe')) attendFrame(frame);
  while (ready.children.length > PREPARED) ready.firstElementChild.remove();
}

/**
 * Forgets what was fetched, of these conversations or of all: something has changed. What is drawn already is shown
 * nevertheless when only something somewhere has changed, and brought up to date while it is looked at.
 */
export function forget(ids = null) {
  for (const [key, { thread }] of kept) if (!ids || ids.includes(thread)) kept.delete(key);
  for (const part of [...ready.children]) {
    if (!ids) part.dataset.stale = 'true';
    else if (ids.includes(part.dataset.thread)) part.remove();
  }
}

/** Shows a conversation, or one message of it alone; whatever was asked for later wins. */
export async function open(id, message = null) {
  const mine = running = Symbol(id);
  pane.dataset.open = 'true';
  const drawn = prepared(id, message);
  if (drawn && Date.now() - Number(drawn.dataset.at) < KEPT_FOR) {
    // moved, not inserted anew: its frames keep what they show
    const before = [...reader.childNodes];
    reader.moveBefore(drawn, null);
    before.forEach(leave);
    // the theme may have changed while nobody saw it
    recolour();
    arrive(message);
    if (message) reveal(message).catch(() => {});
    if (drawn.dataset.stale) update().catch(() => {});
    return;
  }
  // a skeleton only when waiting can be felt, or the page would flicker
  const timer = setTimeout(() => running === mine && show(template('reader-skeleton')), 120);
  try {
    const part = (await prefetch(id, message)).cloneNode(true);
    if (running !== mine) return;
    const before = [...reader.childNodes];
    reader.append(...part.children);
    before.forEach(leave);
    arrive(message);
    if (message) await reveal(message);
  } finally {
    clearTimeout(timer);
  }
}

/** Shows that nothing is open. */
export function close() {
  running = null;
  delete pane.dataset.open;
  show(template('reader-none'));
}

/** Adds what has arrived in the open conversation; what is being read stays as it is. */
export async function update() {
  const id = opened();
  const message = alone();
  if (!id) return;
  const now = (await fragment('thread', query(thread().dataset.thread, row(thread())))).querySelector('[data-thread]');
  const mine = thread();
  if (!now || opened() !== id || alone() !== message) return;
  mine.querySelector('.meta').replaceWith(now.querySelector('.meta'));
  const theirs = [...now.querySelectorAll('.msg')];
  const there = new Set(theirs.map(it => it.dataset.message));
  // what was fetched of the earlier part is not in the answer, and may be there still
  const first = theirs.map(it => messageOf(mine, it.dataset.message)).find(Boolean);
  let behind = !first;
  for (const message of mine.querySelectorAll('.msg')) {
    behind ||= message === first;
    if (behind && !there.has(message.dataset.message)) message.remove();
  }
  let last = mine.querySelector('.earlier') ?? mine.querySelector('.meta');
  for (const message of theirs) {
    const before = messageOf(mine, message.dataset.message);
    if (before) {
      star(before, message.querySelector('.mark-star') !== null);
      before.classList.toggle('unread', message.classList.contains('unread'));
      before.querySelector('.places').replaceWith(message.querySelector('.places'));
      last = before;
    } else { last.after(message); last = message; }
  }
  attend();
}

/** Reads the conversation anew, in another time zone. */
export async function repeat() {
  const shown = thread();
  forget();
  ready.replaceChildren();
  if (shown) await open(shown.dataset.thread, row(shown));
}

/** Unfolds all messages, or folds all but the last one. */
export function unfold() {
  const messages = [...reader.querySelectorAll('.msg')];
  const all = messages.every(message => message.open);
  messages.forEach((message, at) => { message.open = !all || at === messages.length - 1; });
  pressed();
}

/** Shows what was done to the conversation before the server says so; `chip` draws a label. */
export function reflect(op, label, chip) {
  const messages = [...reader.querySelectorAll('.msg')];
  if (op === 'star' && messages.length) star(messages.at(-1), true);
  if (op === 'unstar') messages.forEach(message => star(message, false));
  if (op === 'label') reader.querySelector('.meta .labels').append(chip(label));
  if (op === 'mute' || op === 'unmute') {
    thread().dataset.muted = String(op === 'mute');
    thread().querySelector('.muted-chip').hidden = op === 'unmute';
  }
  if (op === 'unlabel') reader.querySelector(`.meta [data-label="${CSS.escape(label)}"]`)?.remove();
  showStar();
}

/** Puts a star on one message, or takes it away. Gives the message's id and whether it has one now. */
export function toggleStar(button) {
  const message = button.closest('.msg');
  const on = button.getAttribute('aria-pressed') !== 'true';
  star(message, on);
  showStar();
  return { id: message.dataset.message, on };
}

function query(id, message) {
  const whole = `thread=${encodeURIComponent(id)}`;
  return message ? `${whole}&message=${encodeURIComponent(message)}` : whole;
}

function prepared(id, message) {
  return [...ready.children].find(it => it.dataset.thread === id && row(it) === message);
}

function messageOf(place, id) {
  return place.querySelector(`.msg[data-message="${CSS.escape(id)}"]`);
}

function star(message, on) {
  message.querySelector('.star')?.setAttribute('aria-pressed', String(on));
  message.querySelector('summary .mark-star')?.remove();
  if (on) message.querySelector('summary .marks').append(template('mark-star'));
}

function showStar() {
  pane.querySelector('.tools .star')?.setAttribute('aria-pressed', String(starred()));
}

/** Makes the messages that are shown work; `early` when they came with the page. */
export function attend(early = false) {
  showStar();
  showPlaces();
  showMuted();
  for (const frame of reader.querySelectorAll('.sheet iframe:not([data-attended])')) attendFrame(frame, early);
  for (const message of reader.querySelectorAll('.msg[open]:has(> [data-later])')) fill(message);
  pressed();
}

function arrive(message) {
  attend();
  cancelAnimationFrame(settling);
  // laid out once, with the frame that shows it; what is brought into sight by itself has to be laid out at once
  if (message) settle();
  else settling = requestAnimationFrame(settle);
}

/** Scrolls to where reading begins. */
function settle() {
  pane.scrollTop = 0;
  // where many lines stand before what is new, what is new is what somebody came for
  const first = reader.querySelector('.msg.unread[open]') ?? [...reader.querySelectorAll('.msg[open]')].at(0);
  if (first && first.offsetTop > pane.clientHeight * 0.6) pane.scrollTop = first.offsetTop - 120;
}

/** Folders are named where they are not the one that is looked at anyway. */
function showPlaces() {
  const body = document.getElementById('list-body');
  const folder = new URLSearchParams(body?.dataset.query ?? '').get('mailbox');
  const role = body?.dataset.role ?? 'inbox';
  for (const place of reader.querySelectorAll('.place')) {
    const here = folder ? place.dataset.place === folder : place.dataset.role === role;
    const usual = place.dataset.role === 'inbox' && !['trash', 'junk', 'archive'].includes(role);
    place.hidden = here || usual;
  }
}

/** Whether nothing is said of new messages is told by the conversation, or by its row. */
function showMuted() {
  const mine = thread();
  if (!mine) return;
  const line = document.querySelector(`.row[data-id="${CSS.escape(opened())}"]`);
  if (line && 'muted' in line.dataset) mine.dataset.muted = line.dataset.muted;
  const chip = mine.querySelector('.muted-chip');
  if (chip) chip.hidden = mine.dataset.muted !== 'true';
}

function pressed() {
  const messages = [...reader.querySelectorAll('.msg')];
  const button = pane.querySelector('.unfold');
  if (!button) return;
  button.hidden = messages.length < 2;
  button.setAttribute('aria-pressed', String(messages.every(message => message.open)));
}

function show(...content) {
  reader.replaceChildren(...content);
  pane.scrollTop = 0;
}

function template(id) {
  return document.getElementById(id).content.cloneNode(true);
}

let filling = 0;
const waiting = [];

/** Fetches what a message says, now that it is unfolded. */
async function fill(message) {
  const inside = message.querySelector(':scope > [data-later]');
  if (!inside || inside.ariaBusy === 'true') return;
  inside.ariaBusy = 'true';
  if (filling >= FILLED_AT_ONCE) await new Promise(go => waiting.push(go));
  filling += 1;
  try {
    const part = await fragment('message', `message=${encodeURIComponent(message.dataset.message)}`);
    const full = part.querySelector('.msg > .msg-inside');
    if (!full || !message.isConnected) return;
    inside.replaceWith(full);
    // what its sender is to be believed may be known only now
    const from = part.querySelector('.msg > summary .from');
    if (from) message.querySelector(':scope > summary .from').replaceWith(from);
    attend();
  } catch {
    inside.ariaBusy = 'false';
    message.open = false;
    failed();
  } finally {
    filling -= 1;
    waiting.shift()?.();
  }
}

function failed() {
  if (navigator.onLine) tell(say('client.failed'));
}

/** Unfolds a message of the conversation, however far back it stands, and brings it into sight. */
async function reveal(id) {
  const mine = running;
  while (!messageOf(reader, id)) {
    const button = reader.querySelector('.earlier');
    // somebody asks for them already, or there are none
    if (!button || button.ariaBusy === 'true') return;
    await fetchEarlier(button);
    if (running !== mine) return;
  }
  const message = messageOf(reader, id);
  if (!message || alone()) return;
  message.open = true;
  message.scrollIntoView({ block: 'start' });
}

/** Fetches a part of what stands before the messages that are shown, and says how much is left. */
async function fetchEarlier(button) {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  try {
    const part = (await fragment('earlier', `thread=${encodeURIComponent(conversation())}&before=${encodeURIComponent(button.dataset.before)}`))
      .querySelector('[data-before]');
    if (!button.isConnected) return;
    const messages = [...part?.querySelectorAll('.msg') ?? []];
    const left = Math.max(0, Number(button.dataset.earlier) - messages.length);
    const stood = document.activeElement === button;
    // what is being read stays where it is
    const below = pane.scrollHeight - pane.scrollTop;
    button.after(...messages);
    pane.scrollTop = pane.scrollHeight - below;
    if (part?.dataset.more === 'true' && messages.length) {
      button.dataset.before = part.dataset.before;
      button.dataset.earlier = String(left);
      button.querySelector('span').textContent = left === 1 ? say('client.thread.earlier.one') : say('client.thread.earlier.many', left);
    } else button.remove();
    if (stood) messages.at(-1)?.querySelector('summary').focus({ preventScroll: true });
    showPlaces();
  } finally {
    button.ariaBusy = 'false';
  }
}

reader.addEventListener('click', event => {
  const earlier = event.target.closest('.earlier');
  if (earlier) fetchEarlier(earlier).catch(failed);
});
reader.addEventListener('toggle', event => {
  if (!event.target.classList.contains('msg')) return;
  if (event.target.open) fill(event.target);
  pressed();
}, true);
// an address may name a message of the conversation that the page came with
if (row(thread())) reveal(row(thread())).catch(failed);
