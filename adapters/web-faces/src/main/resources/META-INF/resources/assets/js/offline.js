// The page that is shown without a connection: it goes on by itself as soon as there is one.
addEventListener('online', () => location.reload());
document.querySelector('[data-act=again]').addEventListener('click', () => location.reload());
