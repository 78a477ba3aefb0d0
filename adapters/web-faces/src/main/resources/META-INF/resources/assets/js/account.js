// Pages about accounts: a form that shows that it waits, mail that arrives, and how each account is.
import { begin, refreshNavigation } from './chrome.js';
import { listen } from './live.js';
import { morph } from './morph.js';
import { tell } from './notices.js';
import { api, fragment, send } from './server.js';
import { say } from './words.js';

const OFTEN = 30000;
const arrival = document.querySelector('[data-arrival]');
const form = document.querySelector('form[data-busy-label]');
const live = document.querySelector('[data-live]');
const connected = document.querySelector('.nav .account') !== null;
let most = 0;
begin(refresh);

if (form) {
  (form.querySelector('[aria-invalid=true]') ?? form.querySelector('[autofocus]'))?.focus();
  form.addEventListener('submit', () => {
    const button = form.querySelector('.primary');
    button.setAttribute('aria-busy', 'true');
    button.querySelector('.ui-button-text').textContent = form.dataset.busyLabel;
  });
}
// a session that has ended answers no click of PrimeFaces: loading the page leads through the sign-in and back
globalThis.jQuery?.(document).on('pfAjaxError', () => location.reload());
if (arrival) watchArrival();
if (connected) listen(['sync', 'counts', 'reset'], refresh, { catchUp: true });
if (live) {
  // "2 minutes ago" is not true for ever
  setInterval(() => document.visibilityState === 'visible' && refreshLive().catch(() => {}), OFTEN);
  document.addEventListener('change', event => event.target.matches('[data-role-of]') && choose(event.target));
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-ask]');
    if (button) confirm(button);
  });
}

/** Reads everything again that the page says about accounts. */
async function refresh() {
  await Promise.all([refreshNavigation('view=none').catch(() => {}), refreshLive().catch(() => {})]);
  if (arrival) lookAtArrival();
}

async function refreshLive() {
  if (!live) return;
  const next = (await fragment(live.dataset.live, live.dataset.query)).querySelector('[data-live]');
  // an account that was removed elsewhere has no part any more
  if (next) morph(live, next);
  else if (live.dataset.live === 'account') location.assign('accounts.xhtml');
}

async function choose(select) {
  const before = [...select.options].find(option => option.defaultSelected);
  const chosen = select.selectedOptions[0].textContent;
  // what the page is told meanwhile must not take the choice back
  select.setAttribute('aria-busy', 'true');
  try {
    await send('PATCH', `mailboxes/${select.dataset.roleOf}`, { role: select.value });
    tell(say('client.role.chosen', chosen));
  } catch {
    if (before) before.selected = true;
    tell(say('client.failed'));
  }
  select.removeAttribute('aria-busy');
  await refresh();
}

/** Asks whether it is meant; then does it. */
function confirm(button) {
  const dialog = document.getElementById(button.dataset.ask);
  dialog.returnValue = '';
  dialog.addEventListener('close', () => dialog.returnValue === 'yes' && dare(button), { once: true });
  dialog.showModal();
}

async function dare(button) {
  const { scratch, remove } = button.dataset;
  button.setAttribute('aria-busy', 'true');
  try {
    if (remove) {
      await send('DELETE', `accounts/${remove}`);
      location.assign('accounts.xhtml?done=removed');
      return;
    }
    await send('POST', `accounts/${scratch}/sync?scratch=true`);
    tell(say('client.scratch.asked'));
    await refresh();
  } catch {
    tell(say('client.failed'));
  } finally {
    button.removeAttribute('aria-busy');
  }
}

function watchArrival() {
  const again = async () => {
    if (await lookAtArrival()) setTimeout(again, 1500);
  };
  again();
}

/** Shows how much has arrived; true while more is to come. */
async function lookAtArrival() {
  const words = arrival.querySelector('.arrival-words');
  const bar = arrival.querySelector('progress');
  try {
    const { phase, done, total, passes } = await api(`accounts/${arrival.dataset.arrival}/sync`);
    const troubled = phase === 'error' || phase === 'needs_sign_in';
    arrival.querySelector('[data-problem]').hidden = !troubled;
    most = Math.max(most, total);
    bar.max = Math.max(1, total);
    bar.value = done;
    if (passes > 0 && phase === 'idle') {
      bar.max = bar.value = 1;
      // once all is there the server counts from nothing again
      words.textContent = most > 0 ? say('client.arrival.done', most) : say('client.arrival.current');
      return false;
    }
    words.textContent = total > 0 ? say('client.arrival.counting', done, total) : say('client.arrival.comparing');
  } catch {
    words.textContent = say('client.failed');
  }
  return true;
}
