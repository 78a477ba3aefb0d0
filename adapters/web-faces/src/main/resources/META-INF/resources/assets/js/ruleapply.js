// A rule is run on the mail that is there: begins it, shows how far it is, ends it or takes it back.
import { api, send } from './server.js';
import { say } from './words.js';

const PAUSE = 700;
const ended = job => job.state !== 'running';

/** Runs the rule of that id, and tells about it in `place` until it has ended; what went wrong is thrown. */
export async function run(id, place) {
  const { items: begun } = await send('POST', `rules/${id}/apply`);
  const ids = begun.map(it => it.id);
  const bar = document.createElement('progress');
  const text = line('');
  const end = button(say('client.rules.apply.end'), () => Promise.all(ids.map(cancel)));
  bar.ariaLabel = say('client.rules.applying');
  place.replaceChildren(text, bar, end);
  let jobs = begun;
  while (jobs.some(it => !ended(it))) {
    const sum = of => jobs.reduce((all, it) => all + it[of], 0);
    bar.max = Math.max(1, sum('total'));
    bar.value = sum('done');
    text.textContent = say('client.rules.applied-to', sum('done'), sum('total'));
    await new Promise(resolve => setTimeout(resolve, PAUSE));
    const { items } = await api('jobs');
    jobs = items.filter(it => ids.includes(it.id));
  }
  finish(jobs, place);
}

// it may have ended by itself meanwhile
const cancel = id => send('DELETE', `jobs/${id}`).catch(problem => { if (problem.kind !== 'not-found') throw problem; });

function finish(jobs, place) {
  const changed = jobs.reduce((all, it) => all + it.changed, 0);
  const text = line(say('client.rules.applied', changed));
  place.replaceChildren(text);
  if (jobs.some(it => it.state === 'failed')) place.prepend(line(say('client.rules.apply.failed')));
  if (changed === 0) return;
  const undo = button(say('client.rules.apply.undo'), async () => {
    const { changed: back } = await send('POST', `actions/${jobs[0].actionId}/undo`);
    place.replaceChildren(line(say('client.rules.apply.undone', back)));
  });
  place.append(undo);
}

function line(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function button(text, deed) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button small';
  made.textContent = text;
  made.addEventListener('click', async () => {
    made.disabled = true;
    try {
      await deed();
    } catch {
      made.disabled = false;
    }
  });
  return made;
}
