// What the server tells an open page: ids only; the page reads the rest again, once for a burst.
import { events } from './server.js';
import { tell } from './notices.js';
import { say } from './words.js';

const TOGETHER = 250;
const BUSY = 1000;
const LATER = 5000;

/**
 * Listens for ever. `handle` is given the kinds of events that came, each with all their data, and says when it is done.
 * With `catchUp` it is called once more as soon as the server listens too: what happened between the making of the page
 * and that moment was told to nobody.
 */
export function listen(kinds, handle, { catchUp = false } = {}) {
  let gathered = new Map();
  let timer = 0;
  let handling = false;
  let last = 0;
  let lost = false;
  let missed = false;
  let told = false;
  let worry = 0;
  const offline = () => {
    told = document.visibilityState === 'visible';
    if (told) tell(say('client.offline'), { stays: true });
  };
  const schedule = () => {
    if (timer || handling || gathered.size === 0) return;
    // thousands of messages arriving for the first time must not mean thousands of reads
    timer = setTimeout(flush, Date.now() - last < 2 * BUSY ? BUSY : TOGETHER);
  };
  const flush = async () => {
    timer = 0;
    handling = true;
    const burst = gathered;
    gathered = new Map();
    try {
      await handle(burst);
    } finally {
      handling = false;
      last = Date.now();
      schedule();
    }
  };
  const gather = (kind, data) => {
    gathered.set(kind, [...gathered.get(kind) ?? [], data]);
    schedule();
  };
  const connect = () => {
    const source = new EventSource(events);
    for (const kind of kinds) source.addEventListener(kind, event => gather(kind, parsed(event.data)));
    source.addEventListener('ready', () => {
      const kind = missed ? 'reset' : 'counts';
      if (missed || catchUp) gather(kinds.includes(kind) ? kind : kinds[0], {});
      missed = false;
    });
    source.addEventListener('open', () => {
      lost = false;
      clearTimeout(worry);
      if (!told) return;
      told = false;
      tell(say('client.online'));
    });
    source.addEventListener('error', () => {
      // a stream ends now and then and is back within a second: nobody needs to hear of that
      if (!lost) worry = setTimeout(offline, LATER);
      lost = true;
      missed = true;
      // EventSource tries again by itself, unless the server's answer was a refusal
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, LATER);
    });
    addEventListener('pagehide', () => source.close(), { once: true });
  };
  connect();
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return {};
  }
}
