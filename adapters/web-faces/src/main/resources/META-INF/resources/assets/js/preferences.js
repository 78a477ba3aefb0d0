// What a browser remembers about its viewer: colours, density, time zone, widths of panes.
const page = document.documentElement;
const WIDTHS = { nav: [160, 320], list: [280, 560] };

/** Makes the switches, the splitters and the drawer of the page work. */
export function attend() {
  document.addEventListener('click', event => {
    const choice = event.target.closest('[data-setting] [data-value]');
    if (choice) choose(choice.closest('[data-setting]').dataset.setting, choice.dataset.value);
    if (event.target.closest('[data-act=drawer]')) drawer(!('drawer' in page.dataset));
    else if ('drawer' in page.dataset && !event.target.closest('.nav .shut, .nav .more')) drawer(false);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') drawer(false);
  });
  document.querySelectorAll('[data-split]').forEach(split);
}

/** Tells the server the viewer's time zone; true when it thought of another one. */
export function tellZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === page.dataset.zone) return false;
  remember('zone', zone.replaceAll('/', '!'));
  page.dataset.zone = zone;
  return document.cookie.includes('waxwing-zone=');
}

function choose(setting, value) {
  page.dataset[setting] = value;
  remember(setting, value);
  for (const button of document.querySelectorAll(`[data-setting=${setting}] [data-value]`))
    button.setAttribute('aria-pressed', String(button.dataset.value === value));
}

function remember(name, value) {
  const secure = location.protocol === 'https:' ? ';Secure' : '';
  document.cookie = `waxwing-${name}=${value};Path=${page.dataset.root || '/'};Max-Age=31536000;SameSite=Lax${secure}`;
}

function drawer(open) {
  page.toggleAttribute('data-drawer', open);
  for (const button of document.querySelectorAll('[data-act=drawer]')) button.setAttribute('aria-expanded', String(open));
}

function split(handle) {
  const pane = handle.dataset.split;
  const [least, most] = WIDTHS[pane];
  const width = () => document.getElementById(pane).getBoundingClientRect().width;
  const set = wanted => {
    const settled = Math.round(Math.min(most, Math.max(least, wanted)));
    page.style.setProperty(`--${pane}-w`, `${settled}px`);
    handle.setAttribute('aria-valuenow', String(settled));
    localStorage.setItem(`waxwing-${pane}-width`, String(settled));
  };
  handle.setAttribute('aria-valuemin', String(least));
  handle.setAttribute('aria-valuemax', String(most));
  handle.setAttribute('aria-valuenow', String(Math.round(width())));
  handle.addEventListener('pointerdown', event => {
    const from = event.clientX - width();
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('held');
    const move = moved => set(moved.clientX - from);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => {
      handle.classList.remove('held');
      handle.removeEventListener('pointermove', move);
    }, { once: true });
  });
  handle.addEventListener('keydown', event => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (!step) return;
    event.preventDefault();
    set(width() + step);
  });
}
