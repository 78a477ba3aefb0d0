// Runs before the first paint, so that panes appear in the width they were left in.
(() => {
  for (const pane of ['nav', 'list']) {
    const width = Number(localStorage.getItem(`waxwing-${pane}-width`));
    if (width > 0 && innerWidth > 1023) document.documentElement.style.setProperty(`--${pane}-w`, `${width}px`);
  }
})();
