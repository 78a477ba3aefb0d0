// Asking the server for parts of a page.
// deployed at the root there is no such attribute
export const root = document.documentElement.dataset.root ?? '';
const RELOADED = 'waxwing-reloaded';
const GOING = 10000;
let left = -GOING;
// also by signing out: what is answered meanwhile must not hold the page back
addEventListener('beforeunload', () => { left = performance.now(); });

/** The part of a page that `name` makes for a query string, as an element that holds it. */
export async function fragment(name, query, signal) {
  const response = await ask(`${root}/fragments/${name}.xhtml?${query}`, 'text/html', signal);
  // what is not there has a friendly part too
  if (!response.ok && response.status !== 404) throw new Error(`${name}: ${response.status}`);
  return new DOMParser().parseFromString(await response.text(), 'text/html').body;
}

/** An answer of the API. */
export async function api(path) {
  const response = await ask(`${root}/api/v1/${path}`, 'application/json');
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/**
 * Changes something over the API. Gives its answer, or null when there is none. What the server refuses is thrown with
 * the `kind` of its problem, its `detail` and its `errors`; a request that got no answer has none.
 * @param seen the tag of what is changed as it was seen; what is another by now is refused
 */
export function send(method, path, body, seen) {
  return change(method, path, body === undefined ? undefined : JSON.stringify(body), 'application/json', seen);
}

/** The same with a text of some type that is no JSON of ours. */
export function sendText(path, text, type) {
  return change('POST', path, text, type);
}

async function change(method, path, text, type, seen) {
  const response = await fetch(`${root}/api/v1/${path}`, {
    method,
    body: text,
    // what was done just before the page is left must arrive too; browsers allow 64 KB for that
    keepalive: !text || text.length < 60000,
    headers: {
      Accept: 'application/json',
      'X-CSRF-Token': document.querySelector('input[name=csrfToken]').value,
      ...text === undefined ? {} : { 'Content-Type': type },
      ...seen ? { 'If-Match': `"${seen}"` } : {},
    },
  });
  if (response.status === 401) signInAgain();
  if (response.ok) {
    const answer = await response.text();
    return answer ? JSON.parse(answer) : null;
  }
  const { type: kind, detail, errors } = await response.json().catch(() => ({}));
  throw Object.assign(new Error(`${path}: ${response.status}`), { kind: (kind ?? 'unknown').split(':').at(-1), detail, errors });
}

/** The address of the stream of events. */
export const events = `${root}/api/v1/events`;

async function ask(address, accept, signal) {
  const response = await fetch(address, { headers: { Accept: accept, 'X-Requested-With': 'XMLHttpRequest' }, signal });
  if (response.status === 401) signInAgain();
  return response;
}

/** The session is over: loading the page leads through the sign-in and back. Never twice in a row. */
function signInAgain() {
  const last = Number(sessionStorage.getItem(RELOADED));
  if (Date.now() - last < 30000 || performance.now() - left < GOING) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}
