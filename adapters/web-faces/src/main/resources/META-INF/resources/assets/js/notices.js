// What the page says by itself: shortly shown, and read aloud.
import { say } from './words.js';

const toast = document.getElementById('toast');
const USUALLY = 6000;
const WITH_ACTION = 10000;
const SENTENCES = {
  'not-found': 'client.problem.gone',
  'already-there': 'client.problem.already-there',
  'not-possible': 'client.problem.not-possible',
  'not-empty': 'client.problem.not-empty',
  'too-late': 'client.problem.too-late',
  validation: 'client.problem.invalid',
};
let timer = 0;

/**
 * Shows a sentence for a few seconds, or until the next one when it has to stay. With an action (its word, its key and
 * what it does) there is a button behind it; it never takes the focus.
 */
export function tell(sentence, { stays = false, action = null } = {}) {
  clearTimeout(timer);
  const text = document.createElement('span');
  text.textContent = sentence;
  toast.replaceChildren(text);
  if (action) toast.append(button(action));
  toast.classList.add('shown');
  if (!stays) timer = setTimeout(hush, action ? WITH_ACTION : USUALLY);
}

/** Takes the sentence away. */
export function hush() {
  toast.classList.remove('shown');
}

/** Says something to those who do not see the page. */
export function announce(sentence) {
  document.getElementById('announcer').textContent = sentence;
}

/** What went wrong with a change, in plain words. */
export function explain(problem) {
  return say(problem.kind ? SENTENCES[problem.kind] ?? 'client.problem.other' : 'client.problem.no-answer');
}

function button({ word, key, run }) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'toast-action';
  const press = document.createElement('kbd');
  press.textContent = key;
  made.append(word, press);
  made.addEventListener('click', run);
  return made;
}
