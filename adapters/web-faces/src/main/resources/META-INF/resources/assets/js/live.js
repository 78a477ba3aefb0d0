// What the server tells an open page: ids only; the page reads the rest again, once for a burst.
import { events } from './server.js';
import { tell } from './notices.js';
import { say } from './words.js';

const TOGETHER = 250;
const BUSY = 1000;
const LATER = 5000;

/** Listens for ever. `handle` is given the kinds of events that came, each with all their data, and says when it is done. */
export function listen(kinds, handle) {
  let gathered = new Map();
  let timer = 0;
  let handling = false;
  let last = 0;
  let lost = false;
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
    source.addEventListener('open', () => {
      if (!lost) return;
      lost = false;
      tell(say('client.online'));
      // what happened meanwhile was told to nobody
      kinds.forEach(kind => gather(kind, {}));
    });
    source.addEventListener('error', () => {
      if (!lost && document.visibilityState === 'visible') tell(say('client.offline'), { stays: true });
      lost = true;
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
