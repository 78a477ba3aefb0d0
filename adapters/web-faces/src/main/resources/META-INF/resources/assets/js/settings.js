// The page of settings: the switches themselves work on every page; here is what only makes sense beside them.
import { begin } from './chrome.js';
import { announce, explain, tell } from './notices.js';
import { permit, permitted } from './notify.js';
import { choose, chosen } from './preferences.js';
import { send } from './server.js';
import { say } from './words.js';

const notice = document.getElementById('permission');
begin(undefined);
showPermission();

document.addEventListener('waxwing-setting', event => {
  if (event.detail.setting === 'notify') consent();
  announce(say('client.settings.kept'));
});
document.addEventListener('click', event => {
  const { act } = event.target.closest('[data-act]')?.dataset ?? {};
  if (act === 'permit') consent();
  if (act === 'forget-pictures') forgetPictures(event.target.closest('[data-sender]'));
  if (act === 'guide-again') choose('guide', 'open').then(kept => kept && tell(say('client.settings.guide')));
});

/** From now on the pictures of a sender are shown when asked for alone. */
async function forgetPictures(button) {
  const line = button.closest('li');
  const { sender } = button.dataset;
  button.disabled = true;
  try {
    await send('DELETE', `image-senders/${encodeURIComponent(sender)}`);
  } catch (problem) {
    button.disabled = false;
    tell(explain(problem));
    return;
  }
  const next = (line.nextElementSibling ?? line.previousElementSibling)?.querySelector('button') ?? document.getElementById('start');
  line.remove();
  next.focus();
  announce(say('client.settings.pictures', sender));
}

async function consent() {
  if (chosen('notify') !== 'none' && !permitted()) await permit();
  showPermission();
}

/** Whether the browser would show what is wanted, and what to do if not. */
function showPermission() {
  const missing = chosen('notify') !== 'none' && !permitted();
  notice.hidden = !missing;
  if (!missing) return;
  const refused = !('Notification' in globalThis) || Notification.permission === 'denied';
  notice.querySelector('span').textContent = say(refused ? 'client.settings.refused' : 'client.settings.unasked');
  notice.querySelector('button').hidden = refused;
}
