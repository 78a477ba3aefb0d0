// Answers when there is no connection: with one page that says so, and the few files that it needs. It keeps nothing else,
// and mail least of all: whoever uses this computer next must not find any here.
const ROOT = '{root}';
const ASSETS = '{assets}';
const KEPT = `waxwing-offline-${ASSETS}`;
const CHOICE = `${ROOT}/offline-language`;
const LANGUAGES = ['en', 'de', 'zh'];
const FILES = ['css/tokens.css', 'css/base.css', 'css/pages.css', 'js/offline.js', 'waxwing.svg', 'icons.svg'];
const offline = language => `${ROOT}/offline.xhtml?language=${language}`;

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(begin()));
self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (isFile(new URL(request.url).pathname)) event.respondWith(caches.match(request).then(file => file ?? fetch(request)));
});
self.addEventListener('message', event => {
  if (LANGUAGES.includes(event.data?.language)) event.waitUntil(choose(event.data.language));
});
self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(show(event.notification.data?.address ?? 'view=imbox'));
});

async function keep() {
  const cache = await caches.open(KEPT);
  await cache.addAll([...FILES.map(file => `${ASSETS}/${file}`), ...LANGUAGES.map(offline)]);
  await self.skipWaiting();
}

async function begin() {
  for (const name of await caches.keys()) if (name.startsWith('waxwing-offline-') && name !== KEPT) await caches.delete(name);
  // the page is asked for while this script still wakes up
  await self.registration.navigationPreload?.enable();
}

function isFile(path) {
  return FILES.some(file => path === `${ASSETS}/${file}`);
}

async function page(event) {
  try {
    return await event.preloadResponse ?? await fetch(event.request);
  } catch {
    const language = await (await caches.match(CHOICE))?.text() ?? LANGUAGES[0];
    return await caches.match(offline(language)) ?? Response.error();
  }
}

async function choose(language) {
  const cache = await caches.open(KEPT);
  await cache.put(CHOICE, new Response(language));
}

/** Brings a conversation into a window that is open, or opens one. */
async function show(address) {
  const windows = await self.clients.matchAll({ type: 'window' });
  const inbox = windows.find(it => new URL(it.url).pathname === `${ROOT}/inbox.xhtml`);
  if (!inbox) return self.clients.openWindow(`${ROOT}/inbox.xhtml?${address}`);
  await inbox.focus();
  inbox.postMessage({ open: address });
}
