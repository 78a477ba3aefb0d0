// Asking the server for parts of a page.
// deployed at the root there is no such attribute
const root = document.documentElement.dataset.root ?? '';
const RELOADED = 'waxwing-reloaded';

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
  if (Date.now() - last < 30000) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  location.reload();
}
