// The palette: every command, place and person, found by a few letters of their name.
import { drawing } from './drawing.js';
import { folders } from './folders.js';
import { choose as switchTo, chosen } from './preferences.js';
import { keycaps, offered, provide } from './registry.js';
import { api } from './server.js';
import { say } from './words.js';

const RECENT = 'waxwing-recent';
const KEPT = 12;
const FIRST = 7;
const MOST = 40;
const PAUSE = 120;
const SOMEBODY = 2;
// steps that nobody takes by name
const BY_KEY_ALONE = ['palette', 'menu', 'next', 'previous', 'close', 'choose-down', 'choose-up'];
const dialog = document.getElementById('palette');
const field = document.getElementById('palette-field');
const list = document.getElementById('palette-list');
const count = document.getElementById('palette-count');
let travel = query => location.assign(`inbox.xhtml?${query}`);
let all = [];
let people = [];
let shown = [];
let current = 0;
let asked = 0;

/** Makes the palette open with its key; `go` shows the list of a query string. */
export function attend(go = travel) {
  travel = go;
  provide('palette', open);
  document.addEventListener('click', event => { if (event.target.closest('[data-act=palette]')) open(); });
  // the key that opened it closes it again, where other keys rest
  dialog.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    dialog.close();
  });
  field.addEventListener('input', typed);
  field.addEventListener('keydown', pressed);
  list.addEventListener('click', event => {
    const item = event.target.closest('[role=option]');
    if (item) choose(Number(item.dataset.at));
  });
  list.addEventListener('pointermove', event => {
    const item = event.target.closest('[role=option]');
    if (item && Number(item.dataset.at) !== current) mark(Number(item.dataset.at), false);
  });
  // a click beside it closes it, as it does with menus
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
}

/** Opens it with everything that can be done here and now. */
export function open() {
  if (dialog.open) return;
  all = [...commands(), ...places(), ...switches()];
  people = [];
  field.value = '';
  current = 0;
  show();
  dialog.showModal();
  field.focus();
  gather();
}

/** Labels and folders that the navigation does not show are asked for while somebody is typing already. */
async function gather() {
  const known = new Set(all.map(it => it.id));
  const [labels, mailboxes] = await Promise.all([
    api('labels').then(answer => answer.items, () => []), folders().catch(() => [])]);
  const more = [
    ...mailboxes.filter(it => it.selectable && it.role === 'none').map(it => ({
      id: `mailbox=${it.id}`, kind: 'folder', icon: 'folder', text: it.name, hint: above(it.path),
      run: () => travel(`mailbox=${it.id}`) })),
    ...[...new Set(labels.map(it => it.name))].map(name => ({
      id: `label=${name}`, kind: 'label', icon: 'label', text: name.replaceAll('_', ' '),
      run: () => travel(`label=${encodeURIComponent(name)}`) })),
  ].filter(it => !known.has(it.id));
  if (!dialog.open) return;
  all.push(...more);
  show();
}

function commands() {
  return offered().filter(it => it.group !== 'go' && !BY_KEY_ALONE.includes(it.id)).map(it => ({
    id: it.id, kind: 'command', icon: it.icon, text: say(it.id === 'trash' ? 'client.menu.trash' : it.word), keys: it.keys[0], run: it.run }));
}

function places() {
  const going = new Map(offered().filter(it => it.view).map(it => [it.view, it.keys[0]]));
  const links = [...document.querySelectorAll('#nav a[data-query]')].map(link => {
    const address = new URLSearchParams(link.dataset.query);
    const ofAccount = Boolean(link.closest('.account'));
    const kind = address.has('mailbox') ? 'folder' : address.has('label') ? 'label' : ofAccount ? 'account' : 'view';
    return {
      id: ofAccount ? `account=${link.dataset.query}` : link.dataset.query,
      kind,
      icon: link.querySelector('use')?.getAttribute('href').split('#').at(-1) ?? 'at',
      text: link.querySelector('.label')?.textContent ?? link.textContent,
      hint: ofAccount ? (link.title === link.querySelector('.label')?.textContent ? '' : link.title) : link.querySelector('.count')?.textContent ?? '',
      keys: kind === 'view' ? going.get(address.get('view')) : undefined,
      run: () => travel(link.dataset.query),
    };
  });
  const pages = [
    { id: 'settings', icon: 'gear', text: say('client.palette.settings'), page: 'settings.xhtml' },
    { id: 'sorting', icon: 'screener', text: say('client.palette.sorting'), page: 'sorting.xhtml' },
    { id: 'accounts', icon: 'at', text: say('client.palette.accounts'), page: 'accounts.xhtml' },
    { id: 'add-account', icon: 'plus', text: say('client.palette.add-account'), page: 'account-new.xhtml' },
  ].map(it => ({ ...it, kind: 'page', run: () => location.assign(it.page) }));
  return [...links, ...pages];
}

