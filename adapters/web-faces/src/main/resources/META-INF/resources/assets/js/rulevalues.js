// The values of conditions and actions in the editor of rules: which there are, and how each is shown and read.
const HOUR = /^PT(\d+)H$/;
const DAYS = /^P(\d+)D$/;
const at = id => document.getElementById(id);

/** What each kind of condition has, by the names of the parts that show it. */
export const CONDITIONS = {
  sender: ['part', 'operator', 'values'],
  recipient: ['among', 'part', 'operator', 'values'],
  subject: ['operator', 'values'],
  body: ['operator', 'values'],
  list: ['operator', 'values'],
  header: ['name', 'operator', 'values'],
  'header-present': ['name'],
  'has-attachment': [],
  'attachment-name': ['operator', 'values'],
  'attachment-type': ['operator', 'values'],
  size: ['weight', 'kilobytes'],
  age: ['distance', 'span'],
  category: ['category'],
  account: ['account'],
  label: ['label'],
  language: ['language'],
  'first-time-sender': [],
  'known-sender': [],
  ai: ['words'],
  always: [],
};

/** What each kind of action has. */
export const ACTIONS = {
  label: ['label'],
  unlabel: ['label'],
  move: ['folder'],
  archive: [],
  trash: [],
  spam: [],
  star: [],
  read: [],
  category: ['category'],
  snooze: ['until'],
  forward: ['address'],
  reply: ['subject', 'text', 'span'],
  notify: [],
  webhook: ['web'],
  stop: [],
};

// where a part is called otherwise in the JSON of a rule
const show = {
  weight: it => it.than,
  distance: it => it.than,
  values: it => (it.values ?? []).join('\n'),
  kilobytes: it => (it.bytes === undefined ? '' : it.bytes / 1000),
  span: it => days(it.time ?? it.every ?? ''),
  folder: it => it.folder ?? pathOf(it.mailbox),
  until: it => it.at ?? hours(it.for ?? ''),
  web: it => it.address,
};

const read = {
  weight: value => ({ than: value }),
  distance: value => ({ than: value }),
  values: value => ({ values: value.split('\n').filter((line, index, all) => line !== '' || all.length === 1) }),
  kilobytes: value => ({ bytes: Math.round(Number(value) * 1000) }),
  span: (value, kind) => ({ [kind === 'reply' ? 'every' : 'time']: `PT${Math.round(Number(value) * 24)}H` }),
  folder: (value, kind, before) => folder(value, before),
  until: value => (value.includes(':') ? { at: value } : { for: `PT${Math.round(Number(value))}H` }),
  web: value => ({ address: value }),
};

/** Puts the controls of a condition or action into their place. */
export function fill(place, names, from) {
  place.replaceChildren(...names.map(name => control(name, from)));
  place.querySelectorAll('textarea').forEach(grow);
}

/** The part of the JSON that these controls say. */
export function values(place, kind, before) {
  const said = {};
  for (const part of place.children) {
    const { value } = field(part);
    const name = part.dataset.name;
    Object.assign(said, read[name]?.(value, kind, before) ?? { [name]: value });
  }
  return said;
}

/** A field for several lines is as high as it has lines, up to six. */
export function grow(area) {
  area.rows = Math.min(6, Math.max(Number(area.dataset.least ??= String(area.rows)), area.value.split('\n').length));
}

function control(name, from) {
  const part = document.querySelector(`template[data-value="${name}"]`).content.firstElementChild.cloneNode(true);
  part.dataset.name = name;
  const value = (show[name] ?? (it => it[name]))(from);
  if (value === undefined || value === '') return part;
  const chosen = field(part);
  // a rule from elsewhere may mean what is not offered here
  if (name === 'language' && ![...chosen.options].some(it => it.value === value)) chosen.add(new Option(value, value));
  chosen.value = value;
  return part;
}

const field = part => (part.matches('input, select, textarea') ? part : part.querySelector('input, select, textarea'));

function days(text) {
  const inHours = HOUR.exec(text);
  if (inHours) return Number(inHours[1]) / 24;
  return DAYS.exec(text)?.[1] ?? '';
}

function hours(text) {
  return HOUR.exec(text)?.[1] ?? (DAYS.test(text) ? Number(DAYS.exec(text)[1]) * 24 : '');
}

const pathOf = mailbox => at('rule-folders').querySelector(`[data-mailbox="${mailbox}"]`)?.value ?? '';

/** The folder that was meant before, as long as its path was not changed; else one of that path in each account. */
function folder(path, before) {
  return before?.mailbox && pathOf(before.mailbox) === path ? { mailbox: before.mailbox } : { folder: path };
}
