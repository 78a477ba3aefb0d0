// Why a message is where it is, in sentences, and where it belongs instead.
import * as lists from './list.js';
import { refreshNavigation } from './chrome.js';
import { meant, sort } from './commands.js';
import { refresh } from './fresh.js';
import { explain, tell } from './notices.js';
import { called, view } from './places.js';
import * as reader from './reader.js';
import { provide } from './registry.js';
import { decideOn } from './screener.js';
import { fragment, send } from './server.js';
import { say } from './words.js';

const dialog = document.getElementById('why');
const content = document.getElementById('why-content');
const pane = document.getElementById('reading');
const SORTED = ['imbox', 'feed', 'paper_trail'];
// an open conversation is explained once somebody seems to stay with it
const REST = 500;
const KEPT = 24;
const kept = new Map();
const said = new Map();
let resting = 0;
let about = null;

/** Makes the key, the chip above a conversation and the dialog work. */
export function attend() {
  provide('why', () => open(meant()[0]), { applies: () => meant().length === 1 });
  pane.addEventListener('click', event => {
    if (event.target.closest('[data-act=why]')) open(reader.opened());
  });
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
    const button = event.target.closest('[data-category]');
    if (button) correct(button.dataset.category);
    if (event.target.closest('[data-act=why-out]')) keepOut();
    const undo = event.target.closest('[data-act=why-undo]');
    if (undo) takeBack(undo);
  });
  dialog.addEventListener('change', event => { if (event.target.name === 'about') tellStored(); });
  // what is said above the messages is drawn anew with them
  new MutationObserver(follow).observe(document.getElementById('reader'), { childList: true, subtree: true });
  follow();
}

/** Tells of the conversation that is open where it is; a little later also why. */
export function follow() {
  clearTimeout(resting);
  const chip = pane.querySelector('[data-act=why]');
  const id = reader.opened();
  if (!chip || !id) return;
  const category = lists.rowOf(id)?.dataset.category ?? (SORTED.includes(view()) ? view() : '');
  const words = said.get(id) ?? (category ? say('client.why.chip', called(category)) : say('client.key.why'));
  const text = chip.querySelector('span');
  if (text.textContent !== words) text.textContent = words;
  if (said.has(id)) return;
  resting = setTimeout(async () => {
    const told = await explanation(id).catch(() => null);
    if (!told || reader.opened() !== id || !chip.isConnected) return;
    remember(id, told);
    follow();
  }, REST);
}

/** The reason that is said in short; of a few conversations, and until something is done to them. */
function remember(id, told) {
  said.set(id, told.dataset.chip);
  if (said.size > KEPT) said.delete(said.keys().next().value);
}

/** Shows why that conversation, or message in a list of messages, is where it is; of a conversation the latest message that came, or that one. */
export async function open(id, message = null) {
  if (!id || dialog.open) return;
  about = id;
  dialog.showModal();
  if (!kept.has(id)) content.replaceChildren(document.getElementById('why-skeleton').content.cloneNode(true));
  try {
    const told = await (message ? asked(`message=${encodeURIComponent(message)}`) : explanation(id));
    if (about !== id || !dialog.open) return;
    if (!told) throw new Error('nothing told');
    content.replaceChildren(told.cloneNode(true));
    if (!message) remember(id, told);
    tellStored();
    content.querySelector('[aria-pressed=false][data-category]')?.focus({ preventScroll: true });
  } catch (problem) {
    dialog.close();
    tell(problem.kind ? explain(problem) : say('client.failed'));
  } finally {
    kept.delete(id);
  }
}

/** The explanation of a conversation, as the server tells it; kept until the next moment. */
function explanation(id) {
  const known = kept.get(id);
  if (known) return known;
  const message = lists.flat() && lists.rowOf(id) ? id : reader.opened() === id ? reader.alone() : null;
  const thread = lists.rowOf(id)?.dataset.thread ?? (reader.opened() === id ? reader.conversation() : id);
  const answer = asked(message ? `message=${encodeURIComponent(message)}` : `thread=${encodeURIComponent(thread)}`);
  kept.clear();
  kept.set(id, answer);
  answer.catch(() => kept.delete(id));
  return answer;
}

const asked = query => fragment('why', query).then(part => part.querySelector('.why'));

const scope = () => content.querySelector('[name=about]:checked');

/** How much of what is there already would move with it. */
function tellStored() {
  const line = content.querySelector('.why-stored');
  if (!line) return;
  const stored = Number(scope()?.dataset.stored ?? 0);
  line.hidden = stored === 0;
  line.querySelector('span').textContent = stored === 1 ? say('client.why.stored.one') : say('client.why.stored.many', stored);
}

function correct(category) {
  const chosen = scope();
  const stored = Number(chosen?.dataset.stored ?? 0) > 0 && content.querySelector('[name=stored]').checked;
  const from = chosen?.dataset.whom ?? '';
  const id = about;
  dialog.close();
  reader.forget();
  said.delete(id);
  Promise.resolve(sort([id], category, { about: chosen?.value ?? null, stored, from })).then(follow);
}

/** Takes back what one rule did to this message, here and at its server. */
async function takeBack(button) {
  const { message } = content.querySelector('.why').dataset;
  const id = about;
  button.disabled = true;
  try {
    const undone = await send('POST', 'actions/undo', { messageId: message, actionId: button.dataset.action });
    dialog.close();
    reader.forget();
    said.delete(id);
    tell(say(undone.changed > 0 ? 'client.undo.done' : 'client.undo.no-change'));
    refreshNavigation(lists.query()).catch(() => {});
    await refresh(reader.opened, { atOnce: true }).catch(() => {});
    await reader.update().catch(() => {});
    follow();
  } catch (problem) {
    button.disabled = false;
    tell(explain(problem));
  }
}

function keepOut() {
  const { from } = content.querySelector('.why').dataset;
  dialog.close();
  decideOn([from], 'out');
}
