// The page as a program of its own: installed, and with something to show when there is no connection.
import { whenIdle } from './idle.js';

const page = document.documentElement;

/** Registers what answers when nobody else does, once the page is there. It never keeps mail. */
export function install() {
  if (!('serviceWorker' in navigator)) return;
  if (document.readyState === 'complete') whenIdle(register, 5000);
  else addEventListener('load', () => whenIdle(register, 5000), { once: true });
}

function register() {
  const root = page.dataset.root ?? '';
  navigator.serviceWorker.register(`${root}/service-worker.js`, { scope: `${root}/`, updateViaCache: 'none' }).catch(() => {
    // private windows and odd browsers refuse it; everything works without
  });
  navigator.serviceWorker.ready?.then(({ active }) => active?.postMessage({ language: page.lang }));
}
