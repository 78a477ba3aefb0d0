// What the server tells an open page: ids only; the page reads the rest again, once for a burst.
import { events } from './server.js';
import { tell } from './notices.js';
import { say } from './words.js';

const TOGETHER = 250;
const BUSY = 1000;
const LATER = 5000;
// a page that nobody saw, or a computer that slept, for so long may have a line that is dead without knowing it
const AWAY = 60000;
const LOOK = 15000;

/**
 * Listens for ever. `handle` is given the kinds of events that came, each with all their data, and says when it is done.
 * A line that broke goes on where it stood: the server keeps what was missed, or says by `reset` that it does not; the
 * first one goes on where the page was made. Of a page that does not say where that was, `handle` is called once more with
 * `catchUp` as soon as the server listens too: what happened meanwhile was told to nobody.
 */
export function listen(kinds, handle, { catchUp = false } = {}) {
  let gathered = new Map();
  let timer = 0;
  let handling = false;
  let last = 0;
  let told = false;
  let worry = 0;
  let source = null;
  let stands = document.documentElement.dataset.position ?? '';
  let missed = catchUp && !stands;
  let again = 0;
  let seen = Date.now();
  let hiddenAt = 0;
  const offline = () => {
    worry = 0;
    told = document.visibilityState === 'visible';
    if (told) tell(say('client.offline'), { stays: true });
  };
  // a stream ends now and then and is back within a second: nobody needs to hear of that
  const lost = () => { worry ||= setTimeout(offline, LATER); };
  const found = () => {
    clearTimeout(worry);
    worry = 0;
    if (!told) return;
    told = false;
    tell(say('client.online'));
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
    clearTimeout(again);
    source?.close();
    const line = source = new EventSource(stands ? `${events}?lastEventId=${encodeURIComponent(stands)}` : events);
    const heard = event => { if (event.lastEventId) stands = event.lastEventId; };
    for (const kind of kinds)
      line.addEventListener(kind, event => {
        heard(event);
        gather(kind, parsed(event.data));
      });
    line.addEventListener('ready', event => {
      const first = !stands;
      heard(event);
      if (first && missed) gather(kinds.includes('counts') ? 'counts' : kinds[0], {});
      missed = false;
    });
    line.addEventListener('open', found);
    line.addEventListener('error', () => {
      if (line !== source) return;
      lost();
      missed = true;
      // EventSource tries again by itself, unless the server's answer was a refusal
      if (line.readyState === EventSource.CLOSED) again = setTimeout(connect, LATER);
    });
  };
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => { if (event.persisted) connect(); });
  addEventListener('online', connect);
  addEventListener('offline', lost);
  document.addEventListener('resume', connect);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > AWAY) connect();
    seen = Date.now();
  });
  setInterval(() => {
    const slept = Date.now() - seen > AWAY;
    seen = Date.now();
    if (slept && document.visibilityState === 'visible') connect();
  }, LOOK);
  connect();
}

function parsed(data) {
  try {
    return JSON.parse(data);
  } catch {
    return {};
  }
}
