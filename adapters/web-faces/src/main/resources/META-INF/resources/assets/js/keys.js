// What keys do: one dispatcher for the page and for the messages shown in it, and the page that explains them.
import { GROUPS } from './keymap.js';
import { begins, charactersOn, commandOf, commands, isCharacter, written } from './registry.js';
import { say } from './words.js';

const SEQUENCE = 900;
const TYPING = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable], [role=combobox], [role=separator]';
const OWN_ENTER = 'a, button, summary, input, [role=button], [role=option], [role=menuitem]';
let begun = '';
let begunAt = 0;

/** Listens to the keys of a document: the page itself, or a message shown in it. */
export function listen(target) {
  target.addEventListener('keydown', pressed);
}

/** Opens the help page. */
export function help() {
  const dialog = document.getElementById('help');
  if (dialog.open) return;
  document.getElementById('help-keys').replaceChildren(...sections());
  document.getElementById('help-off').hidden = charactersOn();
  dialog.showModal();
}

function pressed(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const key = keyOf(event);
  if (!key) return;
  const modified = key.startsWith('Mod+');
  if (!modified && isTyping(event.target)) return;
  if (document.querySelector('dialog[open], [popover]:popover-open, .ui-dialog:not(.ui-hidden-container)')) return;
  if (event.key === 'Enter' && !modified && event.target.closest?.(OWN_ENTER)) return;
  const now = performance.now();
  const sequence = begun && now - begunAt < SEQUENCE ? `${begun} ${key}` : key;
  const found = usable(sequence) ?? usable(key);
  begun = begins(key) && charactersOn() ? key : '';
  begunAt = now;
  if (!found || !found.applies() || !found.here(event.target, event.key)) return;
  event.preventDefault();
  begun = '';
  // a key that rests under a hand or a cat must not file the whole list
  if (!event.repeat || found.held) found.run(event);
}

function usable(keys) {
  return charactersOn() || !isCharacter(keys) ? commandOf(keys) : null;
}

/** The name of what was pressed, as the table writes it; empty when a modifier makes it none of ours. */
function keyOf(event) {
  const { key } = event;
  if (event.getModifierState?.('AltGraph')) return [...key].length === 1 ? key : '';
  if (event.altKey) return '';
  if (event.ctrlKey || event.metaKey) return event.shiftKey ? '' : `Mod+${[...key].length === 1 ? key.toLowerCase() : key}`;
  if (key === 'F10' && event.shiftKey) return 'Shift+F10';
  // Shift alone tells small and capital letters apart, whatever Caps Lock does
  if (/^\p{L}$/u.test(key)) return event.shiftKey ? key.toUpperCase() : key.toLowerCase();
  return key;
}

function isTyping(target) {
  return Boolean(target.closest?.(TYPING));
}

function sections() {
  return Object.entries(GROUPS).map(([group, heading]) => {
    const shown = commands().filter(it => it.group === group && it.word && it.keys.length > 0 && isHere(it));
    if (shown.length === 0) return '';
    const section = element('section', element('h3', say(heading)));
    const list = element('dl');
    for (const command of shown) {
      const line = element('div', element('dt', say(command.word)), element('dd', ...command.keys.map(caps)));
      line.dataset.command = command.id;
      list.append(line);
    }
    section.append(list);
    return section;
  });
}

/** What is not in this page at all is not explained; what only makes no sense at this moment is. */
function isHere(command) {
  return !['go', 'general'].includes(command.group) || command.applies();
}

function caps(keys) {
  const made = element('span', ...written(keys).map(key => element('kbd', key)));
  made.classList.toggle('off', !charactersOn() && isCharacter(keys));
  return made;
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
