// The box of the bar: what is looked for is a list like any other, and leaving it leads back to where one was.
const form = document.getElementById('search');
const words = document.getElementById('search-words');
const BEFORE = 'waxwing-before-search';
let before = sessionStorage.getItem(BEFORE) ?? 'view=imbox';
let go = () => {};

/** Makes the box work; `leads` is how to go to the address of a list. */
export function attend(leads) {
  go = leads;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const wanted = new URLSearchParams({ q: words.value.trim() });
    const account = form.querySelector('[name=account]');
    if (!account.disabled) wanted.set('account', account.value);
    if (!wanted.get('q')) return leave();
    words.blur();
    go(wanted);
  });
  words.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (words.value) words.value = '';
    leave();
  });
}

/** Leads into the box. */
export function enter() {
  document.documentElement.dataset.searching = 'true';
  words.focus();
  words.select();
}

/** Shows in the box what is looked for in the list of an address, and notes where to go back to. */
export function follow(query) {
  const wanted = new URLSearchParams(query);
  if (!wanted.has('q')) {
    before = query;
    sessionStorage.setItem(BEFORE, query);
  }
  words.value = wanted.get('q') ?? '';
  const account = form.querySelector('[name=account]');
  account.value = wanted.get('account') ?? '';
  account.disabled = !account.value;
  document.documentElement.toggleAttribute('data-searching', wanted.has('q'));
}

/** Whether the list of an address is what a search found. */
export const isSearch = query => new URLSearchParams(query).has('q');

/** Leaves the search, or only the box. */
export function leave() {
  delete document.documentElement.dataset.searching;
  if (words === document.activeElement) words.blur();
  if (isSearch(location.search)) go(new URLSearchParams(before));
}
