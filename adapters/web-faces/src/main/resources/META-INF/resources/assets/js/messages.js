// What can be done with one message: its menu, its source and headers, its plain text, paper.
import * as reader from './reader.js';
import { perform } from './actions.js';
import { fits } from './bindings.js';
import { commands } from './commands.js';
import { tell } from './notices.js';
import { SORTED } from './places.js';
import { api, fragment, root } from './server.js';
import { open as explainWhy } from './why.js';
import { say } from './words.js';

const pane = document.getElementById('reader');
const menu = document.getElementById('message-menu');
const dialog = document.getElementById('source');
const content = document.getElementById('source-content');
const MOST_SOURCE = 512 * 1024;
let message = null;
let opener = null;

const address = (id, part) => `${root}/api/v1/messages/${id}/${part}`;

const deeds = {
  form: () => otherForm(message),
  unread: () => unreadFrom(message),
  copy: () => copy(message.querySelector('.facts [data-copy]')?.dataset.copy ?? ''),
  headers: () => showHeaders(message.dataset.message),
  source: () => showSource(message.dataset.message),
  print: () => print(`message=${message.dataset.message}`),
  'print-all': () => print(`thread=${reader.conversation()}`),
  why: () => explainWhy(reader.opened(), message.dataset.message),
  'to-imbox': () => commands['to-imbox']([reader.opened()]),
  'to-feed': () => commands['to-feed']([reader.opened()]),
  'to-paper': () => commands['to-paper']([reader.opened()]),
  mute: () => commands[isMuted() && commands.unmute ? 'unmute' : 'mute']?.([reader.opened()]),
};

/** Whether new messages of the open conversation are not told of. */
const isMuted = () => pane.querySelector('[data-thread]')?.dataset.muted === 'true';

function openMenu(button) {
  message = button.closest('.msg');
  opener = button;
  const text = message.querySelector('[data-shown-as=text]');
  const form = menu.querySelector('[data-do=form]');
  form.hidden = !message.querySelector('[data-shown-as=html]');
  form.querySelector('[data-say]').textContent = say(text?.hidden ? 'client.message.form.text' : 'client.message.form.html');
  const mute = menu.querySelector('[data-do=mute]');
  mute.hidden = !commands.mute;
  mute.querySelector('[data-say]').textContent = say(isMuted() ? 'client.message.unmute' : 'client.message.mute');
  for (const deed of Object.keys(SORTED)) menu.querySelector(`[data-do=${deed}]`).hidden = !fits(deed);
  menu.querySelector('[data-do=print-all]').hidden = pane.querySelectorAll('.msg').length < 2 && !pane.querySelector('.earlier, .whole');
  menu.querySelector('[data-do=save]').href = address(message.dataset.message, 'raw');
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  const from = button.getBoundingClientRect();
  menu.style.top = `${Math.max(8, Math.min(from.bottom + 2, innerHeight - menu.offsetHeight - 8))}px`;
  menu.style.left = `${Math.max(8, Math.min(from.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8))}px`;
  items()[0].focus();
}

const items = () => [...menu.querySelectorAll('.menu-item')].filter(it => !it.hidden);

/** Shows the other form of a message; the plain text is fetched when somebody wants it. */
async function otherForm(of) {
  const html = of.querySelector('[data-shown-as=html]');
  const text = of.querySelector('[data-shown-as=text]');
  if (!html || !text) return;
  if (text.dataset.later) {
    const part = await fragment('text', `message=${encodeURIComponent(of.dataset.message)}`);
    text.replaceChildren(...part.children);
    delete text.dataset.later;
  }
  text.hidden = !text.hidden;
  html.hidden = !text.hidden;
}

/** Somebody will read on here later: this message and those after it count as unread again. */
function unreadFrom(first) {
  const all = [...pane.querySelectorAll('.msg')];
  const ids = all.slice(all.indexOf(first)).map(it => it.dataset.message);
  const thread = reader.conversation();
  reader.forget();
  // what stays open would be read again with the next look
  reader.pane.querySelector('[data-act=back]').click();
  perform('unread', [thread], { messages: ids });
}

