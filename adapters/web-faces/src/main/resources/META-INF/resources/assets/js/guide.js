// The first steps: three cards, once, for whoever has just connected an account. Put away, they do not come back.
import { choose, chosen } from './preferences.js';
import { say } from './words.js';

const card = document.getElementById('guide');
let at = 0;

/** Shows the guide if it was not put away yet. */
export function attend() {
  if (!card || chosen('guide') === 'done') return;
  const steps = [...card.querySelectorAll('.guide-step')];
  card.hidden = false;
  show(steps);
  card.addEventListener('click', event => {
    const { act } = event.target.closest('[data-act]')?.dataset ?? {};
    if (act === 'guide-skip') finish();
    if (act === 'guide-back') show(steps, at - 1);
    if (act === 'guide-next') at === steps.length - 1 ? finish() : show(steps, at + 1);
  });
  card.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    finish();
  });
}

function show(steps, next = 0) {
  const moved = next !== at;
  at = next;
  steps.forEach((step, index) => { step.hidden = index !== at; });
  card.querySelector('[data-act=guide-back]').hidden = at === 0;
  card.querySelector('.guide-at').textContent = say('client.guide.step', at + 1, steps.length);
  card.querySelector('[data-act=guide-next]').textContent = at === steps.length - 1 ? say('client.guide.done') : say('client.guide.next');
  if (moved) card.querySelector('[data-act=guide-next]').focus({ preventScroll: true });
}

function finish() {
  const inside = card.contains(document.activeElement);
  card.hidden = true;
  choose('guide', 'done');
  if (inside) document.querySelector('.list .row-link[tabindex="0"]')?.focus({ preventScroll: true });
}
