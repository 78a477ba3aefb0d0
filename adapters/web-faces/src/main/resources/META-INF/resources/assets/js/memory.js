// What a tab remembers of its lists while pages come and go: how far each was scrolled, and what was chosen in it.
import * as lists from './list.js';
import * as selection from './selection.js';

const KEY = 'waxwing-lists';
const MOST = 8;

/** Brings the list that is shown back to where it was left; false when nothing is known of it. */
export function recall() {
  const noted = all().find(([query]) => query === lists.query());
  if (!noted) return false;
  lists.reshape(noted[1]);
  selection.choose(noted[2]);
  return true;
}

/** Notes the list that is shown whenever it, or the page, is left. */
export function attend() {
  addEventListener('pagehide', note);
  lists.list.addEventListener('leaving', note);
}

/** Forgets it all. */
export function forget() {
  sessionStorage.removeItem(KEY);
}

function note() {
  if (!lists.body().querySelector('.list-head')) return;
  const others = all().filter(([query]) => query !== lists.query());
  sessionStorage.setItem(KEY, JSON.stringify([[lists.query(), lists.shape(), selection.noted()], ...others].slice(0, MOST)));
}

function all() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}
