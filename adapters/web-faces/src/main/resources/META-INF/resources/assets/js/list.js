// The list of conversations: where the viewer stands in it, and which rows of it are on the page. Rows have a fixed height
// and are known by their window; only those near the part in sight are in the document, a hundred thousand as well as ten.
import { Part } from './part.js';
import { fragment } from './server.js';

export const list = document.getElementById('list');

// how many rows above and below the part in sight are on the page
const AROUND = 14;
// how far ahead rows are fetched, in heights of the list, and how many windows are known at once
const AHEAD = 1.5;
const MOST_WINDOWS = 16;
const AT_ONCE = 2;

let shown = null;
let current = null;
let stop = null;
let dragged = null;
// the first row in sight, and how far below the upper edge it is
let anchor = null;
let wasAtTop = true;
let frame = 0;
let height = 64;
let measured = false;
const dressers = [];
const arrangers = [];
const homes = new WeakMap();
/** Rows out of sight for which another one stands, by that one. */
export const bundled = new WeakMap();
const fetching = new Set();
let broken = false;
let amend = () => {};

/** The part of the page that is the list now. */
export const body = () => shown.body;
/** The address of the list that is shown. */
export const query = () => body().dataset.query;
/** Whether its rows are messages rather than conversations. */
export const flat = () => body().dataset.form === 'messages';
/** What is known of the list that is shown; one thing for as long as it lasts. */
export const state = () => shown;
/** All rows that are known, in their order, whether they are on the page or not. */
export const rows = () => shown.parts.flatMap(part => part.rows);
/** The row of a conversation, if it is known. */
export const rowOf = id => (id ? shown.known.get(id) ?? null : null);
/** The part that a row is in. */
export const partOf = row => shown.parts.find(part => part.indexOf(row) >= 0) ?? null;
/** The row of what is open, if it is known. */
export const open = () => rowOf(current);
/** The row where the viewer stands: the focused one, else the open one. */
export const here = () => document.activeElement?.closest('.row') ?? open();
/** Whether there are rows that are not known. */
export const isPartial = () => shown.parts.some(part => part.more || part.windows.some(window => !window.rows));

/** Has `dress` do something to every row before it is shown for the first time. */
export function dressing(dress) {
  dressers.push(dress);
}

/** Has `arrange` look at every part before it is drawn: it may make rows taller, or hide them. */
export function arranging(arrange) {
  arrangers.push(arrange);
}

/** Makes a row taller than the others by so much; what is in sight stays where it is. */
export function grow(row, by) {
  const part = partOf(row);
  if (!part || (part.grown.get(row) ?? 0) === by) return;
  holdStill(() => part.grow(row, by));
}

/** How tall rows usually are. */
export const rowHeight = () => height;

/** Has `change` correct rows that were fetched at a moment; it is given what holds them, that moment and their address. */
export function amending(change) {
  amend = change;
}

/** Whether another row stands for this one. */
export const isHidden = row => partOf(row)?.hidden.has(row) ?? false;

/** The ids of rows, with those for which they stand. */
export function together(ids) {
  return [...new Set(ids.flatMap(id => [id, ...(bundled.get(rowOf(id)) ?? []).map(row => row.dataset.id)]))];
}

/** Marks the open conversation, and leaves one row in the order of the tab key. */
export function mark(id) {
  if (id !== current) rowOf(current)?.querySelector('.row-link').removeAttribute('aria-current');
  current = id;
  const row = rowOf(id);
  row?.querySelector('.row-link').setAttribute('aria-current', 'true');
  const next = document.activeElement?.closest('.row') ?? row;
  if (next) makeStop(next);
  soon();
}

/** Goes to a row: it gets the focus and comes into sight. */
export function stand(row) {
  if (!row) return;
  reveal(row);
  makeStop(row);
  row.querySelector('.row-link').focus({ preventScroll: true });
}

