// The Screener: who wrote for the first time waits here until somebody decides where their mail goes, or that it is not
// wanted. Several can be chosen and decided about together, and a decision can be about a whole domain.
import * as lists from './list.js';
import { note, offerUndo } from './actions.js';
import { lowerWaiting, raise } from './counts.js';
import { done, drop, hold, refresh } from './fresh.js';
import { announce, explain, tell } from './notices.js';
import * as reader from './reader.js';
import { send } from './server.js';
import { say } from './words.js';

const { list } = lists;
const SAYS = {
  imbox: ['client.screener.imbox.one', 'client.screener.imbox.many'],
  feed: ['client.screener.feed.one', 'client.screener.feed.many'],
  paper_trail: ['client.screener.paper.one', 'client.screener.paper.many'],
  out: ['client.screener.out.one', 'client.screener.out.many'],
  in: ['client.screener.in.one', 'client.screener.in.many'],
};
let leave = () => {};

/** Makes the senders work; `gone` leaves the conversation that is open. */
export function attend(gone) {
  leave = gone;
  list.addEventListener('click', clicked);
  list.addEventListener('change', event => { if (event.target.closest('.sender-pick')) show(); });
  list.addEventListener('focusin', event => {
    if (event.target.matches('.sender-link')) makeStop(event.target.closest('.sender'));
  });
  for (const change of ['shown', 'senders']) list.addEventListener(change, () => { if (isShown()) show(); });
  if (isShown()) show();
}

/** Whether the list that is shown is one of senders. */
export const isShown = () => lists.body().dataset.form === 'senders';

/** The sender where the viewer stands. */
export const here = () => isShown() ? document.activeElement?.closest('.sender') ?? null : null;

const cards = () => [...list.querySelectorAll('.sender')];
const picks = () => cards().filter(card => card.querySelector('.sender-pick').checked);
const threads = card => card.dataset.threads.split(' ').filter(Boolean);

/** How many are chosen. */
export const chosen = () => isShown() ? picks().length : 0;

/** The conversations of those who are chosen, of the one where the viewer stands, or the open one. */
export function meant() {
  const meantCards = picks().length ? picks() : here() ? [here()] : [];
  if (meantCards.length) return meantCards.flatMap(threads);
  return reader.conversation() ? [reader.conversation()] : [];
}

/** Chooses a sender, or leaves them. */
export function toggle(card) {
  const box = card.querySelector('.sender-pick');
  box.checked = !box.checked;
  show();
}

/** Chooses everybody. */
export function all() {
  for (const card of cards()) card.querySelector('.sender-pick').checked = true;
  show();
}

/** Chooses nobody. */
export function none() {
  for (const card of cards()) card.querySelector('.sender-pick').checked = false;
  show();
}

/** Moves by one sender. */
export function step(by) {
  const known = cards();
  const at = known.indexOf(here());
  const next = known[at < 0 ? 0 : at + by];
  next?.querySelector('.sender-link').focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Decides about those whom these conversations are of. */
export function decide(ids, decision) {
  const wanted = new Set(ids);
  const known = cards();
  const meantCards = known.filter(card => threads(card).some(id => wanted.has(id)));
  return about(meantCards, decision);
}

/** Lets those in whose mail was not wanted. */
export function letIn(ids) {
  const rows = (Array.isArray(ids) ? ids : []).map(lists.rowOf).filter(row => row?.dataset.from);
  const who = [...new Set(rows.map(row => row.dataset.from))];
  if (who.length === 0) return tell(say('client.screener.whole'));
  const all = lists.rows().filter(row => who.includes(row.dataset.from));
  if (all.some(row => row.dataset.id === reader.opened())) leave();
  lists.take(all);
  return ask(who, 'in', hold(all.map(row => row.dataset.id), null, lists.query()), []);
}

/** Decides about senders by their addresses, wherever their mail is. */
export const decideOn = (who, decision) => ask(who, decision, hold([], null), []);

function about(meantCards, decision) {
  if (meantCards.length === 0) return;
  const who = [...new Set(meantCards.map(card => card.querySelector('.sender-domain')?.checked ? card.dataset.domain : card.dataset.id))];
  const going = cards().filter(card => meantCards.includes(card) || who.includes(card.dataset.domain));
  const standing = cards().find((card, at, known) => !going.includes(card) && at > known.indexOf(going[0]))
    ?? cards().findLast(card => !going.includes(card));
  const stood = going.some(card => card.contains(document.activeElement));
  const held = hold(going.map(card => card.dataset.id), null, lists.query());
  const counted = lowerWaiting(going.flatMap(threads).length);
  if (going.flatMap(threads).includes(reader.conversation())) leave();
  for (const card of going) card.remove();
  show();
  if (stood) (standing?.querySelector('.sender-link') ?? document.getElementById('start')).focus({ preventScroll: !standing });
  return ask(who, decision, held, counted);
}

async function ask(who, decision, held, counted) {
  const restore = async () => {
    drop(held);
    raise(counted);
    await refresh(reader.opened, { atOnce: true }).catch(() => {});
  };
  const answer = send('POST', 'screener/decisions', { decisions: who.map(it => ({ who: it, decision })) });
  const forget = note(answer.then(it => [it]), restore);
  try {
    await answer;
    done(held);
    const [one, many] = SAYS[decision];
    offerUndo(who.length === 1 ? say(one, who[0]) : say(many, who.length));
    await refresh(reader.opened, { atOnce: true }).catch(() => {});
  } catch (problem) {
    forget();
    await restore();
    tell(explain(problem));
  }
}

function clicked(event) {
  const button = event.target.closest('[data-decide]');
  if (!button || !isShown()) return;
  const card = button.closest('.sender');
  about(card ? [card] : picks(), button.dataset.decide);
}

function makeStop(card) {
  for (const other of cards()) other.querySelector('.sender-link').tabIndex = other === card ? 0 : -1;
}

/** Brings the bar of what is chosen, and the words for nobody, in line with the cards. */
function show() {
  const known = cards();
  const count = picks().length;
  const bar = list.querySelector('.screener-bar');
  if (!bar) return;
  bar.hidden = count === 0;
  const words = count === 1 ? say('client.screener.picked.one') : say('client.screener.picked.many', count);
  if (count > 0 && bar.querySelector('b').textContent !== words) announce(words);
  bar.querySelector('b').textContent = words;
  list.querySelector('.screener > .state').hidden = known.length > 0;
  list.querySelector('.screener > .screener-note').hidden = known.length === 0;
  for (const card of known) card.classList.toggle('picked', card.querySelector('.sender-pick').checked);
  if (known.length && !known.some(card => card.querySelector('.sender-link').tabIndex === 0)) makeStop(known[0]);
}
