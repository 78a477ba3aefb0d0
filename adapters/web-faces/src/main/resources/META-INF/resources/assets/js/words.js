// The texts of the browser's own code: the server renders them into every page, in the viewer's language.
const texts = new Map();
for (const text of document.getElementById('client-words').content.querySelectorAll('[data-key]'))
  texts.set(text.dataset.key, text.textContent);

const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** The text of a key, with values in its placeholders. */
export function say(key, ...values) {
  return (texts.get(key) ?? key).replace(/\{(\d)\}/g, (placeholder, index) => {
    const value = values[index];
    return value === undefined ? placeholder : typeof value === 'number' ? numbers.format(value) : value;
  });
}