/** Brings a row into sight, by no more than that takes. */
export function reveal(row) {
  const part = row && partOf(row);
  if (!part) return;
  if (!measured) measure();
  const at = part.indexOf(row);
  const top = topOf(part) + part.offset(at, height);
  // of what is taller than the page its beginning
  const tall = Math.min(part.heightAt(at, height), list.clientHeight - 60);
  const head = body().querySelector('.list-head').offsetHeight;
  if (top < list.scrollTop + head) list.scrollTop = top - head;
  else if (top + tall > list.scrollTop + list.clientHeight) list.scrollTop = top + tall - list.clientHeight;
  draw();
}

/** The row before or behind the one where the viewer stands; the first when there is none. */
export function neighbour(step, from = here()) {
  const part = from && partOf(from);
  if (!part) return rows()[0];
  const within = (it, first) => {
    for (let at = first; at >= 0 && at < it.size; at += step) {
      const row = it.at(at);
      if (!row || !it.hidden.has(row)) return { row };
    }
    return null;
  };
  const found = within(part, part.indexOf(from) + step);
  if (found) return found.row;
  for (let next = shown.parts.indexOf(part) + step; shown.parts[next]; next += step) {
    const { size } = shown.parts[next];
    const there = within(shown.parts[next], step > 0 ? 0 : size - 1);
    if (there) return there.row;
  }
  return undefined;
}

/** The same, for a row that may have to be fetched. */
export async function reach(step) {
  const row = neighbour(step);
  const part = here() && partOf(here());
  if (row || !part) return row;
  const at = part.indexOf(here()) + step;
  const [gap] = part.between(at, at);
  if (gap) await fill(part, gap.window);
  else if (step > 0 && part.more) await extend(part);
  return neighbour(step);
}

/** Puts another list in place of this one; gives what was known of the old one, so that it can come back. */
export function replace(next) {
  list.dispatchEvent(new Event('leaving'));
  const old = shown;
  old.scrolled = list.scrollTop;
  body().replaceWith(next.body ?? next);
  adopt(next.body ? next : read(next));
  list.scrollTop = shown.scrolled ?? 0;
  draw();
  return old;
}

/** Takes rows out of the list. */
export function take(taken) {
  const ids = taken.map(row => row.dataset.id);
  for (const row of taken) {
    partOf(row)?.remove(row);
    shown.known.delete(row.dataset.id);
    if (stop === row) stop = null;
    row.remove();
  }
  list.dispatchEvent(new CustomEvent('taken', { detail: ids }));
  draw();
}

/** Puts another rendering of a row in its place. */
export function freshen(row, fresh) {
  if (sign(row) === sign(fresh)) return;
  const part = partOf(row);
  const { rows: beside } = part.windows.find(window => window.rows?.includes(row));
  const copy = document.importNode(fresh, true);
  if (refit(row, copy)) return;
  beside[beside.indexOf(row)] = copy;
  const focused = row.contains(document.activeElement);
  if (stop === row) stop = null;
  know(copy, part);
  draw();
  if (focused) copy.querySelector('.row-link').focus({ preventScroll: true });
}

/** What lies open in a row stays as it is: only its head is drawn anew. False when nothing does. */
export function refit(row, fresh) {
  if (!row.dataset.filled) return false;
  for (const name of ['unread']) row.classList.toggle(name, fresh.classList.contains(name));
  Object.assign(row.dataset, { at: fresh.dataset.at, muted: fresh.dataset.muted });
  const focused = row.contains(document.activeElement);
  row.querySelector('.row-link').replaceWith(fresh.querySelector('.row-link'));
  stop = stop === row ? null : stop;
  if (focused) row.querySelector('.row-link').focus({ preventScroll: true });
  return true;
}

/** Puts rows back where they belong, which is known by their time and by whether they were new. */
export function putBack(places) {
  for (const { row } of places) {
    const home = homes.get(row);
    const part = home?.query === query() && shown.parts.find(it => it.key === home.key);
    if (!part || rowOf(row.dataset.id)) continue;
    part.insert(row);
    know(row, part);
  }
  body().querySelector(':scope > .state')?.remove();
  draw();
}

