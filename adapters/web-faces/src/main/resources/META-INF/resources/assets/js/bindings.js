// What the keys of the inbox do. The page itself knows how to move; what is done to conversations is told by its name.
import * as lists from './list.js';
import * as reader from './reader.js';
import * as screener from './screener.js';
import * as search from './search.js';
import * as selection from './selection.js';
import { sizeOf, undo } from './actions.js';
import { commands, meant } from './commands.js';
import { SORTED, view } from './places.js';
import { provide } from './registry.js';
import { attend as attendMenu } from './rowmenu.js';
import { attend as attendSwipes } from './swipes.js';

const DEEDS = ['archive', 'trash', 'delete', 'spam', 'not-spam', 'to-inbox', 'star', 'read', 'unread', 'snooze', 'later', 'aside', 'mute', 'move', 'label',
  'to-imbox', 'to-feed', 'to-paper', 'screen-out', 'let-in'];

/** Gives the inbox its keys, the menu of rows and their swipes: `step` moves by rows, `back` leaves the open conversation, `run` does a deed to some. */
export function bindKeys({ step, back, run }) {
  const inList = target => !target.closest?.('.read, .nav, .menu') || target === document.body;
  // elsewhere arrows scroll, as they always do
  const apart = (target, key) => key.length === 1 || inList(target);
  const somewhere = () => Boolean(screener.here() ?? lists.here());
  const about = target => !target.closest?.('.nav, .bar') && sizeOf(meant()) > 0;
  provide('next', () => step(1), { here: apart, held: true });
  provide('previous', () => step(-1), { here: apart, held: true });
  provide('open', () => (screener.here() ?? lists.here()).querySelector('.row-link, .sender-link').click(), { applies: somewhere, here: apart });
  provide('close', () => {
    if (screener.chosen() > 0) screener.none();
    else if (selection.chosen().count) selection.none();
    else if (reader.opened()) back();
    else search.leave();
  });
  provide('unfold', () => reader.unfold(), { applies: () => Boolean(reader.opened()) });
  for (const deed of DEEDS)
    if (commands[deed]) provide(deed, () => run(deed, meant()), { applies: () => sizeOf(meant()) > 0 && fits(deed), here: about });
  attendMenu(run, fits);
  attendSwipes(run, fits);
  provide('undo', () => undo());
  provide('choose', () => screener.here() ? screener.toggle(screener.here()) : selection.toggle(lists.here()), { applies: somewhere });
  provide('choose-down', () => selection.extend(1), { held: true });
  provide('choose-up', () => selection.extend(-1), { held: true });
  provide('choose-all', () => screener.isShown() ? screener.all() : selection.all());
  provide('choose-none', () => screener.isShown() ? screener.none() : selection.none(), { applies: () => screener.chosen() + selection.chosen().count > 0 });
}

// where everything lies on the pile already, its key takes it back
const TAKEN_BACK = { later: 'later', set_aside: 'aside' };

/** Whether a deed makes sense in the list that is shown: the buttons above a conversation know. */
export function fits(deed) {
  const { role } = lists.body().dataset;
  if (deed in SORTED) return role === 'screener' || (!['junk', 'trash', 'sent', 'drafts'].includes(role) && SORTED[deed] !== view());
  if (TAKEN_BACK[role] === deed) return true;
  const button = document.querySelector(`.tools [data-act="${deed}"][data-for]`);
  return !button || button.dataset.for.split(' ').includes(role);
}
