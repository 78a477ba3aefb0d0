// What mail servers refused to do: shown above the list until it is put away.
import { fragment, send } from './server.js';

/** Makes the notices go away when they were read. */
export function attend() {
  document.addEventListener('click', event => {
    const notice = event.target.closest('[data-act=dismiss]')?.closest('[data-refusal]');
    if (!notice) return;
    notice.remove();
    send('DELETE', `refusals/${notice.dataset.refusal}`).catch(() => {});
  });
}

/** Asks for them again. */
export async function refresh() {
  const next = (await fragment('refusals', '')).querySelector('#refusals');
  if (next) document.getElementById('refusals').replaceChildren(...next.childNodes);
}