/** Takes fresh first windows; `parts` holds rows and where they end by the key of a part. */
export function rebase(parts) {
  holdStill(() => {
    for (const part of shown.parts) {
      const { rows: fresh, to } = parts.get(part.key);
      const arriving = new Set(fresh.map(row => row.dataset.id));
      for (const row of fresh) {
        const before = rowOf(row.dataset.id);
        if (before && before !== row) partOf(before)?.remove(before);
      }
      part.rebase(fresh, to);
      for (const other of shown.parts)
        if (other !== part) for (const row of other.rows) if (arriving.has(row.dataset.id)) other.remove(row);
    }
    shown.known = new Map();
    for (const part of shown.parts) for (const row of part.rows) know(row, part);
  });
}

/** Fetches again whatever is in sight, and the rest when it comes there. */
export function doubt(it = shown) {
  for (const part of it.parts) for (const window of part.windows.slice(1)) window.stale = true;
}

/** Loads the next window of a part. */
export async function extend(part) {
  const last = part.windows.at(-1);
  if (!last.to || fetching.has(part)) return;
  fetching.add(part);
  try {
    const window = { from: last.to, to: '', rows: null, size: 0, stale: false };
    const asked = await ask(part, window);
    if (!asked || part.windows.at(-1) !== last) return;
    part.windows.push(window);
    settle(part, window, asked);
  } catch {
    breakOff();
  } finally {
    fetching.delete(part);
  }
  soon();
}

/** The part of a button in it. */
export const partAt = element => shown.parts.find(part => part.section.contains(element));

/** Tries again what failed. */
export function retry() {
  broken = false;
  body().querySelector('[data-tail]').replaceChildren();
  draw();
}

/** Where the viewer is, as few words. */
export function shape() {
  return { query: query(), scrolled: list.scrollTop, height, parts: shown.parts.map(part => part.shape) };
}

/** Goes back to a shape that was noted before. */
export function reshape(noted) {
  if (noted.query !== query()) return;
  if (!measured) measure();
  for (const part of shown.parts) {
    const before = noted.parts.find(it => it.key === part.key);
    if (before) part.reshape(before);
  }
  draw();
  list.scrollTop = noted.scrolled / noted.height * height;
  draw();
}

function read(element) {
  const parts = [...element.querySelectorAll('.part')].map(section => new Part(section));
  return { body: element, parts, known: new Map() };
}

function adopt(next) {
  shown = next;
  // where mail lies open in the list itself there is no place beside it
  document.documentElement.dataset.look = shown.body.dataset.look ?? '';
  stop = null;
  broken = false;
  for (const part of shown.parts) for (const row of part.rows) know(row, part);
  list.dispatchEvent(new Event('shown'));
  // lists have looks of their own, and rows as tall as these need them
  if (measured) height = parseFloat(getComputedStyle(body()).getPropertyValue('--row')) || height;
}

function know(row, part) {
  shown.known.set(row.dataset.id, row);
  homes.set(row, { key: part.key, query: query() });
  const link = row.querySelector('.row-link');
  if (row.dataset.id === current) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
  for (const dress of dressers) dress(row);
}

function makeStop(row) {
  if (stop && stop !== row) stop.querySelector('.row-link').tabIndex = -1;
  stop = row;
  stop.querySelector('.row-link').tabIndex = 0;
}

const topOf = part => body().offsetTop + part.holder.offsetTop;

/** Changes rows so that the first one in sight stays where it is. */
function holdStill(change) {
  const before = anchor;
  change();
  draw();
  const row = before && (rowOf(before.row.dataset.id) ?? before.row);
  const part = row && list.scrollTop > 0 ? partOf(row) : null;
  if (!part) return;
  const moved = topOf(part) + part.offset(part.indexOf(row), height) - list.scrollTop - before.below;
  if (Math.abs(moved) < 1) return;
  list.scrollTop += moved;
  draw();
}

