// Work that may wait for a quiet moment, so that nothing comes between a key and what it shows.

/** Does a task when nothing is to be drawn, and no later than `timeout` ms from now. */
export function whenIdle(task, timeout) {
  // not every browser says when it is idle
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout });
  else setTimeout(task, Math.min(timeout, 50));
}