/** What the quick switches of the page would change. */
function switches() {
  const known = new Map();
  for (const button of document.querySelectorAll('[data-setting][aria-label] [data-value][aria-label]')) {
    const group = button.closest('[data-setting]');
    const { setting } = group.dataset;
    const { value } = button.dataset;
    const id = `${setting}=${value}`;
    if (chosen(setting) === value || known.has(id)) continue;
    known.set(id, {
      id,
      kind: 'setting',
      icon: button.querySelector('use')?.getAttribute('href').split('#').at(-1) ?? 'gear',
      text: `${group.getAttribute('aria-label')}: ${button.getAttribute('aria-label')}`,
      run: () => switchTo(setting, value),
    });
  }
  return [...known.values()];
}

function typed() {
  current = 0;
  show();
  clearTimeout(asked);
  const words = field.value.trim();
  if ([...words].length < SOMEBODY) {
    people = [];
    return;
  }
  asked = setTimeout(async () => {
    const found = await api(`contacts?limit=8&q=${encodeURIComponent(words)}`).then(answer => answer.items, () => []);
    if (field.value.trim() !== words || !dialog.open) return;
    people = found.map(it => ({
      id: `person=${it.email}`, kind: 'person', icon: 'people', text: it.name || it.email, hint: it.name ? it.email : '',
      run: () => travel(`q=${encodeURIComponent(`"${it.email}"`)}`) }));
    show();
  }, PAUSE);
}

function show() {
  const words = field.value.trim();
  const held = shown[current]?.id;
  shown = words ? matching(words) : beginning();
  const kept = current > 0 ? shown.findIndex(it => it.id === held) : 0;
  current = Math.max(0, kept < 0 ? Math.min(current, shown.length - 1) : kept);
  list.replaceChildren(...groups(words));
  count.textContent = shown.length === 0 ? say('client.palette.nothing', words) : shown.length === 1 ? say('client.palette.one') : say('client.palette.many', shown.length);
  document.getElementById('palette-empty').hidden = shown.length > 0;
  document.getElementById('palette-empty').textContent = shown.length > 0 ? '' : say('client.palette.nothing', words);
  mark(current);
}

/** What somebody is offered before they type: what they used last, then what can be done, then the places. */
function beginning() {
  const recent = remembered().map(id => all.find(it => it.id === id)).filter(Boolean).slice(0, 5);
  const rest = kinds => all.filter(it => kinds.includes(it.kind) && !recent.includes(it));
  return [
    ...recent.map(it => ({ ...it, under: 'client.palette.recent' })),
    ...rest(['command']).slice(0, FIRST),
    ...rest(['view', 'account']).slice(0, FIRST + 3),
    ...rest(['page']),
  ];
}

function matching(words) {
  const used = remembered();
  const ranked = all.map(it => ({ it, rank: rank(it, words) - (used.includes(it.id) ? 0.5 : 0) }))
    .filter(({ rank: value }) => value < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ it }) => it);
  const best = [...ranked, ...people].slice(0, MOST);
  const search = { id: 'search-for', kind: 'search', icon: 'search', text: say('client.palette.search', words),
    run: () => travel(`q=${encodeURIComponent(words)}`) };
  return [...gathered(best), search];
}

/** Kinds stay together, in the order of the best of each. */
function gathered(items) {
  const order = [...new Set(items.map(it => it.kind))];
  return order.flatMap(kind => items.filter(it => it.kind === kind));
}

