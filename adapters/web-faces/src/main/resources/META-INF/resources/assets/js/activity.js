// The page of what was done: each can be undone while that is possible, and together what rules did in some time.
import { begin } from './chrome.js';
import { ask } from './dialogs.js';
import { explain, tell } from './notices.js';
import { send } from './server.js';
import { say } from './words.js';

const HOUR = 3600000;

begin();

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-act=undo-action]');
  if (!button || button.disabled) return;
  const deed = button.closest('[data-action]');
  button.disabled = true;
  try {
    const undone = await send('POST', `actions/${deed.dataset.action}/undo`);
    settled(deed, button);
    tell(say(undone.changed > 0 ? 'client.undo.done' : 'client.undo.no-change'));
  } catch (problem) {
    button.disabled = false;
    tell(explain(problem));
  }
});

function settled(deed, button) {
  const state = deed.querySelector('.deed-undone');
  state.hidden = false;
  state.tabIndex = -1;
  state.focus({ preventScroll: true });
  button.remove();
}

document.getElementById('automatic')?.addEventListener('submit', async event => {
  event.preventDefault();
  const { hours } = event.target.elements;
  if (!await ask(say('client.automatic.title', hours.selectedOptions[0].textContent), say('client.automatic.text'), say('client.automatic.yes'))) return;
  try {
    const { changed } = await send('POST', 'actions/undo', { since: new Date(Date.now() - hours.value * HOUR).toISOString() });
    await readAgain();
    tell(say('client.rules.apply.undone', changed));
  } catch (problem) {
    tell(explain(problem));
  }
});

async function readAgain() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.getElementById('activity').replaceWith(page.getElementById('activity'));
}
