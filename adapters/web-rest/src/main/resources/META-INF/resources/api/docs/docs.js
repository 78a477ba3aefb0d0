// Renders the server's own OpenAPI document. Text goes in as text only, never as markup.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const DEEPEST = 6;

const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(...children);
  return element;
};

// Words between backticks are code; a blank line begins a paragraph.
const prose = (text) => text.split(/\n\s*\n/).map((paragraph) => make('p', {},
  ...paragraph.split('`').map((part, i) => (i % 2 ? make('code', { textContent: part }) : part))));

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const resolve = (api, schema) => {
  if (!schema?.$ref) return schema ?? {};
  return schema.$ref.split('/').slice(1).reduce((at, key) => at?.[key], api) ?? {};
};

const typeOf = (schema) => [schema.type ?? 'object'].flat().filter((type) => type !== 'null').join(' or ');

const example = (api, given, depth = 0) => {
  const schema = resolve(api, given);
  const whole = schema.allOf?.[0] ?? schema.anyOf?.find((it) => resolve(api, it).type !== 'null');
  if (whole) return example(api, whole, depth);
  if (depth > DEEPEST) return '…';
  if (schema.enum) return schema.enum.join(' | ');
  switch (typeOf(schema)) {
    case 'array': return [example(api, schema.items, depth + 1)];
    case 'integer': case 'number': return 0;
    case 'boolean': return true;
    case 'string': return schema.format === 'date-time' ? '2026-03-01T09:00:00Z' : schema.format ?? 'text';
    default: return Object.fromEntries(Object.entries(schema.properties ?? {})
      .map(([name, value]) => [name, example(api, value, depth + 1)]));
  }
};

const body = (api, content = {}) => Object.entries(content).flatMap(([type, { schema }]) => {
  const parts = [make('p', { className: 'quiet' }, make('code', { textContent: type }))];
  if (type.includes('json') && schema) {
    const code = make('code', { textContent: JSON.stringify(example(api, schema), null, 2) });
    parts.push(make('pre', { tabIndex: 0 }, code));
  }
  return parts;
});

const parameters = (api, list) => {
  const rows = list.map((given) => resolve(api, given)).map((it) => make('tr', {},
    make('td', {}, make('code', { textContent: it.name })),
    make('td', { textContent: it.in }),
    make('td', { textContent: typeOf(it.schema ?? {}) }),
    make('td', { textContent: it.description ?? '' })));
  const head = make('tr', {}, ...['Name', 'In', 'Type', 'Meaning'].map((it) => make('th', { scope: 'col', textContent: it })));
  return make('div', { className: 'scroll' }, make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows)));
};

const operation = (api, path, method, shared, it) => {
  const inside = make('div', {}, ...prose(it.description ?? ''));
  const all = [...shared, ...(it.parameters ?? [])];
  if (all.length) inside.append(make('h3', { textContent: 'Parameters' }), parameters(api, all));
  if (it.requestBody) inside.append(make('h3', { textContent: 'Body' }), ...body(api, resolve(api, it.requestBody).content));
  for (const [status, given] of Object.entries(it.responses ?? {})) {
    const answer = resolve(api, given);
    inside.append(make('h3', { textContent: `${status} ${answer.description ?? ''}` }), ...body(api, answer.content));
  }
  return make('details', {},
    make('summary', {}, make('span', { className: `method ${method}`, textContent: method.toUpperCase() }),
      make('code', { textContent: path }), ` ${it.summary ?? ''}`),
    inside);
};

const group = (api, tag) => {
  const operations = Object.entries(api.paths ?? {}).flatMap(([path, item]) => METHODS
    .filter((method) => item[method]?.tags?.includes(tag.name))
    .map((method) => operation(api, path, method, item.parameters ?? [], item[method])));
  return make('section', { id: slug(tag.name) }, make('h2', { textContent: tag.name }),
    make('p', { className: 'quiet', textContent: tag.description ?? '' }), ...operations);
};

const show = (api) => {
  document.title = `${api.info.title} API`;
  document.getElementById('title').textContent = `${api.info.title} API, version ${api.info.version}`;
  document.getElementById('about').replaceChildren(...prose(api.info.description ?? ''));
  const tags = api.tags ?? [];
  document.getElementById('groups').replaceChildren(make('ul', {}, ...tags.map((tag) => make('li', {},
    make('a', { href: `#${slug(tag.name)}`, textContent: tag.name })))));
  document.getElementById('operations').replaceChildren(...tags.map((tag) => group(api, tag)));
};

try {
  const answer = await fetch(new URL('../../openapi?format=JSON', import.meta.url), { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  show(await answer.json());
} catch (problem) {
  document.getElementById('operations').replaceChildren(
    make('p', { textContent: `The description could not be loaded (${problem.message}).` }));
}
