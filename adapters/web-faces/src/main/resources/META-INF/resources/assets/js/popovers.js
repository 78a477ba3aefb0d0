// Menus that open beside the button that opens them.
const GAP = 4;
const MARGIN = 8;

/** Puts such menus where they belong. */
export function attend() {
  document.addEventListener('beforetoggle', event => {
    const menu = event.target;
    if (event.newState !== 'open' || !menu.matches('[data-beside]')) return;
    const at = document.querySelector(`[popovertarget="${menu.id}"]`).getBoundingClientRect();
    menu.style.setProperty('top', `${at.bottom + GAP}px`);
    if (menu.dataset.beside === 'end') menu.style.setProperty('right', `${Math.max(MARGIN, innerWidth - at.right)}px`);
    else menu.style.setProperty('left', `${Math.max(MARGIN, at.left)}px`);
  }, true);
  document.addEventListener('click', event => {
    const menu = event.target.closest('[data-beside]:popover-open');
    if (menu && event.target.closest('.menu-item')) menu.hidePopover();
  });
}
