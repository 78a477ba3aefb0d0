// The page of what was done: each can be undone while that is possible.
import { begin } from './chrome.js';
import { explain, tell } from './notices.js';
import { send } from './server.js';
import { say } from './words.js';

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
