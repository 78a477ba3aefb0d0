// Small dialogs: a question, a name to type, and a choice from many.
import { explain } from './notices.js';
import { say } from './words.js';

const at = id => document.getElementById(id);

/** Asks before something that cannot be undone; true when it shall be done. */
export function ask(title, text, yes) {
  const dialog = at('asking');
  at('asking-title').textContent = title;
  at('asking-text').textContent = text;
  at('asking-yes').textContent = yes;
  return shown(dialog).then(answer => answer === 'yes');
}

/** Lets a name be typed; `save` is given it, and the dialog stays open with the reason when that fails. */
export function name(title, value, save) {
  const dialog = at('naming');
  const field = at('naming-name');
  const form = dialog.querySelector('form');
  at('naming-title').textContent = title;
  at('naming-problem').textContent = '';
  field.value = value;
  const submitted = async event => {
    if (event.submitter?.value === 'no') return;
    event.preventDefault();
    if (!field.value.trim() || form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    try {
      await save(field.value.trim());
      dialog.close('yes');
    } catch (problem) {
      at('naming-problem').textContent = explain(problem);
      field.focus();
    } finally {
      form.ariaBusy = null;
    }
  };
  form.addEventListener('submit', submitted);
  const closed = shown(dialog).finally(() => form.removeEventListener('submit', submitted));
  field.focus();
  field.setSelectionRange(value.lastIndexOf('/') + 1, value.length);
  return closed;
}

/** Shows which of the choices in `list` is meant while `field` has the focus. */
export function markChoice(field, list, current) {
  [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === current)));
  const item = list.children[current];
  if (item) field.setAttribute('aria-activedescendant', item.id);
  else field.removeAttribute('aria-activedescendant');
  item?.scrollIntoView({ block: 'nearest' });
}

/**
 * Lets one of many be chosen, by typing a part of its name, by arrows, or by pointer. A choice is {text, hint, icon,
 * checked, value}; `make` turns what was typed into one more choice, or null. Gives the value, or null.
 */
export function pick({ title, placeholder, choices, note = '', make = () => null }) {
  const dialog = at('picker');
  const field = at('picker-filter');
  const list = at('picker-choices');
  let offered = [];
  let current = 0;
  const show = () => {
    offered = matching(choices, field.value);
    const made = field.value.trim() ? make(field.value.trim()) : null;
    if (made) offered.push(made);
    current = Math.min(current, Math.max(0, offered.length - 1));
    list.replaceChildren(...offered.map(line));
    mark();
  };
  const mark = () => markChoice(field, list, current);
  const step = by => {
    current = (current + by + offered.length) % Math.max(1, offered.length);
    mark();
  };
  const typed = () => { current = 0; show(); };
  const pressed = event => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && !event.isComposing) choose(current);
    else return;
    event.preventDefault();
  };
  const clicked = event => {
    const item = event.target.closest('li');
    if (item) choose([...list.children].indexOf(item));
  };
  let chosen = null;
  const choose = index => {
    if (!offered[index]) return;
    chosen = offered[index];
    dialog.close('yes');
  };
  at('picker-title').textContent = title;
  at('picker-note').textContent = note;
  at('picker-note').hidden = !note;
  field.placeholder = placeholder;
  field.value = '';
  field.addEventListener('input', typed);
  field.addEventListener('keydown', pressed);
  list.addEventListener('click', clicked);
  show();
  const closed = shown(dialog).then(() => chosen?.value ?? null).finally(() => {
    field.removeEventListener('input', typed);
    field.removeEventListener('keydown', pressed);
    list.removeEventListener('click', clicked);
  });
  field.focus();
  return closed;
}

/** Opens a dialog; gives what it was closed with. The focus goes back to where it was by itself. */
function shown(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true }));
}

/** What contains all typed words; names that begin with the first come first. */
function matching(choices, typed) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = it => it.text.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1;
  return choices
    .filter(it => words.every(word => `${it.text} ${it.hint ?? ''}`.toLowerCase().includes(word)))
    .map((it, index) => ({ it, index }))
    .sort((a, b) => rank(a.it) - rank(b.it) || a.index - b.index)
    .map(({ it }) => it);
}

function line({ text, hint, icon, checked }, index) {
  const item = document.createElement('li');
  item.id = `picker-choice-${index}`;
  item.setAttribute('role', 'option');
  item.append(drawing(checked ? 'check' : icon));
  const label = document.createElement('bdi');
  label.textContent = text;
  item.append(label);
  if (checked) {
    const state = document.createElement('span');
    state.className = 'unseen';
    state.textContent = say('client.label.on');
    item.append(state);
  }
  if (hint) {
    const aside = document.createElement('span');
    aside.className = 'muted';
    aside.textContent = hint;
    item.append(aside);
  }
  return item;
}

function drawing(icon) {
  const picture = document.querySelector('.icon').cloneNode(true);
  const use = picture.querySelector('use');
  use.setAttribute('href', `${use.getAttribute('href').split('#')[0]}#${icon}`);
  return picture;
}