/** Draws with the next frame: what comes in between has not to be laid out twice. */
function soon() {
  frame ||= requestAnimationFrame(draw);
}

/** Brings the page in line with what is known and where the viewer has scrolled to. */
export function draw() {
  cancelAnimationFrame(frame);
  frame = 0;
  // before that it would have to lay out a page that is about to change
  if (!measured || list.clientHeight === 0) return;
  for (const part of shown.parts) {
    const { size } = part;
    for (const arrange of arrangers) arrange(part);
    part.arrange(height);
    part.section.classList.toggle('vacant', size === 0 && !part.more);
    // what is still to come has some room, so that nobody gets to an end that is none
    part.lengthen(size + (part.endless && !broken ? 8 : 0));
  }
  // measured once, before anything is written: measuring in between would lay out the page again and again
  const sight = { top: list.scrollTop, height: list.clientHeight, parts: shown.parts.map(part => ({ part, top: topOf(part) })) };
  anchor = null;
  wasAtTop = sight.top < height / 2;
  for (const { part, top } of sight.parts) {
    const around = AROUND * Math.min(height, 64);
    part.show(Math.floor(part.placeAt(sight.top - around - top, height)), Math.ceil(part.placeAt(sight.top + sight.height + around - top, height)), dragged);
    let index = Math.max(0, Math.ceil(part.placeAt(sight.top - top, height)));
    while (part.hidden.has(part.at(index))) index++;
    const row = anchor ? null : part.at(index);
    if (row) anchor = { row, below: top + part.offset(index, height) - sight.top };
  }
  // whoever comes by the tab key finds a row, wherever the list stands
  if (!stop?.isConnected && anchor) makeStop(anchor.row);
  fetchAround(sight);
  list.dispatchEvent(new Event('drawn'));
}

function fetchAround(sight) {
  while (!broken && fetching.size < AT_ONCE) {
    const next = mostWanted(sight);
    if (!next) return;
    if (next.window) fill(next.part, next.window);
    else extend(next.part);
  }
}

/** What is missing nearest to the part in sight: a window, or what follows the last one of a part. */
function mostWanted({ top: scrolled, height: seen, parts }) {
  const margin = seen * AHEAD;
  const middle = scrolled + seen / 2;
  let nearest = null;
  for (const { part, top } of parts) {
    const from = Math.floor(part.placeAt(scrolled - margin - top, height));
    const to = Math.ceil(part.placeAt(scrolled + seen + margin - top, height));
    for (const { window, before } of part.between(Math.max(0, from), to)) {
      if ((window.rows && !window.stale) || fetching.has(window) || !window.from) continue;
      const distance = Math.abs(top + (before + window.size / 2) * height - middle);
      if (!nearest || distance < nearest.distance) nearest = { part, window, distance };
    }
    if (!nearest && part.endless && !fetching.has(part) && to > part.size) nearest = { part, distance: Infinity };
  }
  return nearest;
}

/** Fetches the rows of a window that are not known, or not any more. */
async function fill(part, window) {
  if (fetching.has(window)) return;
  fetching.add(window);
  try {
    const asked = await ask(part, window);
    if (asked && part.windows.includes(window)) holdStill(() => settle(part, window, asked));
  } catch {
    breakOff();
  } finally {
    fetching.delete(window);
  }
  soon();
}

async function ask(part, window) {
  const mine = shown;
  const asked = performance.now();
  const until = window.to ? `&until=${encodeURIComponent(window.to)}` : '';
  const holder = (await fragment('rows', `${query()}&part=${part.key}&cursor=${encodeURIComponent(window.from)}${until}`)).querySelector('ol');
  if (!holder) throw new Error('no rows');
  if (mine !== shown) return null;
  amend(holder, asked, query());
  // Faces leaves out attributes without a value
  return { rows: [...holder.children], to: holder.dataset.next ?? '' };
}

