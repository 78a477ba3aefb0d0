// What a rule would do to the mail that is there, in the editor.
import { send } from './server.js';
import { say } from './words.js';

const place = document.getElementById('rule-trial');
const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: document.documentElement.dataset.zone || undefined });
const SENDING = ['forward', 'reply', 'webhook'];
let attempts = 0;

/** Takes away what was said of another rule, or of this one before it was changed. */
export function forget() {
  attempts++;
  place.hidden = true;
  place.replaceChildren();
}

/** Asks what a rule would do, in the place of the one of that id if there is one; what went wrong is thrown. */
export async function attempt(rule, id) {
  forget();
  const now = attempts;
  place.hidden = false;
  place.ariaBusy = 'true';
  place.replaceChildren(line(say('client.rules.trying'), 'muted'));
  try {
    const found = await send('POST', `rules/preview${id ? `?replaces=${id}` : ''}`, rule);
    // it was changed meanwhile
    if (now === attempts) place.replaceChildren(...parts(found));
  } catch (problem) {
    if (now === attempts) forget();
    throw problem;
  } finally {
    place.ariaBusy = null;
  }
}

function parts(found) {
  return [
    heading(say('client.rules.matched', found.matched.count, found.looked)),
    ...found.complete ? [] : [line(say('client.rules.incomplete', found.looked, found.total), 'muted')],
    samples(found.matched),
    ...found.outcomes.map(it => line(say('client.rules.outcome', word(it.action), say('client.rules.changes', it.changed.count, it.done.count)))),
    ...found.unreached.map(it => line(say('client.rules.unreached', it.messages.count, it.stoppedBy.name), 'warned')),
    ...found.open.count ? [line(say('client.rules.open', found.open.count), 'muted')] : [],
    ...found.conflicts.map(it => line(`${say(it.wins ? 'client.rules.wins' : 'client.rules.loses', it.messages.count, it.other.name)} ${decided(it)}`, 'warned')),
    ...found.outcomes.some(it => SENDING.includes(it.action.kind)) ? [line(say('client.rules.sends'), 'muted')] : [],
    ...found.againstHand.map(it => line(say('client.rules.against', it.messages.count, word(it.action)), 'warned')),
    ...found.matched.count ? [running(found.matched.count)] : [],
  ];
}

/** Where the rule is run on what was found. */
function running(count) {
  const made = document.createElement('div');
  const button = document.createElement('button');
  made.className = 'rule-run';
  button.type = 'button';
  button.className = 'button small';
  button.dataset.act = 'apply-rule';
  button.textContent = say('client.rules.apply', count);
  made.append(button);
  return made;
}

function decided({ wins, action, otherAction }) {
  return wins ? say('client.rules.instead', word(action), word(otherAction)) : say('client.rules.instead', word(otherAction), word(action));
}

/** What an action is called in the list of those that can be chosen. */
const word = action => document.getElementById('rule-action').content.querySelector(`option[value="${action.kind}"]`).textContent;

function samples({ samples: some }) {
  const list = document.createElement('ul');
  list.className = 'rule-samples';
  for (const it of some) {
    const item = document.createElement('li');
    const from = document.createElement('b');
    const subject = document.createElement('bdi');
    const time = document.createElement('time');
    from.textContent = it.from[0] ? it.from[0].name || it.from[0].email : '';
    subject.textContent = it.subject;
    time.dateTime = it.receivedAt;
    time.textContent = when.format(new Date(it.receivedAt));
    item.append(from, subject, time);
    list.append(item);
  }
  return list;
}

function heading(text) {
  const made = document.createElement('h3');
  made.textContent = text;
  return made;
}

function line(text, kind = '') {
  const made = document.createElement('p');
  made.className = kind;
  made.textContent = text;
  return made;
}
