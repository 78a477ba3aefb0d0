// The addresses that rules may forward to: a code is sent to each, and typed in here.
import { explain } from './notices.js';
import { api, send } from './server.js';
import { say } from './words.js';

const list = document.getElementById('forwardings');
const form = document.getElementById('forwarding-form');
const field = document.getElementById('forwarding-address');
const complaint = document.getElementById('forwarding-problem');
const PROBLEMS = {
  'not-sent': 'client.forwarding.not-sent',
  'too-late': 'client.forwarding.over',
  'too-many-attempts': 'client.forwarding.too-often',
  'no-room': 'client.forwarding.full',
};
const FIELDS = { address: 'client.forwarding.address', accountId: 'client.forwarding.account', code: 'client.forwarding.wrong' };

/** Makes that part of the page work. */
export function attend() {
  form.addEventListener('submit', event => attempt(event, async () => {
    await send('POST', 'forwarding-addresses', { address: field.value.trim() });
    field.value = '';
  }));
  show().catch(complain);
}

async function show() {
  const { items } = await api('forwarding-addresses');
  list.replaceChildren(...items.map(line));
}

function line({ address, confirmed }) {
  const made = document.getElementById(confirmed ? 'forwarding-confirmed' : 'forwarding-open').content.cloneNode(true).firstElementChild;
  const path = `forwarding-addresses/${encodeURIComponent(address)}`;
  made.querySelector('bdi').textContent = address;
  made.querySelector('.tool').addEventListener('click', event => attempt(event, () => send('DELETE', path)));
  made.querySelector('form')?.addEventListener('submit', event => attempt(event, () => send('POST', `${path}/confirm`, { code: event.target.elements.code.value })));
  return made;
}

async function attempt(event, deed) {
  event.preventDefault();
  const button = event.submitter ?? event.currentTarget;
  if (button.disabled) return;
  button.disabled = true;
  complaint.textContent = '';
  try {
    await deed();
    await show();
  } catch (problem) {
    complain(problem);
  } finally {
    button.disabled = false;
  }
}

function complain(problem) {
  const key = PROBLEMS[problem.kind] ?? FIELDS[problem.errors?.[0]?.field];
  complaint.textContent = key ? say(key) : explain(problem);
}
