// What the tab of the browser says: the name of the page, and before it how much is unread in the Imbox.
const COUNTED = /^\(\d[\d\s.,]*\) /;
const icon = document.querySelector('link[rel=icon]');
const plain = icon?.href ?? '';

/** Keeps the title right, whoever changes it and whatever the navigation counts. */
export function attend() {
  const nav = document.getElementById('nav');
  const title = document.querySelector('title');
  if (!nav || !title) return;
  const keep = () => write(title, unread(nav));
  new MutationObserver(keep).observe(nav, { childList: true, subtree: true, characterData: true });
  new MutationObserver(keep).observe(title, { childList: true, characterData: true, subtree: true });
  keep();
}

/** As the navigation writes it; empty when there is nothing. */
function unread(nav) {
  // the entry of the view, not those of the accounts, which lead to an Imbox too
  const link = [...nav.querySelectorAll('a[data-query^="view=imbox"]')].find(it => !it.closest('.account') && !('neverCurrent' in it.dataset));
  return link?.querySelector('.count')?.textContent.trim() ?? '';
}

function write(title, count) {
  const name = title.textContent.replace(COUNTED, '');
  const wanted = count ? `(${count}) ${name}` : name;
  if (title.textContent !== wanted) title.textContent = wanted;
  const dotted = plain.replace('waxwing.svg', 'waxwing-unread.svg');
  const picture = count ? dotted : plain;
  if (icon && icon.href !== picture) icon.href = picture;
  if ('setAppBadge' in navigator) (count ? navigator.setAppBadge(Number(count.replace(/\D/g, ''))) : navigator.clearAppBadge()).catch(() => {});
}
