// Pictures of the sprite, for what scripts put into a page.

/** The picture of that name. */
export function drawing(icon) {
  const picture = document.querySelector('.icon').cloneNode(true);
  const use = picture.querySelector('use');
  use.setAttribute('href', `${use.getAttribute('href').split('#')[0]}#${icon}`);
  return picture;
}
