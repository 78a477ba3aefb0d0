// The list of conversations: where the viewer stands in it, and the windows that follow the first.
import { fragment } from './server.js';
import { tell } from './notices.js';
import { say } from './words.js';

export const list = document.getElementById('list');
const waiting = new WeakSet();
const tails = new IntersectionObserver(seen => seen.some(it => it.isIntersecting) && loadFurther(), {
  root: list, rootMargin: '0px 0px 1600px 0px',
});

/** The part of the page that is the list now. */
export const body = () => document.getElementById('list-body');
/** The address of the list that is shown. */
export const query = () => body().dataset.query;
/** All rows, in their order. */
export const rows = () => [...list.querySelectorAll('.row')];
/** The row of a conversation, if it is in the list. */
export const rowOf = id => id ? list.querySelector(`.row[data-id="${CSS.escape(id)}"]`) : null;
/** The row where the viewer stands: the focused one, else the open one. */
export const here = () => document.activeElement?.closest('.row') ?? list.querySelector('.row:has([aria-current])');

/** Marks the open conversation, and leaves one row in the order of the tab key. */
export function mark(id) {
  for (const link of list.querySelectorAll('.row-link[aria-current]')) link.removeAttribute('aria-current');
  for (const link of list.querySelectorAll('.row-link[tabindex="0"]')) link.tabIndex = -1;
  const link = rowOf(id)?.querySelector('.row-link');
  link?.setAttribute('aria-current', 'true');
  const stop = document.activeElement?.closest('.row-link') ?? link ?? list.querySelector('.row-link');
  if (stop) stop.tabIndex = 0;
}

/** Goes to a row: it gets the focus and comes into sight. */
export function stand(row) {
  const link = row?.querySelector('.row-link');
  if (!link) return;
  for (const other of list.querySelectorAll('.row-link[tabindex="0"]')) other.tabIndex = -1;
  link.tabIndex = 0;
  link.focus({ preventScroll: true });
  const head = list.querySelector('.list-head').offsetHeight;
  const box = row.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (box.top < frame.top + head) list.scrollTop -= frame.top + head - box.top;
  else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom;
}

/** The row before or behind the one where the viewer stands; the first when there is none. */
export function neighbour(step) {
  const all = rows();
  const at = all.indexOf(here());
  return at < 0 ? all[0] : all[at + step];
}

/** Puts another list in place of this one. */
export function replace(next) {
  body().replaceWith(next);
  watchTail();
  list.dispatchEvent(new Event('shown'));
}

/** Takes rows out of the list. */
export function take(rows) {
  for (const row of rows) {
    const part = row.closest('.part');
    row.remove();
    part.classList.toggle('vacant', !part.dataset.next && !part.querySelector('.row'));
  }
}

/** Puts rows back where they belong, which is known by their time; each is {row, holder}. */
export function putBack(places) {
  for (const { row, holder } of places) {
    if (!holder.isConnected || rowOf(row.dataset.id)) continue;
    const behind = [...holder.children].find(it => Number(it.dataset.at) < Number(row.dataset.at));
    holder.insertBefore(row, behind ?? null);
    holder.closest('.part').classList.remove('vacant');
  }
  body().querySelector(':scope > .state')?.remove();
}

/** Loads what follows whenever the end of the list comes near. */
export function watchTail() {
  tails.disconnect();
  const tail = body().querySelector('[data-tail]');
  if (tail) tails.observe(tail);
}

/** Loads the next window of a part; without one, of the last part that goes on. */
export async function loadFurther(part = lastOpenPart()) {
  if (!part?.dataset.next || waiting.has(part)) return;
  waiting.add(part);
  const tail = body().querySelector('[data-tail]');
  const timer = setTimeout(() => tail.replaceChildren(document.getElementById('list-skeleton').content.cloneNode(true)), 200);
  try {
    const asked = `${query()}&part=${part.dataset.part}&cursor=${encodeURIComponent(part.dataset.next)}`;
    const window = (await fragment('rows', asked)).querySelector('ol');
    if (!part.isConnected) return;
    const known = new Set(rows().map(row => row.dataset.id));
    part.querySelector('ol').append(...[...window.children].filter(row => !known.has(row.dataset.id)));
    // Faces leaves out attributes without a value
    part.dataset.next = window.dataset.next ?? '';
    part.classList.remove('vacant');
    if (!part.dataset.next) part.querySelector('.further')?.remove();
  } catch {
    tell(say('client.failed'));
    return;
  } finally {
    waiting.delete(part);
    clearTimeout(timer);
    tail.replaceChildren();
  }
  // an observer speaks only when something changes: ask again while the end is still near
  if (part.dataset.part !== 'new') watchTail();
}

function lastOpenPart() {
  return [...list.querySelectorAll('.part[data-next]')].filter(part => part.dataset.part !== 'new' && part.dataset.next).at(-1);
}
