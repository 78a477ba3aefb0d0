// The folders of all accounts, as the server knows them; asked for once, until something changes.
import { api } from './server.js';

let known = null;

/** All folders: {id, accountId, name, path, role, selectable, total, unread}. */
export function folders() {
  if (known) return known;
  const asked = api('mailboxes').then(page => page.items);
  asked.catch(() => { if (known === asked) known = null; });
  known = asked;
  return asked;
}

/** The folder that an account has for a purpose, if there is one. */
export async function folderFor(account, role) {
  return (await folders()).find(it => it.accountId === account && it.role === role) ?? null;
}

/** Forgets them: something has changed. */
export function forgetFolders() {
  known = null;
}
