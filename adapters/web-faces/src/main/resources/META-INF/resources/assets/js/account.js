// Pages about accounts: a form that shows that it waits, and mail that arrives.
import { begin, refreshNavigation } from './chrome.js';
import { listen } from './live.js';
import { api } from './server.js';
import { say } from './words.js';

begin();
const arrival = document.querySelector('[data-arrival]');
const form = document.querySelector('form[data-busy-label]');
const accounts = document.querySelector('.cards');
let most = 0;
const connected = document.querySelector('.nav .account') !== null;

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
if (connected) listen(['sync', 'counts', 'reset'], () => {
  refreshNavigation('view=none').catch(() => {});
  if (arrival) lookAtArrival();
  if (accounts) refreshAccounts().catch(() => {});
}, { catchUp: true });

/** Replaces what is said about each account; buttons stay as they are. */
async function refreshAccounts() {
  const response = await fetch(location.pathname, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const health of document.querySelectorAll('[data-health]')) {
    const next = page.querySelector(`[data-health="${health.dataset.health}"]`);
    if (next) health.replaceWith(next);
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
