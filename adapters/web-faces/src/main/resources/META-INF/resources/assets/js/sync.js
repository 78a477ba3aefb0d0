// Synchronising now, pausing and resuming, wherever a page offers it.
import { tell } from './notices.js';
import { provide } from './registry.js';
import { send } from './server.js';
import { say } from './words.js';

/** Makes buttons and the key work. `changed` is called when something was asked for. */
export function attendSync(changed) {
  provide('sync', () => act(all(), changed), { applies: () => all().length > 0 });
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-sync], [data-pause], [data-resume]');
    if (!button || button.getAttribute('aria-busy') === 'true') return;
    const { sync, pause, resume } = button.dataset;
    if (sync) act(sync === 'all' ? all() : [sync], changed, button);
    else act([pause ?? resume], changed, button, pause ? 'pause' : 'resume');
  });
}

/** Those that are neither paused nor refused. */
function all() {
  return [...document.querySelectorAll('#sync-menu [data-account]')]
    .filter(account => account.dataset.rests !== 'true')
    .map(account => account.dataset.account);
}

async function act(accounts, changed, button, deed = 'sync') {
  if (accounts.length === 0) return;
  button?.setAttribute('aria-busy', 'true');
  try {
    await Promise.all(accounts.map(account => ask(account, deed)));
    tell(said(deed));
    await changed();
  } catch {
    tell(say('client.failed'));
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

function ask(account, deed) {
  return deed === 'sync'
    ? send('POST', `accounts/${account}/sync`)
    : send('PATCH', `accounts/${account}/sync`, { paused: deed === 'pause' });
}

function said(deed) {
  if (deed === 'pause') return say('client.sync.paused');
  return deed === 'resume' ? say('client.sync.resumed') : say('client.sync.asked');
}
