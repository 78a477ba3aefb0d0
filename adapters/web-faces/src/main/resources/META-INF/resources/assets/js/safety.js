// Reading mail without being read: pictures on request, links that say where they lead, colours that fit the page.
import { ask } from './dialogs.js';
import { explain, tell } from './notices.js';
import { send } from './server.js';
import { say } from './words.js';

const page = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');
const status = statusLine();
const REASONS = {
  OTHER_HOST: 'client.link.other-host',
  LOOKALIKE: 'client.link.lookalike',
  HIDDEN_HOST: 'client.link.hidden-host',
  MIXED_LETTERS: 'client.link.mixed-letters',
  NUMBER: 'client.link.number',
  FOREIGN_LETTERS: 'client.link.foreign-letters',
};

/** Takes care of a message's document that has just come into its frame. */
export function guard(frame, mail) {
  colour(frame);
  tellImages(frame, mail);
  const doubts = readDoubts(mail);
  tellLinks(frame, doubts);
  watchLinks(mail, doubts);
}

/** Where the bar of a message's frame is. */
const barOf = frame => frame.closest('.msg-inside').querySelector('.safety');

const framesOf = bar => [...bar.closest('.msg-inside').querySelectorAll('.sheet iframe')];

function meta(mail, name) {
  return mail.querySelector(`meta[name=waxwing-${name}]`)?.content ?? '';
}

function tellImages(frame, mail) {
  const bar = barOf(frame);
  if (!bar) return;
  const blocked = Number(meta(mail, 'blocked-images'));
  const [pixels, names] = meta(mail, 'trackers').split('|');
  const asked = new URL(frame.src).searchParams.has('images');
  const shown = mail.querySelector('img[src*="/api/v1/images?"], [style*="/api/v1/images?"]') !== null;
  const trusted = shown && !asked;
  const sentences = [];
  if (blocked) sentences.push(blocked === 1 ? say('client.blocked.one') : say('client.blocked.many', blocked));
  if (trusted) sentences.push(say('client.images.trusted'));
  if (Number(pixels)) sentences.push(Number(pixels) === 1 ? say('client.trackers.one', names) : say('client.trackers.many', Number(pixels), names));
  const line = bar.querySelector('.images');
  line.hidden = sentences.length === 0;
  line.querySelector('.said').textContent = sentences.join(' ');
  const known = bar.dataset.sender !== '';
  line.querySelector('[data-safety=show]').hidden = blocked === 0;
  line.querySelector('[data-safety=always]').hidden = !known || (blocked === 0 && !(shown && asked));
  line.querySelector('[data-safety=never]').hidden = !known || !trusted;
  bar.querySelector('.rest').hidden = meta(mail, 'clipped') !== 'true';
}

/** What the server has noted about links: by the element that is one. */
function readDoubts(mail) {
  const links = [...mail.querySelectorAll('a[href]')];
  const doubts = new Map();
  for (const note of meta(mail, 'links').split(' ').filter(Boolean)) {
    const [position, reason, shown, real] = note.split('|');
    if (links[position]) doubts.set(links[position], { reason, shown, real });
  }
  return doubts;
}

/** A link that names another host than it opens is worth a word before anybody has touched it. */
function tellLinks(frame, doubts) {
  const line = barOf(frame)?.querySelector('.links');
  if (!line) return;
  const worst = [...doubts.values()].find(it => ['OTHER_HOST', 'LOOKALIKE', 'HIDDEN_HOST', 'MIXED_LETTERS'].includes(it.reason));
  line.hidden = !worst;
  if (worst) line.querySelector('li').textContent = sentence(worst);
}

const sentence = ({ reason, shown, real }) => say(REASONS[reason], shown, real);

function watchLinks(mail, doubts) {
  const show = event => {
    const link = event.target.closest?.('a[href]');
    status.hidden = !link;
    if (!link) return;
    const doubt = doubts.get(link);
    status.classList.toggle('doubtful', Boolean(doubt));
    status.textContent = doubt ? `${spelt(link.href)} – ${sentence(doubt)}` : spelt(link.href);
  };
  mail.addEventListener('pointerover', show);
  mail.addEventListener('focusin', show);
  mail.documentElement.addEventListener('pointerleave', () => { status.hidden = true; });
  mail.addEventListener('focusout', () => { status.hidden = true; });
  const opened = event => {
    const link = event.target.closest?.('a[href]');
    const doubt = link && doubts.get(link);
    if (!doubt || event.defaultPrevented) return;
    event.preventDefault();
    warn(link, doubt);
  };
  mail.addEventListener('click', opened);
  mail.addEventListener('auxclick', event => { if (event.button === 1) opened(event); });
}

async function warn(link, doubt) {
  status.hidden = true;
  const go = await ask(say('client.link.title'), `${sentence(doubt)} ${say('client.link.target', spelt(link.href))}`, say('client.link.open'));
  if (go) window.open(link.href, '_blank', 'noopener,noreferrer');
}

/** An address as people read it, without what only machines do. */
function spelt(href) {
  const plain = href.replace(/^mailto:/, '');
  return plain.length > 160 ? `${plain.slice(0, 159)}…` : plain;
}

function statusLine() {
  const line = document.createElement('div');
  line.className = 'link-status';
  line.hidden = true;
  line.setAttribute('aria-hidden', 'true');
  document.body.append(line);
  return line;
}

const isDark = () => page.dataset.theme === 'dark' || (page.dataset.theme !== 'light' && dark.matches);

/** The document has a light and a dark form of every colour; which one holds is a word on its root. */
function colour(frame) {
  const mail = frame.contentDocument;
  if (!mail?.documentElement) return;
  const bar = barOf(frame);
  const button = bar?.querySelector('.colours');
  // until somebody says otherwise of this message, it is as they want all mail to be
  if (button && !('chosen' in button.dataset)) button.setAttribute('aria-pressed', String(page.dataset.messageColours === 'original'));
  const original = button ? button.getAttribute('aria-pressed') === 'true' : page.dataset.messageColours === 'original';
  mail.documentElement.style.colorScheme = isDark() && !original ? 'dark' : 'light';
  frame.closest('.sheet').classList.toggle('as-it-was', isDark() && original);
  if (button) button.hidden = !isDark();
}

/** Shows all mail in the colours of the page. */
export function recolour() {
  document.querySelectorAll('.sheet iframe.ready').forEach(colour);
}

async function decide(bar, decision) {
  const { sender } = bar.dataset;
  try {
    await send(decision === 'always' ? 'PUT' : 'DELETE', `image-senders/${encodeURIComponent(sender)}`);
  } catch (problem) {
    tell(explain(problem));
    return;
  }
  tell(say(decision === 'always' ? 'client.images.always' : 'client.images.never', sender));
  for (const other of document.querySelectorAll('.safety')) if (other.dataset.sender === sender) reload(other, { images: null });
}

function reload(bar, wanted) {
  for (const frame of framesOf(bar)) {
    const address = new URL(frame.src);
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    if (address.href === frame.src) frame.contentWindow.location.reload();
    else frame.src = address.href;
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-safety]');
  if (!button) return;
  const bar = button.closest('.safety');
  const { safety } = button.dataset;
  if (safety === 'show') reload(bar, { images: '1' });
  if (safety === 'whole') reload(bar, { whole: '1' });
  if (safety === 'always' || safety === 'never') decide(bar, safety);
  if (safety === 'colours') {
    button.dataset.chosen = 'true';
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    framesOf(bar).forEach(colour);
  }
});
new MutationObserver(recolour).observe(page, { attributeFilter: ['data-theme', 'data-message-colours'] });
dark.addEventListener('change', recolour);
