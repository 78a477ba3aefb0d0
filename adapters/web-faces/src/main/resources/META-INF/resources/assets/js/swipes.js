// Swiping a row to a side, with a finger: what it does is the viewer's choice, and seen behind the row before it is done.
import * as lists from './list.js';
import { commands } from './commands.js';
import { drawing } from './drawing.js';
import { chosen } from './preferences.js';
import { KEYMAP } from './keymap.js';
import { say } from './words.js';

const { list } = lists;
// where a movement is meant for the side, and where letting go does it
const BEGINS = 10;
const ENOUGH = 0.32;
const FLING = 0.5;
const DEEDS = { read: 'toggle-read' };
const behind = document.createElement('div');
let act = () => {};
let fits = () => true;
let swipe = null;

/** Lets rows be swiped; `run` does a deed to conversations, `makesSense` says whether it does in this list. */
export function attend(run, makesSense) {
  act = run;
  fits = makesSense;
  behind.className = 'swipe';
  behind.setAttribute('aria-hidden', 'true');
  list.addEventListener('pointerdown', begin);
  list.addEventListener('pointermove', move);
  list.addEventListener('pointerup', end);
  list.addEventListener('pointercancel', cancel);
  // a row that is held sideways must not scroll the list as well
  list.addEventListener('touchmove', event => { if (swipe?.going) event.preventDefault(); }, { passive: false });
  list.addEventListener('click', event => { if (swipe?.over) { event.preventDefault(); event.stopPropagation(); swipe = null; } }, { capture: true });
}

function begin(event) {
  if (event.pointerType !== 'touch') return;
  if (swipe?.going) return cancel();
  if (!event.isPrimary || list.matches('.choosing')) { swipe = null; return; }
  const row = event.target.closest('.row');
  swipe = row ? { row, x: event.clientX, y: event.clientY, at: event.timeStamp, pointer: event.pointerId, going: false, by: 0 } : null;
}

function move(event) {
  if (!swipe || swipe.over || event.pointerId !== swipe.pointer) return;
  const by = event.clientX - swipe.x;
  const down = Math.abs(event.clientY - swipe.y);
  if (!swipe.going) {
    // whoever scrolls, scrolls
    if (down > BEGINS && down >= Math.abs(by)) { swipe = null; return; }
    if (Math.abs(by) < BEGINS || Math.abs(by) < 1.4 * down) return;
    if (!start()) { swipe = null; return; }
  }
  show(by, event.timeStamp);
}

function start() {
  swipe.going = true;
  swipe.width = swipe.row.offsetWidth;
  swipe.row.append(behind);
  swipe.row.classList.add('swiping');
  try {
    list.setPointerCapture(swipe.pointer);
  } catch {
    return false;
  }
  return true;
}

function show(by, at) {
  const deed = deedOf(by);
  // a side that does nothing gives way only a little
  const moved = deed ? by - Math.sign(by) * BEGINS : by / 6;
  swipe.speed = (by - swipe.by) / Math.max(1, at - swipe.at);
  swipe.by = by;
  swipe.at = at;
  swipe.deed = deed;
  swipe.row.style.setProperty('--swipe', `${moved}px`);
  const side = by > 0 ? 'right' : 'left';
  if (behind.dataset.side !== side || behind.dataset.deed !== (deed ?? 'none')) dress(side, deed);
  behind.classList.toggle('enough', Boolean(deed) && Math.abs(by) > ENOUGH * swipe.width);
}

function dress(side, deed) {
  behind.dataset.side = side;
  behind.dataset.deed = deed ?? 'none';
  if (!deed) return behind.replaceChildren();
  const { icon, word } = KEYMAP.find(it => it.id === (deed === 'read' && !swipe.row.classList.contains('unread') ? 'unread' : deed));
  const text = document.createElement('span');
  text.textContent = say(deed === 'trash' ? 'client.menu.trash' : word);
  behind.replaceChildren(drawing(icon), text);
}

/** What a swipe to that side does in this list; nothing where it makes no sense. */
function deedOf(by) {
  const deed = chosen(by > 0 ? 'swipeRight' : 'swipeLeft');
  const name = DEEDS[deed] ?? deed;
  if (deed === 'none' || !commands[name]) return null;
  return fits(deed) ? deed : null;
}

function end(event) {
  if (!swipe?.going || event.pointerId !== swipe.pointer) { swipe = null; return; }
  const { row, by, width, deed, speed } = swipe;
  const flung = Math.abs(speed) > FLING && Math.sign(speed) === Math.sign(by) && Math.abs(by) > 48;
  const done = deed && (Math.abs(by) > ENOUGH * width || flung) && Math.sign(speed) !== -Math.sign(by);
  swipe = { over: true };
  // a finger that goes up presses what is under it, but not after this
  setTimeout(() => { if (swipe?.over) swipe = null; }, 60);
  if (!done) return settle(row);
  const leaves = ['archive', 'snooze', 'trash', 'later'].includes(deed);
  row.classList.add('swiped');
  row.style.setProperty('--swipe', leaves && deed !== 'snooze' ? `${Math.sign(by) * width}px` : '0px');
  setTimeout(() => {
    settle(row);
    act(DEEDS[deed] ?? deed, [row.dataset.id]);
  }, matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140);
}

function cancel() {
  const row = swipe?.row;
  const going = swipe?.going;
  swipe = null;
  if (going) settle(row);
}

function settle(row) {
  row.classList.remove('swiping');
  row.classList.add('swiped');
  row.style.setProperty('--swipe', '0px');
  setTimeout(() => {
    if (row.classList.contains('swiping')) return;
    row.classList.remove('swiped');
    row.style.removeProperty('--swipe');
    if (behind.parentElement === row) behind.remove();
  }, 160);
}
