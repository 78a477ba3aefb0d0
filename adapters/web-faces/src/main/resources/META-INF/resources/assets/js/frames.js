// The frames in which mail is shown. They have no scripts of their own; the page looks into them and measures them.
import { listen } from './keys.js';
import { guard } from './safety.js';
import { say } from './words.js';

// of what was seen before, by the id of the message
const heights = new Map();

/**
 * Makes a frame work once its mail is there: as high as the mail, with keys, links and quotes that can be used.
 * @param early whether the mail may be there already: looking takes a while in a frame that has just been made
 */
export function attendFrame(frame, early = false) {
  frame.dataset.attended = 'true';
  const message = frame.closest('.msg').dataset.message;
  // what was seen before has its height at once, so that nothing below it jumps
  if (heights.has(message)) frame.style.height = `${heights.get(message)}px`;
  const loaded = () => {
    const mail = frame.contentDocument;
    // a frame that has not begun to load holds an empty page of its own
    if (!mail?.body || mail.URL === 'about:blank') return;
    const size = () => {
      const height = Math.ceil(mail.documentElement.getBoundingClientRect().height);
      if (height === 0) return;
      frame.style.height = `${height}px`;
      heights.set(message, height);
    };
    let width = 0;
    new ResizeObserver(() => {
      if (width !== frame.clientWidth) fit(mail);
      width = frame.clientWidth;
      size();
    }).observe(mail.documentElement);
    fit(mail);
    size();
    listen(mail);
    for (const more of mail.querySelectorAll('.waxwing-more')) {
      more.title = say('client.message.quoted');
      more.ariaLabel = more.title;
    }
    frame.classList.add('ready');
    guard(frame, mail);
    offerUnused(frame, mail);
    frame.dispatchEvent(new CustomEvent('shown', { bubbles: true }));
  };
  frame.addEventListener('load', loaded);
  if (early && frame.contentDocument?.readyState === 'complete') loaded();
}

/** Mail that is laid out wider than the frame is drawn smaller, down to half: most of it was made for one width. */
function fit(mail) {
  mail.body.style.zoom = '';
  const room = mail.documentElement.clientWidth;
  const wide = Math.max(mail.body.scrollWidth, mail.documentElement.scrollWidth);
  if (room > 0 && wide > room + 1) mail.body.style.zoom = String(Math.max(0.5, room / wide));
}

/** Pictures that the mail itself does not show are offered like any other file. */
function offerUnused(frame, mail) {
  const shown = [...mail.images].map(image => image.getAttribute('src') ?? '');
  for (const file of frame.closest('.msg-inside').querySelectorAll('[data-aside]'))
    file.hidden = shown.some(src => src.includes(`/attachments/${file.dataset.aside}?`) || src.endsWith(`/attachments/${file.dataset.aside}`));
}
