// The one registry of commands: keys, help page, palette and context menu are all fed from it.
import { KEYMAP } from './keymap.js';

const known = new Map(KEYMAP.map(it => [it.id, it]));
const provided = new Map();

/**
 * Makes a command of the table do something.
 * @param run what it does
 * @param applies whether it can be done now, so that it is worth showing
 * @param here whether a key for it is meant for us, given the element that has the focus and the key
 * @param held whether it goes on while the key is held
 */
export function provide(id, run, { applies = () => true, here = () => true, held = false } = {}) {
  const entry = known.get(id);
  if (!entry) throw new Error(`No such command: ${id}`);
  if (provided.has(id)) throw new Error(`Provided twice: ${id}`);
  provided.set(id, { ...entry, run, applies, here, held });
}

/** Everything that somebody provides, in the order of the table. */
export const commands = () => KEYMAP.map(it => provided.get(it.id)).filter(Boolean);

/** What can be done now. */
export const offered = () => commands().filter(it => it.word && it.applies());

/** A command that can be done now, or nothing. */
export function command(id) {
  const it = provided.get(id);
  return it?.applies() ? it : null;
}

/** The command of a key or sequence, if somebody provides it. */
export const commandOf = keys => commands().find(it => it.keys.includes(keys)) ?? null;

/** Whether a key begins a sequence of a command that somebody provides. */
export const begins = key => commands().some(it => it.keys.some(keys => keys.startsWith(`${key} `)));

const NAMES = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Delete: 'Del', ContextMenu: '☰' };
const APPLE = /Mac|iP(hone|ad)/.test(navigator.platform);

/** How the keys of a sequence are written on a keyboard. */
export function written(keys) {
  return keys.split(' ').map(key => {
    if (key.startsWith('Mod+')) return `${APPLE ? '⌘' : 'Ctrl'} ${key.slice(4).toUpperCase()}`;
    if (key.startsWith('Shift+')) return `⇧ ${key.slice(6)}`;
    return NAMES[key] ?? key.replace(/^[A-Z]$/, '⇧$&');
  });
}

/** Keys as elements, one `kbd` a key. */
export function keycaps(keys) {
  return keys.flatMap(written).map(text => {
    const cap = document.createElement('kbd');
    cap.textContent = text;
    return cap;
  });
}

/** Whether a key is one character, which people who dictate or tremble can switch off (WCAG 2.1.4). */
export const isCharacter = keys => keys.split(' ').some(key => [...key].length === 1);

/** Whether keys of one character work. */
export const charactersOn = () => document.documentElement.dataset.singleKeys !== 'off';