function settle(part, window, { rows: fetched, to }) {
  const before = new Set(window.rows ?? []);
  // whoever moved up meanwhile is there already
  const fresh = fetched.filter(row => !rowOf(row.dataset.id) || before.has(rowOf(row.dataset.id)));
  const rows = fresh.map(row => {
    const mine = rowOf(row.dataset.id);
    return mine && (sign(mine) === sign(row) || refit(mine, row)) ? mine : row;
  });
  const focused = document.activeElement?.closest('.row');
  for (const row of before) if (!rows.includes(row)) shown.known.delete(row.dataset.id);
  // more has come into this window than one answer holds
  if (window.to && to && to !== window.to)
    part.windows.splice(part.windows.indexOf(window) + 1, 0, { from: to, to: window.to, rows: null, size: 1, stale: false });
  Object.assign(window, { rows, size: rows.length, to, stale: false });
  for (const row of rows) if (rowOf(row.dataset.id) !== row) know(row, part);
  if (focused && before.has(focused) && !rows.includes(focused)) {
    draw();
    rowOf(focused.dataset.id)?.querySelector('.row-link').focus({ preventScroll: true });
  }
  forgetFar();
}

/** What of a row the viewer can see: when it is the same, the row stays as it is. */
export function sign(row) {
  return `${row.classList.contains('unread')} ${row.querySelector('a').getAttribute('href')} ${row.querySelector('a').textContent}`;
}

/** Forgets the rows of windows far away, but not those where the viewer stands or reads. */
function forgetFar() {
  const middle = list.scrollTop + list.clientHeight / 2;
  const needed = new Set([document.activeElement?.closest('.row'), rowOf(current)]);
  const all = [];
  for (const part of shown.parts) {
    const top = topOf(part);
    for (const { window, before } of part.between(0, Infinity))
      if (window.rows) all.push({ window, distance: Math.abs(top + (before + window.size / 2) * height - middle) });
  }
  all.sort((one, other) => one.distance - other.distance);
  for (const { window } of all.slice(MOST_WINDOWS)) {
    if (!window.from || window.rows.some(row => needed.has(row))) continue;
    for (const row of window.rows) shown.known.delete(row.dataset.id);
    window.rows = null;
  }
}

function breakOff() {
  broken = true;
  const tail = body().querySelector('[data-tail]');
  tail.replaceChildren(document.getElementById('list-broken').content.cloneNode(true));
}

/** Shows the list in another look. */
export function look(name) {
  body().dataset.look = name;
  document.documentElement.dataset.look = name;
  for (const part of shown.parts) part.level();
  measure();
}

/** Rows change their height with the density and the width of the window; what is in sight stays there. */
function measure() {
  measured = true;
  const now = parseFloat(getComputedStyle(body()).getPropertyValue('--row')) || height;
  const before = anchor;
  const turned = now !== height && !wasAtTop;
  height = now;
  draw();
  const part = turned && before && partOf(before.row);
  if (!part) return;
  list.scrollTop = topOf(part) + part.offset(part.indexOf(before.row), height) - before.below;
  draw();
}

/** Begins with the list that came with the page. */
export function attend() {
  adopt(read(document.getElementById('list-body')));
  list.addEventListener('scroll', soon, { passive: true });
  list.addEventListener('dragstart', event => { dragged = event.target.closest?.('.row'); });
  list.addEventListener('dragend', () => { dragged = null; });
  list.addEventListener('focusin', event => { if (event.target.matches('.row-link')) makeStop(event.target.closest('.row')); });
  // where both do not fit beside each other, what is read lies over the list
  const reading = document.getElementById('reading');
  const cover = () => list.classList.toggle('covered', 'open' in reading.dataset);
  new MutationObserver(cover).observe(reading, { attributeFilter: ['data-open'] });
  cover();
  // which begins with telling the size it has
  new ResizeObserver(measure).observe(list);
  new MutationObserver(measure).observe(document.documentElement, { attributeFilter: ['data-density'] });
  addEventListener('online', () => broken && retry());
}

shown = read(document.getElementById('list-body'));