/** Puts a text where it can be pasted from. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(say('client.copied'));
  } catch {
    tell(say('client.copy.failed'));
  }
}

async function showSource(id) {
  const response = await fetch(address(id, 'raw'), { headers: { Range: `bytes=0-${MOST_SOURCE - 1}` } });
  if (!response.ok) throw new Error(`source: ${response.status}`);
  const text = new TextDecoder('utf-8').decode(await response.arrayBuffer());
  const total = Number(response.headers.get('Content-Range')?.split('/')[1] ?? text.length);
  const source = document.createElement('pre');
  source.textContent = text;
  const clipped = total > MOST_SOURCE ? say('client.source.clipped', kilobytes(MOST_SOURCE), kilobytes(total)) : '';
  showDialog(id, say('client.source.title'), clipped, source);
}

async function showHeaders(id) {
  const { items: fields } = await api(`messages/${id}/headers`);
  const list = document.createElement('dl');
  list.className = 'headers';
  for (const field of fields) {
    const line = document.createElement('div');
    const name = document.createElement('dt');
    const value = document.createElement('dd');
    name.textContent = field.name;
    value.textContent = field.value;
    line.append(name, value);
    list.append(line);
  }
  showDialog(id, say('client.headers.title'), '', list);
}

function showDialog(id, title, note, shown) {
  document.getElementById('source-title').textContent = title;
  const said = document.getElementById('source-note');
  said.textContent = note;
  said.hidden = !note;
  content.replaceChildren(shown);
  dialog.querySelector('[data-do=save]').href = address(id, 'raw');
  dialog.showModal();
  content.scrollTop = 0;
  content.focus();
}

const kilobytes = bytes => `${Math.ceil(bytes / 1000).toLocaleString(document.documentElement.lang)} kB`;

/** Puts paper into a frame of its own, so that nothing of the page around it is printed. */
function print(query) {
  document.getElementById('paper')?.remove();
  const frame = document.createElement('iframe');
  frame.id = 'paper';
  frame.className = 'paper-frame';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  // no scripts: only this page may ask it to print
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.src = `${root}/print.xhtml?${query}`;
  frame.addEventListener('load', () => {
    if (frame.contentDocument?.URL === 'about:blank') return;
    frame.dataset.ready = 'true';
    frame.contentWindow.print();
  });
  document.body.append(frame);
}

/** Lists say in a header of their own which one a message came through; nobody needs that before they look. */
async function tellList(facts) {
  if (facts.dataset.list) return;
  facts.dataset.list = 'asked';
  const { items: fields } = await api(`messages/${facts.closest('.msg').dataset.message}/headers`);
  const list = fields.find(it => it.name.toLowerCase() === 'list-id')?.value;
  if (!list) return;
  const line = document.createElement('div');
  const name = document.createElement('dt');
  const value = document.createElement('dd');
  name.textContent = say('client.fact.list');
  value.textContent = list;
  line.append(name, value);
  facts.querySelector('dl').append(line);
}

function failed() {
  tell(say('client.failed'));
}

pane.addEventListener('click', event => {
  const button = event.target.closest('[data-act=message-menu]');
  if (button) openMenu(button);
  const copied = event.target.closest('[data-copy]');
  if (copied) copy(copied.dataset.copy);
});
pane.addEventListener('toggle', event => {
  if (event.target.matches('.facts') && event.target.open) tellList(event.target).catch(failed);
}, true);
menu.addEventListener('click', event => {
  const item = event.target.closest('.menu-item');
  if (!item) return;
  menu.hidePopover();
  Promise.resolve(deeds[item.dataset.do]?.()).catch(failed);
});
menu.addEventListener('keydown', event => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const all = items();
  all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
});
menu.addEventListener('toggle', event => {
  if (event.newState !== 'closed') return;
  opener?.setAttribute('aria-expanded', 'false');
  if (document.activeElement === document.body) opener?.focus({ preventScroll: true });
});
dialog.addEventListener('click', event => {
  if (event.target.closest('[data-do=copy-all]')) copy(asText(content));
  if (event.target === dialog) dialog.close();
});

function asText(shown) {
  const lines = [...shown.querySelectorAll('.headers > div')];
  return lines.length ? lines.map(line => `${line.children[0].textContent}: ${line.children[1].textContent}`).join('\n') : shown.textContent;
}
