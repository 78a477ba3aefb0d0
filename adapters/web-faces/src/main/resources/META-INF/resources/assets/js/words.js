// The texts of the browser's own code: the server writes them into every page, in the viewer's language.
const texts = new Map(Object.entries(JSON.parse(document.getElementById('client-words').content.textContent)));
// made for the first large number: a browser needs longer for it than for everything else here
let numbers = null;
const spelt = value => (Number.isInteger(value) && value >= 0 && value < 1000
  // which every language of ours writes alike
  ? String(value)
  : (numbers ??= new Intl.NumberFormat(document.documentElement.lang)).format(value));

/** The text of a key, with values in its placeholders. */
export function say(key, ...values) {
  return (texts.get(key) ?? key).replace(/\{(\d)\}/g, (placeholder, index) => {
    const value = values[index];
    return value === undefined ? placeholder : typeof value === 'number' ? spelt(value) : value;
  });
}
