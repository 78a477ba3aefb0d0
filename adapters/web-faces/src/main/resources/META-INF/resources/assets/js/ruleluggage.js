// Bringing rules of another Waxwing, or a Sieve script: first it is shown what they would be, then they are kept.
import { explain } from './notices.js';
import { sendText } from './server.js';
import { say } from './words.js';

const dialog = document.getElementById('rule-luggage');
const file = document.getElementById('rule-file');
const problem = document.getElementById('rule-luggage-problem');
const outcome = document.getElementById('rule-luggage-outcome');
const keep = dialog.querySelector('[data-act=keep-luggage]');
const MOST = 4000000;
let brought = null;

/** Makes the dialog work; `done` is told when rules were kept. */
export function attend(done) {
  file.addEventListener('change', () => attempt(look));
  keep.addEventListener('click', () => attempt(async () => {
    await bring(true);
    dialog.close();
    done();
  }));
}

/** Opens it with nothing in it. */
export function open() {
  brought = null;
  file.value = '';
  clear();
  dialog.showModal();
}

async function attempt(deed) {
  clear();
  try {
    await deed();
  } catch (refusal) {
    problem.textContent = refusal.detail ? say('client.rules.unreadable', refusal.detail) : explain(refusal);
  }
}

async function look() {
  const [chosen] = file.files;
  if (!chosen) return;
  if (chosen.size > MOST) {
    problem.textContent = say('client.rules.too-large');
    return;
  }
  const text = await chosen.text();
  brought = { text, type: /^\s*[[{]/.test(text) ? 'application/json' : 'application/sieve' };
  const found = await bring(false);
  outcome.replaceChildren(
    line(say('client.rules.would', found.items.length)),
    list(found.items.map(it => it.name)),
    ...found.remarks.length ? [line(say('client.rules.remarks')), list(found.remarks.map(remark))] : [],
  );
  keep.hidden = found.items.length === 0;
}

const bring = kept => sendText(`rules/import?keep=${kept}`, brought.text, brought.type);

const remark = it => say(it.leftOut ? 'client.rules.left-out' : 'client.rules.changed', it.line, it.detail || it.reason.replaceAll('_', ' '));

function clear() {
  problem.textContent = '';
  outcome.replaceChildren();
  keep.hidden = true;
}

function line(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function list(texts) {
  const made = document.createElement('ul');
  made.className = 'rule-samples';
  made.append(...texts.map(text => {
    const item = document.createElement('li');
    const words = document.createElement('bdi');
    words.textContent = text;
    item.append(words);
    return item;
  }));
  return made;
}
