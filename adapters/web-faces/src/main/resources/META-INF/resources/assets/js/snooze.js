// Until when something is snoozed: usual moments, words as one types them, or a day and a time.
import { markChoice } from './dialogs.js';
import { api } from './server.js';
import { say } from './words.js';

const at = id => document.getElementById(id);
const { lang } = document.documentElement;
const DAY = 86400000;
const NAMES = {
  later_today: 'client.snooze.later-today',
  this_evening: 'client.snooze.this-evening',
  tomorrow: 'client.snooze.tomorrow',
  this_weekend: 'client.snooze.this-weekend',
  next_week: 'client.snooze.next-week',
};

const zone = () => document.documentElement.dataset.zone || 'UTC';

/** A moment ahead as people say it, as short as it can be understood: "09:00", "Tue 09:00", "1 Dec 09:00". */
export function timeInWords(moment) {
  const date = new Date(moment);
  const day = time => new Date(time).toLocaleDateString('en-CA', { timeZone: zone() });
  const clock = { hour: '2-digit', minute: '2-digit' };
  const far = date - Date.now() > 6 * DAY;
  const year = day(date).slice(0, 4) === day(Date.now()).slice(0, 4) ? {} : { year: 'numeric' };
  const parts = day(date) === day(Date.now()) ? clock
    : far ? { day: 'numeric', month: 'short', ...year, ...clock } : { weekday: 'short', ...clock };
  return new Intl.DateTimeFormat(languages(), { ...parts, timeZone: zone() }).format(date);
}

// the page speaks a language, the browser knows of which country
function languages() {
  return navigator.languages.filter(it => it.split('-')[0] === lang).concat(lang);
}

/** Lets a moment be chosen; gives it as the API takes it, or null. */
export async function chooseTime(title) {
  const dialog = at('snoozing');
  const field = at('snoozing-typed');
  const list = at('snoozing-choices');
  const note = at('snoozing-note');
  const picker = at('snoozing-picker');
  let offered = [];
  let current = 0;
  let asked = 0;
  let meant = null;
  let chosen = null;
  const finish = moment => {
    chosen = moment;
    dialog.close('yes');
  };
  const show = (typed, presets) => {
    offered = [
      ...typed ? [{ text: timeInWords(typed), hint: whole(typed), at: typed }] : [],
      ...presets.map(it => ({ text: say(NAMES[it.name]), hint: timeInWords(it.at), at: it.at })),
    ];
    current = 0;
    list.replaceChildren(...offered.map(line));
    mark();
  };
  const mark = () => markChoice(field, list, current);
  const read = async () => {
    const mine = ++asked;
    const text = field.value.trim();
    const answer = await meaning(text).catch(() => null);
    if (mine !== asked || !answer) return;
    meant = text;
    note.hidden = !text || Boolean(answer.at);
    note.textContent = text && !answer.at ? say('client.snooze.not-understood') : '';
    // what was not understood is not to be snoozed until something else by one more Enter
    show(answer.at, text && !answer.at ? [] : answer.presets);
  };
  const pressed = event => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      current = (current + step + offered.length) % Math.max(1, offered.length);
      mark();
    } else if (event.key === 'Enter') {
      // what was typed last counts, also when its meaning has not come yet
      if (meant === field.value.trim()) offered[current] && finish(offered[current].at);
      else read().then(() => offered[current] && finish(offered[current].at));
    } else return;
    event.preventDefault();
  };
  const clicked = event => {
    const item = event.target.closest('li');
    if (item) finish(offered[[...list.children].indexOf(item)].at);
  };
  const picked = async event => {
    event.preventDefault();
    const answer = await meaning(picker.value.replace('T', ' ')).catch(() => null);
    if (answer?.at) finish(answer.at);
    else {
      note.hidden = false;
      note.textContent = say('client.snooze.not-understood');
      picker.focus();
    }
  };
  const listening = new AbortController();
  const on = (target, name, handler) => target.addEventListener(name, handler, { signal: listening.signal });
  at('snoozing-title').textContent = title;
  field.value = '';
  note.hidden = true;
  list.replaceChildren();
  on(field, 'input', read);
  on(field, 'keydown', pressed);
  on(list, 'click', clicked);
  on(at('snoozing-form'), 'submit', picked);
  dialog.returnValue = '';
  dialog.showModal();
  field.focus();
  read();
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      listening.abort();
      resolve(chosen);
    }, { once: true });
  });
}

function meaning(text) {
  const asked = new URLSearchParams({ text, zone: zone(), language: languages()[0] });
  return api(`snooze-times?${asked}`);
}

function whole(moment) {
  return new Intl.DateTimeFormat(languages(), { dateStyle: 'full', timeZone: zone() }).format(new Date(moment));
}

function line({ text, hint }, index) {
  const item = document.createElement('li');
  item.id = `snoozing-choice-${index}`;
  item.setAttribute('role', 'option');
  const label = document.createElement('bdi');
  label.textContent = text;
  const aside = document.createElement('span');
  aside.className = 'muted';
  aside.textContent = hint;
  item.append(label, aside);
  return item;
}
