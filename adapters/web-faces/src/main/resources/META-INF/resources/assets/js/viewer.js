// Looking at attachments: pictures, pages, text and enclosed messages, one after the other, without leaving the mail.
import { api, fragment } from './server.js';
import { say } from './words.js';

const pane = document.getElementById('reader');
const viewer = document.getElementById('viewer');
const stage = document.getElementById('viewer-stage');
let files = [];
let at = 0;
let asked = null;

const looks = { image: showImage, pages: showPages, text: showText, message: showMessage, none: showNothing };

function open(file) {
  const all = [...file.closest('.files').querySelectorAll('.file')];
  files = all.filter(it => !it.closest('[hidden]'));
  if (!files.includes(file)) files = [file];
  viewer.showModal();
  look(files.indexOf(file));
}

/** Shows one of the files; whichever is asked for last wins. */
async function look(which) {
  at = (which + files.length) % files.length;
  const file = files[at];
  const mine = asked = Symbol(file.href);
  viewer.querySelector('#viewer-title bdi').textContent = file.querySelector('.file-name').textContent;
  document.getElementById('viewer-count').textContent = files.length > 1 ? say('client.file.count', at + 1, files.length) : '';
  for (const button of viewer.querySelectorAll('.viewer-step')) button.hidden = files.length < 2;
  const save = viewer.querySelector('[data-view=save]');
  save.href = file.href;
  save.download = file.download;
  const zoom = viewer.querySelector('[data-view=zoom]');
  zoom.hidden = !['image', 'pages'].includes(file.dataset.look);
  zoomed(false);
  stage.replaceChildren(waiting());
  stage.scrollTop = 0;
  stage.dataset.look = file.dataset.look;
  stage.focus({ preventScroll: true });
  const shown = await looks[file.dataset.look](file).catch(() => said('client.file.failed', file));
  if (asked !== mine) return;
  stage.replaceChildren(...[shown].flat());
}

function waiting() {
  const made = element('div', 'skeleton paper viewer-waiting');
  made.append(element('i'), element('i'), element('i'), element('i'));
  return made;
}

async function showImage(file) {
  const image = element('img', 'viewer-image');
  image.alt = file.querySelector('.file-name').textContent;
  image.src = `${file.href}?inline=1`;
  await image.decode();
  return image;
}

async function showPages(file) {
  const { pages, shown } = await api(`${path(file)}/preview`);
  const all = Array.from({ length: shown }, (nothing, index) => {
    const page = element('img', 'viewer-page');
    page.loading = index < 2 ? 'eager' : 'lazy';
    page.alt = say('client.file.page', index + 1, pages);
    page.src = `${file.href}/preview/${index + 1}`;
    return page;
  });
  await all[0].decode();
  if (pages > shown) all.push(said('client.file.more-pages', file, shown, pages));
  return all;
}

async function showText(file) {
  const { text, clipped } = await api(`${path(file)}/preview`);
  const shown = element('pre', 'viewer-text');
  shown.dir = 'auto';
  shown.textContent = text;
  return clipped ? [shown, said('client.file.clipped', file)] : shown;
}

async function showMessage(file) {
  const [, message, number] = path(file).match(/messages\/([^/]+)\/attachments\/(\d+)/);
  const part = await fragment('enclosed', `message=${message}&file=${number}`);
  const shown = part.querySelector('.enclosed');
  if (!shown) throw new Error('enclosed');
  const frame = shown.querySelector('iframe');
  frame?.addEventListener('load', () => {
    const mail = frame.contentDocument;
    if (!mail?.body || mail.URL === 'about:blank') return;
    new ResizeObserver(() => { frame.style.height = `${Math.ceil(mail.documentElement.getBoundingClientRect().height)}px`; }).observe(mail.documentElement);
    frame.classList.add('ready');
    mail.addEventListener('keydown', pressed);
  });
  return shown;
}

async function showNothing(file) {
  return said('client.file.none', file);
}

/** A sentence, and the file itself. */
function said(word, file, ...values) {
  const made = element('div', 'viewer-said');
  const sentence = element('p');
  sentence.textContent = say(word, ...values);
  const link = element('a', 'button');
  link.href = file.href;
  link.download = file.download;
  link.textContent = say('client.file.download');
  made.append(sentence, link);
  return made;
}

const path = file => new URL(file.href).pathname.split('/api/v1/')[1];

function zoomed(on) {
  stage.classList.toggle('actual', on);
  viewer.querySelector('[data-view=zoom]').setAttribute('aria-pressed', String(on));
}

function element(name, style = '') {
  const made = document.createElement(name);
  if (style) made.className = style;
  return made;
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowRight' && files.length > 1 && !stage.classList.contains('actual')) look(at + 1);
  else if (event.key === 'ArrowLeft' && files.length > 1 && !stage.classList.contains('actual')) look(at - 1);
  else if (event.key === 'z' || event.key === '+') zoomed(!stage.classList.contains('actual'));
  else if (event.key === 'Escape' && event.view !== window) viewer.close();
  else return;
  event.preventDefault();
}

pane.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const file = event.target.closest('.file');
  if (!file || file.dataset.look === 'none') return;
  event.preventDefault();
  open(file);
});
viewer.addEventListener('click', event => {
  const act = event.target.closest('[data-view]')?.dataset.view;
  if (act === 'next') look(at + 1);
  else if (act === 'previous') look(at - 1);
  else if (act === 'zoom') zoomed(!stage.classList.contains('actual'));
  else if (event.target === viewer || event.target === stage) viewer.close();
  else if (event.target.matches('.viewer-image')) zoomed(!stage.classList.contains('actual'));
});
viewer.addEventListener('keydown', pressed);
viewer.addEventListener('close', () => {
  asked = null;
  stage.replaceChildren();
  files[at]?.focus({ preventScroll: true });
});

let touched = 0;
stage.addEventListener('touchstart', event => { touched = event.touches.length === 1 ? event.touches[0].clientX : 0; }, { passive: true });
stage.addEventListener('touchend', event => {
  const moved = touched ? event.changedTouches[0].clientX - touched : 0;
  if (Math.abs(moved) > 60 && files.length > 1 && !stage.classList.contains('actual')) look(at + (moved < 0 ? 1 : -1));
}, { passive: true });

// small pictures of files are made when somebody may see them, and where none can be made the sign stays
const seen = new IntersectionObserver(entries => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    seen.unobserve(entry.target);
    picture(entry.target);
  }
});
function picture(place) {
  const image = element('img', 'thumb');
  image.alt = '';
  image.addEventListener('load', () => place.replaceChildren(image));
  image.src = `${place.dataset.picture}/thumbnail`;
}
const watch = () => {
  for (const place of pane.querySelectorAll('[data-picture]:not([data-watched])')) {
    place.dataset.watched = 'true';
    seen.observe(place);
  }
};
new MutationObserver(watch).observe(pane, { childList: true, subtree: true });
watch();
