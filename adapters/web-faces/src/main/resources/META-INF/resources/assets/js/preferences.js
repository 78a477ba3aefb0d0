// What a browser remembers about its viewer: colours, density, time zone, widths of panes.
const page = document.documentElement;
const SIZES = { nav: [160, 320], list: [280, 560], below: [160, 900] };

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
  page.setAttribute(`data-${setting}`, value);
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
  const [least, most] = SIZES[pane];
  // the list has a height of its own when mail is read below it
  const upright = pane === 'below';
  const box = () => document.getElementById(upright ? 'list' : pane).getBoundingClientRect();
  const size = () => (upright ? box().height : box().width);
  const set = wanted => {
    const settled = Math.round(Math.min(most, Math.max(least, wanted)));
    page.style.setProperty(upright ? '--below-h' : `--${pane}-w`, `${settled}px`);
    handle.setAttribute('aria-valuenow', String(settled));
    localStorage.setItem(`waxwing-${pane}-width`, String(settled));
  };
  handle.setAttribute('aria-valuemin', String(least));
  handle.setAttribute('aria-valuemax', String(most));
  handle.setAttribute('aria-valuenow', String(Math.round(size())));
  const place = event => (upright ? event.clientY : event.clientX);
  handle.addEventListener('pointerdown', event => {
    const from = place(event) - size();
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('held');
    const move = moved => set(place(moved) - from);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => {
      handle.classList.remove('held');
      handle.removeEventListener('pointermove', move);
    }, { once: true });
  });
  handle.addEventListener('keydown', event => {
    const step = { ArrowLeft: -16, ArrowUp: -16, ArrowRight: 16, ArrowDown: 16 }[event.key];
    if (!step) return;
    event.preventDefault();
    set(size() + step);
  });
}
