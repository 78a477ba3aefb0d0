// Folders in the navigation: making, renaming and removing them, and saying what they are for.
import { ask, name } from './dialogs.js';
import { folders, forgetFolders } from './folders.js';
import { explain, tell } from './notices.js';
import { send } from './server.js';
import { say } from './words.js';

const menu = document.getElementById('folder-menu');
let folder = null;
let opener = null;
let changed = () => {};

/** Makes the menus work; `handler` is called after every change, with the folder that is gone, if one is. */
export function attend(handler) {
  changed = handler;
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-act=folder-menu], [data-act=new-folder]');
    if (button?.dataset.act === 'new-folder') make(button.dataset.account, '');
    else if (button) open(button).catch(failed);
  });
  menu.addEventListener('click', event => {
    const item = event.target.closest('.menu-item');
    if (!item) return;
    menu.hidePopover();
    if (item.dataset.useAs) useAs(item.dataset.useAs).catch(failed);
    else chosen[item.dataset.folder]().catch(failed);
  });
  menu.addEventListener('keydown', event => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const items = [...menu.querySelectorAll('.menu-item')];
    items[(items.indexOf(document.activeElement) + by + items.length) % items.length].focus();
  });
  menu.addEventListener('toggle', event => {
    if (event.newState === 'closed') opener?.setAttribute('aria-expanded', 'false');
  });
}

const chosen = {
  rename: () => {
    const { id, path } = folder;
    return name(say('client.folder.rename', folder.name), path, async wanted => {
      if (wanted === path) return;
      await send('PATCH', `mailboxes/${id}`, { path: wanted });
      after(say('client.folder.renamed', wanted));
    });
  },
  below: () => make(folder.accountId, `${folder.path}/`),
  drop: async () => {
    const { id, total, name: called } = folder;
    const sure = total === 0 || await ask(
      say('client.folder.drop', called),
      total === 1 ? say('client.folder.drop.one') : say('client.folder.drop.many', total),
      say('client.folder.drop.yes'));
    if (!sure) return;
    await send('DELETE', `mailboxes/${id}${total > 0 ? '?withMail=true' : ''}`);
    after(say('client.folder.dropped', called), id);
  },
};

function make(accountId, above) {
  return name(say('client.folder.new'), above, async path => {
    await send('POST', 'mailboxes', { accountId, path });
    after(say('client.folder.made', path));
  });
}

async function useAs(role) {
  if (role === folder.role) return;
  await send('PATCH', `mailboxes/${folder.id}`, { role });
  const what = menu.querySelector(`[data-use-as=${role}]`).textContent.trim();
  after(role === 'none' ? say('client.folder.used-as-none', folder.name) : say('client.folder.used-as', folder.name, what));
}

async function open(button) {
  // the navigation may be drawn anew while the folders are asked for
  const from = button.getBoundingClientRect();
  folder = (await folders()).find(it => it.id === button.dataset.mailbox);
  if (!folder) return;
  opener = button;
  for (const item of menu.querySelectorAll('[data-use-as]')) item.setAttribute('aria-checked', String(item.dataset.useAs === folder.role));
  menu.showPopover();
  button.setAttribute('aria-expanded', 'true');
  const top = Math.max(8, Math.min(from.bottom + 2, innerHeight - menu.offsetHeight - 8));
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.max(8, Math.min(from.left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.querySelector('.menu-item').focus();
}

function after(sentence, gone = null) {
  forgetFolders();
  tell(sentence);
  changed(gone);
}

function failed(problem) {
  forgetFolders();
  tell(explain(problem));
}
