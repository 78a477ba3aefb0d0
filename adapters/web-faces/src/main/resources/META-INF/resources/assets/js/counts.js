// The numbers of the navigation, changed with what is done; the server says them again right after.
const nav = document.getElementById('nav');
// the views beside which stands how much in them is unread
const UNREAD = ['imbox', 'paper_trail'];
const STRONG = ['imbox', 'screener'];

/**
 * Counts what `op` takes away from where it is shown, and adds it to where it goes.
 * @param rows those that are shown
 * @param count how many conversations are meant, with those that are not shown
 * @param category where they are sorted
 * @returns what {@link raise} takes back
 */
export function lower(op, rows, count, category) {
  const { role, query } = document.getElementById('list-body').dataset;
  const here = new URLSearchParams(query).get('view');
  const fresh = rows.filter(row => row.classList.contains('unread')).length;
  const moves = [];
  const leaves = ['archive', 'trash', 'spam', 'move', 'snooze', 'later', 'aside', 'mute', 'back', 'to-inbox'].includes(op);
  if (UNREAD.includes(here) && (leaves || op === 'read')) moves.push([here, -fresh]);
  if (UNREAD.includes(here) && op === 'unread') moves.push([here, count - fresh]);
  if (op === 'categorize' && here !== category) for (const [view, by] of [[here, -fresh], [category, fresh]]) if (UNREAD.includes(view)) moves.push([view, by]);
  if (role === 'later' && leaves && op !== 'later') moves.push(['later', -count]);
  if (role === 'set_aside' && leaves && op !== 'aside') moves.push(['set_aside', -count]);
  if (role !== 'later' && op === 'later') moves.push(['later', count]);
  if (role !== 'set_aside' && op === 'aside') moves.push(['set_aside', count]);
  moves.forEach(([view, by]) => shift(view, by));
  return moves;
}

/** Counts what waits outside. */
export function lowerWaiting(count) {
  const moves = [['screener', -count]];
  moves.forEach(([view, by]) => shift(view, by));
  return moves;
}

/** Takes back what was counted. */
export function raise(moves) {
  moves.forEach(([view, by]) => shift(view, -by));
}

function shift(view, by) {
  const link = by === 0 ? null : nav.querySelector(`a[data-query="view=${view}"]:not([data-never-current])`);
  if (!link) return;
  const there = link.querySelector('.count');
  const now = Math.max(0, Number((there?.textContent ?? '0').replace(/\D/g, '')) + by);
  if (there && now === 0) there.remove();
  else if (there) there.textContent = new Intl.NumberFormat(document.documentElement.lang).format(now);
  else if (now > 0) link.append(badge(now, STRONG.includes(view)));
}

function badge(number, strong) {
  const made = document.createElement('b');
  made.className = `count ${strong ? 'strong' : 'soft'}`;
  made.textContent = new Intl.NumberFormat(document.documentElement.lang).format(number);
  return made;
}
