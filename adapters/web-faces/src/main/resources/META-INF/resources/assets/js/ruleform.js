// The editor of a rule: conditions within each other, actions in their order; shows the JSON of a rule, and reads it again.
import { ACTIONS, CONDITIONS, fill, grow, values } from './rulevalues.js';

const form = document.getElementById('rule-form');
const when = document.getElementById('rule-when');
const then = document.getElementById('rule-then');
// what a part was made from, to keep what it says and no control shows
const made = new WeakMap();

/** Makes the controls work; `changed` is told of every change. */
export function attend(changed) {
  form.addEventListener('click', event => {
    const { part } = event.target.closest('[data-part]')?.dataset ?? {};
    if (!part) return;
    deeds[part](event.target);
    changed();
  });
  form.addEventListener('input', event => {
    if (event.target.matches('textarea')) grow(event.target);
    if (event.target.matches('[data-is=kind]')) chooseKind(event.target);
    changed();
  });
}

const deeds = {
  'add-condition': from => place(from.closest('.rule-group').querySelector('.rule-inner'), condition({ kind: 'subject' })),
  'add-group': from => place(from.closest('.rule-group').querySelector('.rule-inner'), group({ kind: 'any', conditions: [{ kind: 'subject' }] })),
  'add-action': () => place(then, action({ kind: 'label' })),
  drop: from => drop(from.closest('.rule-condition, .rule-action, .rule-group')),
};

/** Shows a rule; what is empty is a new one. */
export function show(rule) {
  form.elements.name.value = rule.name ?? '';
  form.elements.account.value = rule.account ?? '';
  form.elements.stop.checked = rule.stop ?? false;
  form.elements.enabled.checked = rule.enabled ?? true;
  if (form.elements.organisation) {
    form.elements.organisation.checked = rule.organisation ?? false;
    // whose it is does not change
    document.getElementById('rule-organisation').hidden = Boolean(rule.id);
  }
  when.replaceChildren(outermost(rule.when ?? { kind: 'all', conditions: [{ kind: 'sender' }] }));
  then.replaceChildren(...(rule.then ?? [{ kind: 'label' }]).map(action));
  for (const area of form.querySelectorAll('textarea')) grow(area);
}

/** The rule that the editor says. */
export function read() {
  const { name, account, stop, enabled, organisation } = form.elements;
  return {
    name: name.value,
    ...account.value ? { account: account.value } : {},
    organisation: organisation?.checked ?? false,
    enabled: enabled.checked,
    stop: stop.checked,
    when: readCondition(when.firstElementChild),
    then: [...then.children].map(readAction),
  };
}

/** The part of the editor that a field of the JSON stands in, as `when.conditions.0`. */
export function partAt(field) {
  const steps = field.split('.');
  if (steps[0] === 'then') return then.children[Number(steps[1])] ?? then;
  if (steps[0] !== 'when') return form.elements[steps[0]] ?? null;
  let part = when.firstElementChild;
  for (let i = 1; i < steps.length && part?.matches('.rule-group'); i++)
    if (/^\d+$/.test(steps[i])) part = part.querySelector(':scope > .rule-inner').children[Number(steps[i])] ?? part;
  return part;
}

/** The outermost is always a group; a rule that has only one condition is the same with one around it. */
function outermost(json) {
  const { inner } = unwrapped(json);
  const part = inner.conditions ? node(json) : group({ kind: 'all', conditions: [json] });
  // nothing is left when it goes
  part.querySelector(':scope > .rule-head > [data-part=drop]').remove();
  return part;
}

/** What is within all the negations, and whether they turn it round. */
function unwrapped(json) {
  let inner = json;
  let not = false;
  for (; inner.kind === 'not'; inner = inner.condition) not = !not;
  return { inner, not };
}

function node(json) {
  const { inner, not } = unwrapped(json);
  const part = inner.conditions ? group(inner) : condition(inner);
  part.querySelector('[data-is=not]').checked = not;
  return part;
}

function group(json) {
  const part = copyOf('rule-group');
  part.querySelector('[data-is=joint]').value = json.kind;
  part.querySelector('.rule-inner').replaceChildren(...json.conditions.map(node));
  return part;
}

function condition(json) {
  return withKind(copyOf('rule-condition'), CONDITIONS, json);
}

function action(json) {
  return withKind(copyOf('rule-action'), ACTIONS, json);
}

function withKind(part, kinds, json) {
  part.querySelector('[data-is=kind]').value = json.kind;
  made.set(part, json);
  fill(part.querySelector('.rule-values'), kinds[json.kind], json);
  return part;
}

function chooseKind(select) {
  const part = select.closest('.rule-condition, .rule-action');
  const kinds = part.matches('.rule-action') ? ACTIONS : CONDITIONS;
  // words that were typed already are what somebody looks for elsewhere now
  const kept = values(part.querySelector('.rule-values'), select.value, made.get(part));
  made.set(part, {});
  fill(part.querySelector('.rule-values'), kinds[select.value], kept);
}

function readCondition(part) {
  const plain = part.matches('.rule-group')
    ? { kind: part.querySelector('[data-is=joint]').value, conditions: [...part.querySelector('.rule-inner').children].map(readCondition) }
    : readAction(part);
  return part.querySelector('[data-is=not]').checked ? { kind: 'not', condition: plain } : plain;
}

function readAction(part) {
  const kind = part.querySelector('[data-is=kind]').value;
  return { kind, ...values(part.querySelector('.rule-values'), kind, made.get(part)) };
}

function place(where, part) {
  where.append(part);
  part.querySelector('[data-is=kind], [data-is=joint]').focus();
}

function drop(part) {
  const next = part.nextElementSibling ?? part.previousElementSibling ?? part.closest('.rule-group')?.querySelector('[data-part]') ?? form.querySelector('[data-part=add-action]');
  part.remove();
  (next.matches('button') ? next : next.querySelector('select, button')).focus();
}

const copyOf = id => document.getElementById(id).content.firstElementChild.cloneNode(true);
