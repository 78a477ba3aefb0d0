// What a viewer has chosen about their pages, told to the server; and what only this browser remembers: widths of panes.
import { explain, tell } from './notices.js';
import { send } from './server.js';

const page = document.documentElement;
const SIZES = { nav: [160, 320], list: [280, 560], below: [160, 900] };
const EVERYWHERE = ['theme', 'density', 'language'];
// the page was made in these, and has to be made anew
const RENDERED = ['language', 'timeZone'];
// what is read again with it has to find it kept
const KEPT_FIRST = ['conversations'];
const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel('waxwing-settings') : null;
let reading = 0;

/** Makes the switches, the splitters and the drawer of the page work. */
export function attend() {
  document.addEventListener('click', event => {
    const choice = event.target.closest('[data-setting] [data-value]');
    if (choice) choose(choice.closest('[data-setting]').dataset.setting, choice.dataset.value);
    if (event.target.closest('[data-act=drawer]')) drawer(!('drawer' in page.dataset));
    else if ('drawer' in page.dataset && !event.target.closest('.nav .shut, .nav .more')) drawer(false);
  });
  document.addEventListener('change', event => {
    if (event.target.matches('select[data-setting]')) choose(event.target.dataset.setting, event.target.value);
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') drawer(false);
  });
  document.querySelectorAll('[data-split]').forEach(split);
  for (const setting of EVERYWHERE) remember(setting, chosen(setting));
  frame(chosen('theme'));
  others?.addEventListener('message', ({ data }) => apply(data.setting, data.value));
}

/** What holds now, by the name of a setting. */
export const chosen = setting => page.dataset[setting] ?? '';

/**
 * Chooses: in sight at once, then told to the server, which keeps it. What it refuses is taken back. True when it is kept.
 */
export async function choose(setting, value) {
  const before = chosen(setting);
  if (before === value) return true;
  const first = KEPT_FIRST.includes(setting);
  if (!first) apply(setting, value);
  try {
    await send('PATCH', 'me/settings', { [setting]: value });
    if (first) apply(setting, value);
  } catch (problem) {
    apply(setting, before);
    tell(explain(problem));
    return false;
  }
  others?.postMessage({ setting, value });
  if (RENDERED.includes(setting)) location.reload();
  return true;
}

/** Does `task` once an open conversation counts as read: at once, after some seconds, or never. */
export function whenRead(task) {
  clearTimeout(reading);
  const after = chosen('markRead');
  if (after === 'never') return;
  if (after === '0' || after === '') task();
  else reading = setTimeout(task, Number(after) * 1000);
}

/** Tells the server the viewer's time zone; true when it thought of another one. */
export function tellZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return false;
  const known = document.cookie.includes(`waxwing-zone=${zone.replaceAll('/', '!')}`);
  if (!known) remember('zone', zone.replaceAll('/', '!'));
  if (zone === page.dataset.zone || chosen('timeZone') !== 'auto') return false;
  page.dataset.zone = zone;
  return document.cookie.includes('waxwing-zone=');
}

function apply(setting, value) {
  page.dataset[setting] = value;
  if (EVERYWHERE.includes(setting)) remember(setting, value);
  if (setting === 'theme') frame(value);
  for (const button of document.querySelectorAll(`[data-setting="${setting}"] [data-value]`))
    button.setAttribute('aria-pressed', String(button.dataset.value === value));
  for (const select of document.querySelectorAll(`select[data-setting="${setting}"]`)) select.value = value;
  document.dispatchEvent(new CustomEvent('waxwing-setting', { detail: { setting, value } }));
}

/** The frame that a system draws around a page has the page's colours, also when they are not those of the system. */
function frame(theme) {
  for (const colour of document.querySelectorAll('meta[name=theme-color]')) {
    colour.dataset.scheme ??= colour.media.includes('dark') ? 'dark' : 'light';
    colour.media = theme === 'auto' ? `(prefers-color-scheme: ${colour.dataset.scheme})` : theme === colour.dataset.scheme ? 'all' : 'not all';
  }
}

/** What pages without a sign-in are to look like, too. */
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
  // says its size first as soon as that is known, and without laying out the page for it
  new ResizeObserver(() => handle.setAttribute('aria-valuenow', String(Math.round(size())))).observe(document.getElementById(upright ? 'list' : pane));
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
