// Runs before the first paint, so that panes appear in the size they were left in.
(() => {
  for (const [pane, property] of [['nav', '--nav-w'], ['list', '--list-w'], ['below', '--below-h']]) {
    const size = Number(localStorage.getItem(`waxwing-${pane}-width`));
    if (size > 0 && innerWidth > 1023) document.documentElement.style.setProperty(property, `${size}px`);
  }
})();
