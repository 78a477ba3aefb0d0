// What the page says by itself: shortly shown, and read aloud.
const toast = document.getElementById('toast');
let timer = 0;

/** Shows a sentence for a few seconds, or until the next one when it has to stay. */
export function tell(sentence, { stays = false } = {}) {
  clearTimeout(timer);
  toast.textContent = sentence;
  toast.classList.add('shown');
  if (!stays) timer = setTimeout(() => toast.classList.remove('shown'), 6000);
}

/** Says something to those who do not see the page. */
export function announce(sentence) {
  document.getElementById('announcer').textContent = sentence;
}
