// One registry of keys feeds the handlers and the help page.
import { say } from './words.js';

const SEQUENCE = 900;
const bindings = [];
let begun = '';
let begunAt = 0;

/**
 * Binds keys to an action.
 * @param group the heading in the help page, a key of the bundle
 * @param keys what to press, each as `event.key` names it, sequences parted by a space
 * @param word what it does, a key of the bundle
 * @param when whether it applies to the element that has the focus, and to this one of the keys
 */
export function bind(group, keys, word, action, when = () => true) {
  const taken = keys.find(key => bindings.some(binding => binding.keys.includes(key)));
  if (taken) throw new Error(`Key bound twice: ${taken}`);
  bindings.push({ group, keys, word, action, when });
}

/** Listens to the keys of a document: the page itself, or a message shown in it. */
export function listen(target) {
  target.addEventListener('keydown', pressed);
}

/** Opens the help page. */
export function help() {
  const dialog = document.getElementById('help');
  if (dialog.open) return;
  document.getElementById('help-keys').replaceChildren(...sections());
  dialog.showModal();
}

function pressed(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (document.querySelector('dialog[open], [popover]:popover-open, .ui-dialog:not(.ui-hidden-container)')) return;
  const sequence = event.timeStamp - begunAt < SEQUENCE && begun ? `${begun} ${event.key}` : event.key;
  const found = bindings.find(it => it.keys.includes(sequence)) ?? bindings.find(it => it.keys.includes(event.key));
  const begins = bindings.some(it => it.keys.some(key => key.startsWith(`${event.key} `)));
  begun = begins ? event.key : '';
  begunAt = event.timeStamp;
  if (!found || !found.when(event.target, event.key)) return;
  event.preventDefault();
  begun = '';
  found.action(event);
}

function isTyping(target) {
  return Boolean(target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox], [role=separator]'));
}

function sections() {
  return [...new Set(bindings.map(it => it.group))].map(group => {
    const section = element('section', element('h3', say(group)));
    const list = element('dl');
    for (const binding of bindings.filter(it => it.group === group))
      list.append(element('div', element('dt', say(binding.word)), element('dd', ...binding.keys.map(shown))));
    section.append(list);
    return section;
  });
}

function shown(keys) {
  const names = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Delete: 'Del' };
  return element('span', ...keys.split(' ').map(key => element('kbd', names[key] ?? key.replace(/^[A-Z]$/, '⇧$&'))));
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
