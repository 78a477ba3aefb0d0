// The reader: fetching a conversation, showing mail in its frame, and what can be done with it.
import { fragment } from './server.js';
import { listen } from './keys.js';
import { guard } from './safety.js';

export const pane = document.getElementById('reading');
const reader = document.getElementById('reader');
const KEPT = 24;
const KEPT_FOR = 60000;
const kept = new Map();
let running = null;

/** Which conversation is shown, or nothing. */
export const opened = () => reader.querySelector('[data-thread]')?.dataset.thread ?? null;

const thread = () => reader.querySelector('[data-thread]');

/** The account whose conversation is shown. */
export const account = () => thread()?.dataset.account ?? null;

/** What the conversation is about. */
export const subject = () => reader.querySelector('#subject')?.textContent ?? '';

/** Whether something in it had not been read. */
export const unread = () => reader.querySelector('.msg.unread') !== null;

/** Whether a message of it carries a star. */
export const starred = () => reader.querySelector('.msg .star[aria-pressed=true]') !== null;

/** The labels that it carries. */
export const labels = () => [...reader.querySelectorAll('.meta [data-label]')].map(it => it.dataset.label);

/** Whether these news are about the conversation that is shown. */
export const concerns = news => [news.threadId, news.accountId].some(id => id && (id === opened() || id === account()));

/** Fetches a conversation before it is asked for. */
export function prefetch(id) {
  const known = kept.get(id);
  if (known && Date.now() - known.at < KEPT_FOR) return known.part;
  const part = fragment('thread', `thread=${encodeURIComponent(id)}`);
  part.catch(() => kept.delete(id));
  kept.delete(id);
  kept.set(id, { part, at: Date.now() });
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return part;
}

/** Forgets what was fetched: something has changed. */
export function forget() {
  kept.clear();
}

/** Shows a conversation; whatever was asked for later wins. */
export async function open(id) {
  const mine = running = Symbol(id);
  pane.dataset.open = 'true';
  // a skeleton only when waiting can be felt, or the page would flicker
  const timer = setTimeout(() => running === mine && show(template('reader-skeleton')), 120);
  try {
    const part = (await prefetch(id)).cloneNode(true);
    if (running !== mine) return;
    show(...part.children);
    attend();
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
  if (!id) return;
  const now = (await fragment('thread', `thread=${encodeURIComponent(id)}`)).querySelector('[data-thread]');
  const mine = thread();
  if (!now || opened() !== id) return;
  mine.querySelector('.meta').replaceWith(now.querySelector('.meta'));
  const theirs = [...now.querySelectorAll('.msg')];
  const there = new Set(theirs.map(message => message.dataset.message));
  for (const message of mine.querySelectorAll('.msg')) if (!there.has(message.dataset.message)) message.remove();
  let last = mine.querySelector('.meta');
  for (const message of theirs) {
    const before = mine.querySelector(`.msg[data-message="${message.dataset.message}"]`);
    if (before) {
      star(before, message.querySelector('.star').getAttribute('aria-pressed') === 'true');
      last = before;
    } else { last.after(message); last = message; }
  }
  attend();
}

/** Reads the conversation anew, in another time zone. */
export async function repeat() {
  const id = opened();
  forget();
  if (id) await open(id);
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

function star(message, on) {
  message.querySelector('.star').setAttribute('aria-pressed', String(on));
  const summary = message.querySelector('summary');
  summary.querySelector('.mark-star')?.remove();
  if (on) summary.querySelector('time').before(template('mark-star'));
}

function showStar() {
  pane.querySelector('.tools .star').setAttribute('aria-pressed', String(starred()));
}

/** Makes the messages that are shown work. */
export function attend() {
  showStar();
  for (const frame of reader.querySelectorAll('.sheet iframe:not([data-attended])')) attendFrame(frame);
  pressed();
}

function pressed() {
  const messages = [...reader.querySelectorAll('.msg')];
  const button = pane.querySelector('.unfold');
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

function attendFrame(frame) {
  frame.dataset.attended = 'true';
  const ready = () => {
    const mail = frame.contentDocument;
    // a frame that has not begun to load holds an empty page of its own
    if (!mail?.body || mail.URL === 'about:blank') return;
    const size = () => { frame.style.height = `${Math.ceil(mail.documentElement.getBoundingClientRect().height)}px`; };
    let width = 0;
    new ResizeObserver(() => {
      if (width !== frame.clientWidth) fit(mail);
      width = frame.clientWidth;
      size();
    }).observe(mail.documentElement);
    fit(mail);
    size();
    listen(mail);
    frame.classList.add('ready');
    guard(frame, mail);
    offerUnused(frame, mail);
  };
  frame.addEventListener('load', ready);
  if (frame.contentDocument?.readyState === 'complete') ready();
}

/** Mail that is laid out wider than the frame is drawn smaller, down to half: most of it was made for one width. */
function fit(mail) {
  mail.body.style.zoom = '';
  const room = mail.documentElement.clientWidth;
  const wide = Math.max(mail.body.scrollWidth, mail.documentElement.scrollWidth);
  if (room > 0 && wide > room + 1) mail.body.style.zoom = String(Math.max(0.5, room / wide));
}

/** Pictures that the mail itself does not show are offered like any other file. */
function offerUnused(frame, mail) {
  const shown = [...mail.images].map(image => image.getAttribute('src') ?? '');
  for (const file of frame.closest('.msg-inside').querySelectorAll('[data-aside]'))
    file.hidden = shown.some(src => src.endsWith(`/attachments/${file.dataset.aside}`));
}

reader.addEventListener('click', event => {
  const button = event.target.closest('[data-form]');
  if (!button) return;
  const inside = button.closest('.msg-inside');
  for (const other of inside.querySelectorAll('[data-form]')) other.setAttribute('aria-pressed', String(other === button));
  for (const form of inside.querySelectorAll('[data-shown-as]')) form.hidden = form.dataset.shownAs !== button.dataset.form;
});
reader.addEventListener('toggle', event => event.target.classList.contains('msg') && pressed(), true);
