// The page about sorting: what was taught, who was let in or kept out, and sorting everything again.
import { begin } from './chrome.js';
import { drawing } from './drawing.js';
import { announce, explain, tell } from './notices.js';
import { api, send } from './server.js';
import { say } from './words.js';

const at = id => document.getElementById(id);
const { lang } = document.documentElement;
const BETWEEN = 1200;
const PLACES = {
  imbox: { icon: 'inbox', word: 'client.place.imbox' },
  feed: { icon: 'feed', word: 'client.place.feed' },
  paper_trail: { icon: 'paper', word: 'client.place.paper' },
};
const LESSONS = {
  kind: 'client.sorting.lesson.kind',
  sender: 'client.sorting.lesson.sender',
  domain: 'client.sorting.lesson.domain',
  message: 'client.sorting.lesson.message',
};
const STATES = {
  done: 'client.sorting.job.done',
  cancelled: 'client.sorting.job.cancelled',
  running: 'client.sorting.job.running',
  failed: 'client.sorting.job.failed',
};
let looking = 0;
const started = new Set();

begin();
show();

async function show() {
  const failed = problem => tell(explain(problem));
  await Promise.all([lessons().catch(failed), decisions().catch(failed), everybody().catch(failed), jobs().catch(failed)]);
}

async function lessons() {
  const { items } = await api('lessons');
  fill('lessons', items, it => line({
    icon: PLACES[it.category]?.icon ?? 'inbox',
    text: say(LESSONS[it.scope], it.about),
    note: say(PLACES[it.category]?.word ?? 'client.place.imbox'),
    when: it.taughtAt,
    word: say('client.sorting.forget'),
    forget: () => send('DELETE', `lessons/${encodeURIComponent(it.id)}`),
    done: say('client.sorting.forgotten'),
  }));
}

async function decisions() {
  const { items } = await api('screener/decisions');
  fill('decisions', items, it => decision(it, 'screener/decisions'));
}

async function everybody() {
  if (!at('everybody')) return;
  const { items } = await api('admin/senders');
  fill('everybody', items, it => decision(it, 'admin/senders'));
}

function decision({ who, decision: verdict, decidedAt }, path) {
  return line({
    icon: verdict === 'out' ? 'block' : 'door',
    text: who,
    note: say(verdict === 'out' ? 'client.sorting.out' : 'client.sorting.in'),
    when: decidedAt,
    word: say('client.sorting.forget'),
    forget: () => send('DELETE', `${path}/${encodeURIComponent(who)}`),
    done: say('client.sorting.forgotten'),
  });
}

function fill(id, items, make) {
  at(id).replaceChildren(...items.map(make));
  at(id).removeAttribute('aria-busy');
  const none = at(`${id}-none`);
  if (none) none.hidden = items.length > 0;
  const note = at(`${id}-note`);
  if (none && note) note.hidden = items.length === 0;
}

function line({ icon, text, note, when, word, forget, done }) {
  const made = document.createElement('li');
  const label = document.createElement('bdi');
  label.textContent = text;
  const state = document.createElement('span');
  state.className = 'chip';
  state.textContent = note;
  const time = document.createElement('time');
  time.textContent = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(when));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = word;
  button.setAttribute('aria-label', `${word}: ${text}`);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await forget();
    } catch (problem) {
      button.disabled = false;
      return tell(explain(problem));
    }
    const list = made.parentElement;
    const next = (made.nextElementSibling ?? made.previousElementSibling)?.querySelector('button') ?? at('start');
    made.remove();
    next.focus();
    announce(done);
    if (list.children.length === 0 && at(`${list.id}-none`)) at(`${list.id}-none`).hidden = false;
  });
  made.append(drawing(icon), label, state, time, button);
  return made;
}

/** What is being sorted again, as far as it is; looked at for as long as it goes on. */
async function jobs() {
  clearTimeout(looking);
  const { items } = await api('jobs');
  const sorts = items.filter(it => it.task === 'sort');
  // what failed is told until the same account is sorted again
  const failed = (it, i) => it.state === 'failed' && !sorts.slice(0, i).some(later => later.accountId === it.accountId);
  const shown = sorts.filter((it, i) => it.state === 'running' || started.has(it.id) || failed(it, i));
  for (const it of shown) if (it.state === 'running') started.add(it.id);
  const known = new Map([...at('jobs').children].map(it => [it.dataset.job, it]));
  at('jobs').replaceChildren(...shown.map(it => job(it, known.get(it.id))));
  const running = shown.some(it => it.state === 'running');
  document.querySelector('[data-act=sort-again]').disabled = running;
  if (running) looking = setTimeout(() => jobs().catch(() => {}), BETWEEN);
}

function job({ id, state, done, total, changed }, before) {
  const made = before ?? document.createElement('li');
  if (!before) {
    made.dataset.job = id;
    const words = document.createElement('p');
    const bar = document.createElement('progress');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button small';
    button.textContent = say('client.sorting.job.cancel');
    button.addEventListener('click', () => send('DELETE', `jobs/${id}`).then(jobs, problem => tell(explain(problem))));
    made.append(words, bar, button);
  }
  const [words, bar, button] = made.children;
  words.textContent = `${say(STATES[state] ?? STATES.running, done, Math.max(done, total))} ${say('client.sorting.job.changed', changed)}`;
  bar.max = Math.max(1, total);
  bar.value = state === 'done' ? bar.max : done;
  bar.setAttribute('aria-label', words.textContent);
  button.hidden = state !== 'running';
  return made;
}

document.addEventListener('click', async event => {
  if (!event.target.closest('[data-act=sort-again]')) return;
  try {
    const { items } = await send('POST', 'sorting/runs');
    // they may have ended before they are looked at for the first time
    for (const it of items) started.add(it.id);
    await jobs();
  } catch (problem) {
    tell(explain(problem));
  }
});

at('everybody-form')?.addEventListener('submit', async event => {
  event.preventDefault();
  const who = at('everybody-who').value.trim();
  if (!who) return at('everybody-who').focus();
  try {
    await send('POST', 'admin/senders', { decisions: [{ who, decision: event.submitter?.value ?? 'out' }] });
    at('everybody-who').value = '';
    await everybody();
  } catch (problem) {
    tell(explain(problem));
  }
});
