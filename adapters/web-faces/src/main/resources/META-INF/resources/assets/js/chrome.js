// What surrounds every page: preferences, help, and the navigation that stays current.
import { fragment } from './server.js';
import { attend, tellZone } from './preferences.js';
import { whenIdle } from './idle.js';
import { help, listen } from './keys.js';
import { KEYMAP } from './keymap.js';
import { morph } from './morph.js';
import { attend as attendPalette } from './palette.js';
import { install } from './pwa.js';
import { provide } from './registry.js';
import { attendSync } from './sync.js';
import { attend as attendTitle } from './title.js';

/**
 * Makes the frame of a page work.
 * @param changed reads again what the page says of accounts, when synchronisation was asked for
 * @param go shows the list of a query string
 * @param elsewhere reads again what was rendered for another time zone than the viewer's
 */
export function begin(changed = () => refreshNavigation(location.search.slice(1) || 'view=imbox'),
  go = query => location.assign(`inbox.xhtml?${query}`), elsewhere = () => {}) {
  attend();
  listen(document);
  attendSync(changed);
  attendPalette(go);
  attendTitle();
  install();
  provide('help', help);
  provide('search', enterSearch, { applies: () => Boolean(searchField()) });
  for (const { id, view } of KEYMAP)
    if (view) provide(id, () => go(placeOf(view).dataset.query), { applies: () => Boolean(placeOf(view)) });
  document.addEventListener('click', event => {
    if (event.target.closest('[data-act=help]')) help();
  });
  // browsers need their time to say in which zone they are
  whenIdle(() => { if (tellZone()) elsewhere(); }, 1000);
}

/** Where a view is in the navigation: that of the account that was chosen, if one was. */
function placeOf(view) {
  return document.querySelector(`#nav [data-query="view=${view}"], #nav [data-query^="view=${view}&"]`);
}

function enterSearch() {
  // where there is no room for it, the field shows only now
  document.documentElement.dataset.searching = 'true';
  searchField().focus();
  searchField().select();
}

function searchField() {
  return document.querySelector('.bar input[type=search], .list input[type=search]');
}

/** Reads navigation and state of synchronisation again. */
export async function refreshNavigation(query) {
  const part = await fragment('nav', query);
  const nav = document.getElementById('nav');
  const focused = nav.contains(document.activeElement) ? addressOf(document.activeElement) : null;
  nav.replaceChildren(...part.querySelector('[data-slot=nav]').childNodes);
  refreshSync(part.querySelector('[data-slot=sync]'));
  if (focused) nav.querySelector(focused)?.focus();
}

/** An open menu stays open, and what has the focus keeps it. */
function refreshSync(theirs) {
  const slot = document.getElementById('sync');
  const next = slot.cloneNode(false);
  next.append(...theirs.childNodes);
  morph(slot, next);
}

/** Marks where the viewer is, before the server has said so. */
export function markCurrent(query) {
  for (const link of document.querySelectorAll('.nav [data-query], .tabs [data-query]')) {
    if (link.dataset.query === query && !('neverCurrent' in link.dataset)) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** A selector that finds the same link or button in another rendering. */
function addressOf(element) {
  const { act, mailbox, account } = element.dataset;
  const told = element.getAttribute('href');
  if (told) return `a[href="${CSS.escape(told)}"]`;
  return `[data-act="${act}"]${mailbox ? `[data-mailbox="${mailbox}"]` : ''}${account ? `[data-account="${account}"]` : ''}`;
}