/** How far a name is from what was typed; infinite when its letters do not all occur in that order. */
export function distance(name, typed) {
  const text = plain(name);
  const wanted = plain(typed).replaceAll(' ', '');
  if (text.startsWith(plain(typed))) return 0;
  const inside = text.indexOf(plain(typed));
  if (inside > 0) return text[inside - 1] === ' ' ? 1 : 2 + inside / 100;
  let at = -1;
  let gaps = 0;
  for (const letter of wanted) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return Infinity;
    // the first letter of a word is where people look
    if (next > at + 1 && at >= 0) gaps += text[next - 1] === ' ' ? 0.3 : 1;
    if (at < 0 && next > 0 && text[next - 1] !== ' ') gaps += 1;
    at = next;
  }
  return gaps > wanted.length ? Infinity : 4 + gaps;
}

function rank(it, words) {
  return Math.min(distance(it.text, words), it.hint ? distance(it.hint, words) + 3 : Infinity);
}

const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

const HEADINGS = {
  command: 'client.palette.commands', view: 'client.palette.views', folder: 'client.palette.folders',
  label: 'client.palette.labels', account: 'client.palette.account', page: 'client.palette.pages', setting: 'client.palette.settings',
  person: 'client.palette.people', search: 'client.palette.else',
};

function groups() {
  const made = [];
  let heading = '';
  shown.forEach((it, at) => {
    const under = it.under ?? HEADINGS[it.kind];
    if (under !== heading) {
      const group = document.createElement('div');
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', say(under));
      const title = document.createElement('p');
      title.setAttribute('aria-hidden', 'true');
      title.className = 'palette-heading';
      title.textContent = say(under);
      group.append(title);
      made.push(group);
      heading = under;
    }
    made.at(-1).append(line(it, at));
  });
  return made;
}

function line(it, at) {
  const item = document.createElement('div');
  item.id = `palette-${at}`;
  item.className = 'palette-line';
  item.dataset.at = String(at);
  item.setAttribute('role', 'option');
  const text = document.createElement('bdi');
  text.textContent = it.text;
  item.append(drawing(it.icon), text);
  if (it.hint) {
    const hint = document.createElement('span');
    hint.className = 'muted';
    hint.textContent = it.hint;
    item.append(hint);
  }
  if (it.keys) {
    const keys = document.createElement('span');
    keys.className = 'palette-keys';
    keys.append(...keycaps([it.keys]));
    item.append(keys);
  }
  return item;
}

function mark(at, scroll = true) {
  current = at;
  for (const item of list.querySelectorAll('[role=option]')) item.setAttribute('aria-selected', String(Number(item.dataset.at) === at));
  const item = document.getElementById(`palette-${at}`);
  if (!item) return field.removeAttribute('aria-activedescendant');
  field.setAttribute('aria-activedescendant', item.id);
  if (!scroll) return;
  if (at === 0) list.scrollTop = 0;
  else item.scrollIntoView({ block: 'nearest' });
}

function pressed(event) {
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  const size = Math.max(1, shown.length);
  if (event.key in steps) mark((current + steps[event.key] + size) % size);
  else if (event.ctrlKey && (event.key === 'n' || event.key === 'p')) mark((current + (event.key === 'n' ? 1 : -1) + size) % size);
  else if (event.key === 'PageDown') mark(Math.min(size - 1, current + 8));
  else if (event.key === 'PageUp') mark(Math.max(0, current - 8));
  else if (event.key === 'Enter' && !event.isComposing) choose(current);
  else return;
  event.preventDefault();
}

function choose(at) {
  const it = shown[at];
  if (!it) return;
  remember(it);
  dialog.addEventListener('close', () => it.run(), { once: true });
  dialog.close();
}

/** What was used last. Names of people and words that were looked for stay in nobody's browser. */
function remembered() {
  try {
    return JSON.parse(localStorage.getItem(RECENT) ?? '[]');
  } catch {
    return [];
  }
}

function remember(it) {
  if (it.kind === 'person' || it.kind === 'search') return;
  localStorage.setItem(RECENT, JSON.stringify([it.id, ...remembered().filter(id => id !== it.id)].slice(0, KEPT)));
}

function above(path) {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')).replaceAll('/', ' / ') : '';
}
