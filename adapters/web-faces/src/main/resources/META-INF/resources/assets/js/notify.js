// Notices of the system about new mail: for those who asked for them, when they are not looking, once for what comes together.
import { chosen } from './preferences.js';
import { api } from './server.js';
import { say } from './words.js';

const LOOKED_AT = 6;
const NAMED = 3;
// what a first synchronisation brings is no news
const NEWS = 3600_000;
let open = address => location.assign(address);

/** Whether this browser would show them. */
export const permitted = () => 'Notification' in globalThis && Notification.permission === 'granted';

/** Asks the browser to show them; true when it will. */
export async function permit() {
  if (!('Notification' in globalThis)) return false;
  return await Notification.requestPermission() === 'granted';
}

/** Makes a click on a notice open its conversation: `go` is given the query string of an address of the inbox. */
export function attend(go) {
  open = go;
  navigator.serviceWorker?.addEventListener('message', event => { if (event.data?.open) open(event.data.open); });
}

/** Tells of new messages, each {accountId, threadId, id}: of those in the view that was chosen, or `anywhere`, as a rule wants it. */
export async function notify(messages, anywhere = false) {
  const wanted = chosen('notify');
  if (!anywhere && (wanted === '' || wanted === 'none') || !permitted() || looking()) return;
  const latest = messages.slice(-LOOKED_AT);
  const found = await Promise.all(latest.map(({ id }) => api(`messages/${id}`).catch(() => null)));
  const rows = anywhere ? new Set(messages.map(it => it.threadId)) : await threadsOf(wanted);
  const news = found.filter(it => it && isNews(it) && rows.has(it.threadId));
  if (news.length === 0 || looking()) return;
  // more than were looked at are as many as came
  const count = messages.length > LOOKED_AT ? messages.length : news.length;
  await show(news, count);
}

function looking() {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/**
 * The conversations that a notice may be about: those at the top of the view. What is muted or put off is not there, and
 * of people who were not let in nobody wants to hear.
 */
async function threadsOf(wanted) {
  const rows = view => api(`threads?view=${view}&limit=50`).then(answer => answer.items, () => []);
  const ids = async view => (await rows(view)).filter(it => !it.muted).map(it => it.id);
  if (wanted !== 'all') return new Set(await ids('imbox'));
  const [all, ...outside] = await Promise.all(['all', 'screener', 'screened_out'].map(ids));
  return new Set(all.filter(id => !outside.flat().includes(id)));
}

function isNews(message) {
  return !message.keywords.some(it => it === '$seen' || it === '$muted' || it === '$draft')
    && Date.now() - Date.parse(message.receivedAt) < NEWS;
}

async function show(news, count) {
  const last = news.at(-1);
  const silent = chosen('notifyContent') === 'off';
  const who = it => it.from[0]?.name || it.from[0]?.email || '';
  const several = count > 1;
  const title = silent || several
    ? several ? say('client.notify.many', count) : say('client.notify.one')
    : who(last);
  const names = [...new Set(news.map(who))].slice(0, NAMED).join(', ');
  const body = silent ? '' : several ? names : last.subject || say('client.notify.no-subject');
  const address = several ? 'view=imbox' : `view=imbox&thread=${last.threadId}`;
  // the same in every window of this browser: the system shows it once
  const options = { body, tag: `waxwing-${last.id}`, icon: icon(), badge: icon(), lang: document.documentElement.lang, data: { address } };
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => null);
  if (worker?.active) return worker.showNotification(title, options);
  const notice = new Notification(title, options);
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
    open(address);
  });
}

function icon() {
  return document.querySelector('link[rel=apple-touch-icon]')?.href ?? '';
}
