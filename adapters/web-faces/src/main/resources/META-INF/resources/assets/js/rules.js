// The page of rules: their order and switches, and the dialogs in which they are made and brought along.
import { begin } from './chrome.js';
import { ask } from './dialogs.js';
import { attend as attendForwarding } from './forwarding.js';
import { announce, explain, tell } from './notices.js';
import { attend, partAt, read, show } from './ruleform.js';
import { attend as attendLuggage, open as openLuggage } from './ruleluggage.js';
import { run } from './ruleapply.js';
import { attempt, forget } from './ruletrial.js';
import { api, send } from './server.js';
import { say } from './words.js';

const editor = document.getElementById('rule-editor');
const form = document.getElementById('rule-form');
const problems = document.getElementById('rule-problems');
const PROBLEMS = {
  name_missing: 'client.rules.problem.name',
  group_empty: 'client.rules.problem.group',
  value_missing: 'client.rules.problem.value',
  pattern_not_understood: 'client.rules.problem.pattern',
  header_name: 'client.rules.problem.header',
  time_span: 'client.rules.problem.span',
  language_tag: 'client.rules.problem.language',
  no_label: 'client.rules.problem.label',
  no_action: 'client.rules.problem.action',
  never_reached: 'client.rules.problem.reached',
  contradicts: 'client.rules.problem.contradicts',
  folder_name: 'client.rules.problem.folder',
  address: 'client.rules.problem.address',
  web_address: 'client.rules.problem.web',
  text_missing: 'client.rules.problem.text',
};
let edited = null;
let untouched = '';
let kept = false;

begin();
attend(() => {
  forget();
  complain([]);
});
attendLuggage(() => location.reload());
attendForwarding();

const deeds = {
  'new-rule': () => open(null),
  'edit-rule': button => api(`rules/${lineOf(button).dataset.rule}`).then(open),
  'bring-rules': () => openLuggage(),
  'switch-rule': button => turn(button),
  'rule-up': button => move(button, -1),
  'rule-down': button => move(button, 1),
  'drop-rule': button => drop(lineOf(button)),
  'show-secret': async button => tell(say('client.rules.secret', (await api(`rules/${lineOf(button).dataset.rule}/secret`)).secret), { stays: true }),
  'undo-rule': button => takeBack(lineOf(button).dataset),
  'try-rule': () => attempt(read(), edited?.id),
  'apply-rule': button => apply(button.parentElement),
  'close-rule': () => close(),
};

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-act]');
  const deed = deeds[button?.dataset.act];
  if (!deed || button.disabled) return;
  button.disabled = true;
  try {
    await deed(button);
  } catch (problem) {
    refused(problem);
  } finally {
    button.disabled = false;
  }
});

form.addEventListener('submit', async event => {
  event.preventDefault();
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  try {
    await keep();
    location.reload();
  } catch (problem) {
    form.ariaBusy = null;
    refused(problem);
  }
});
/** Keeps the rule as it is in the editor. */
async function keep() {
  const rule = read();
  edited = edited ? await send('PUT', `rules/${edited.id}`, rule, edited.etag) : await send('POST', 'rules', rule);
  untouched = JSON.stringify(rule);
  kept = true;
}

/** Runs the rule on the mail that is there, as it is in the editor: it is kept first. */
async function apply(place) {
  if (!edited || JSON.stringify(read()) !== untouched) await keep();
  await run(edited.id, place);
}

editor.addEventListener('cancel', event => {
  event.preventDefault();
  close();
});

function open(rule) {
  edited = rule;
  kept = false;
  show(rule ?? {});
  forget();
  complain([]);
  untouched = JSON.stringify(read());
  editor.showModal();
  form.elements.name.focus();
}

async function close() {
  if (JSON.stringify(read()) !== untouched && !await ask(say('client.rules.leave'), say('client.rules.leave.text'), say('client.rules.leave.yes'))) return;
  editor.close();
  // the list behind the editor shows rules as they were
  if (kept) location.reload();
}

/** Says what is wrong in the editor when it is open, and beside the part that is. */
function refused(problem) {
  if (!editor.open) tell(sentence(problem));
  else complain(problem.errors?.length ? problem.errors : [{ field: '', text: sentence(problem) }]);
}

const KINDS = { stale: 'client.rules.stale', 'no-room': 'client.rules.full', validation: 'client.rules.problem.other' };

const sentence = problem => (KINDS[problem.kind] ? say(KINDS[problem.kind]) : explain(problem));

function complain(errors) {
  form.querySelectorAll('[aria-invalid]').forEach(it => it.removeAttribute('aria-invalid'));
  problems.replaceChildren(...errors.map(({ field, reason, text }) => {
    const item = document.createElement('li');
    item.textContent = text ?? say(PROBLEMS[reason] ?? 'client.rules.problem.other');
    if (field) partAt(field)?.setAttribute('aria-invalid', 'true');
    return item;
  }));
  const first = form.querySelector('[aria-invalid]');
  first?.scrollIntoView({ block: 'nearest' });
}

const lineOf = button => button.closest('[data-rule]');

async function turn(button) {
  const { rule: id, name } = lineOf(button).dataset;
  const on = button.getAttribute('aria-checked') !== 'true';
  button.setAttribute('aria-checked', String(on));
  try {
    const { etag, ...rule } = await api(`rules/${id}`);
    await send('PUT', `rules/${id}`, { ...rule, enabled: on }, etag);
    announce(say(on ? 'client.rules.on' : 'client.rules.off', name));
  } catch (problem) {
    button.setAttribute('aria-checked', String(!on));
    throw problem;
  }
}

async function move(button, by) {
  const line = lineOf(button);
  const lines = [...line.parentElement.children];
  const position = lines.indexOf(line) + by;
  if (position < 0 || position >= lines.length) return;
  const other = lines[position];
  other[by < 0 ? 'before' : 'after'](line);
  try {
    await send('POST', `rules/${line.dataset.rule}/move`, { position });
    announce(say('client.rules.moved', line.dataset.name, position + 1));
  } catch (problem) {
    other[by < 0 ? 'after' : 'before'](line);
    throw problem;
  } finally {
    // a button that moved has lost it
    setTimeout(() => button.focus());
  }
}

async function takeBack({ rule: ruleId, name }) {
  if (!await ask(say('client.rules.undo', name), say('client.rules.undo.text'), say('client.rules.undo.yes'))) return;
  const { changed } = await send('POST', 'actions/undo', { ruleId });
  tell(say('client.rules.apply.undone', changed));
}

async function drop(line) {
  if (!await ask(say('client.rules.drop', line.dataset.name), say('client.rules.drop.text'), say('client.rules.drop.yes'))) return;
  await send('DELETE', `rules/${line.dataset.rule}`);
  const next = (line.nextElementSibling ?? line.previousElementSibling)?.querySelector('[data-act=edit-rule]') ?? document.getElementById('start');
  line.remove();
  next.focus();
  announce(say('client.rules.dropped', line.dataset.name));
}
