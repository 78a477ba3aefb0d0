// A part of the list, as windows that follow each other. Windows far away are dropped to the places where they begin and
// end: their rows are forgotten, how many there were is not, so that what is far down stays as far down as it is.

/** Whether a place is before another one, latest first. Neither may be empty. */
function isBefore(one, other) {
  // what a search finds is ordered by weight before time; lists have no weight
  const [weight, otherWeight] = [one.slice(0, -43), other.slice(0, -43)];
  return weight === otherWeight ? orderable(one) > orderable(other) : weight > otherWeight;
}

function orderable(place) {
  const bytes = atob(place.slice(-43).replaceAll('-', '+').replaceAll('_', '/'));
  // seconds before 1970 are below zero
  return String.fromCharCode(bytes.charCodeAt(0) ^ 0x80) + bytes.slice(1);
}

const timeOf = row => Number(row.dataset.at);

export class Part {
  /** The part that a section of the page is; the rows in it are its first window. */
  constructor(section) {
    this.section = section;
    this.key = section.dataset.part;
    this.holder = section.querySelector('ol');
    const rows = [...this.holder.children];
    // a window: where it begins, where it ends ('' at the end of the list), its rows as long as they are known
    this.windows = [{ from: '', to: section.dataset.next ?? '', rows, size: rows.length, stale: false }];
    this.placed = new Map();
    // by how much rows are taller than the others; those of a whole row less than nothing are out of sight
    this.grown = new WeakMap();
    this.uneven = false;
    this.hidden = new Set();
    this.bumps = [];
  }

  /** Makes a row taller than the others, or as tall as they are. */
  grow(row, by) {
    this.uneven ||= by !== 0;
    this.grown.set(row, by);
  }

  /** Makes all rows as tall as each other. */
  level() {
    this.grown = new WeakMap();
    this.uneven = false;
  }

  /** Takes rows out of sight that stay in the list otherwise. */
  hide(rows) {
    this.hidden = rows;
  }

  /** Works out where rows are that stand below taller ones; before anything is asked about heights. */
  arrange(height) {
    this.bumps = [];
    if (!this.uneven && this.hidden.size === 0) return;
    let before = 0;
    for (const { rows, size } of this.windows) {
      rows?.forEach((row, at) => {
        const by = this.hidden.has(row) ? -height : this.grown.get(row);
        if (by) this.bumps.push({ at: before + at, by });
      });
      before += size;
    }
  }

  /** How far below the beginning the row at a place is. */
  offset(index, height) {
    let top = index * height;
    for (const { at, by } of this.bumps) {
      if (at >= index) break;
      top += by;
    }
    return top;
  }

  /** The place that is so far below the beginning, as a fraction of a row. */
  placeAt(below, height) {
    let shift = 0;
    for (const { at, by } of this.bumps) {
      const top = at * height + shift;
      if (below < top) break;
      if (below < top + height + by) return at + (below - top) / (height + by);
      shift += by;
    }
    return (below - shift) / height;
  }

  /** How tall the row at a place is. */
  heightAt(index, height) {
    return height + (this.bumps.find(it => it.at === index)?.by ?? 0);
  }

  /** How many rows there are, known or not. */
  get size() {
    return this.windows.reduce((sum, window) => sum + window.size, 0);
  }

  /** Whether the list goes on behind the last window. */
  get more() {
    return this.windows.at(-1).to !== '';
  }

  /** Whether the end of the list comes into sight by scrolling, rather than by a button. */
  get endless() {
    return this.more && this.key !== 'new';
  }

  get rows() {
    return this.windows.flatMap(window => window.rows ?? []);
  }

  /** The place of a row, from 0; -1 when it is not here. */
  indexOf(row) {
    let before = 0;
    for (const { rows, size } of this.windows) {
      const at = rows ? rows.indexOf(row) : -1;
      if (at >= 0) return before + at;
      before += size;
    }
    return -1;
  }

  /** The row at a place; undefined where it is not known. */
  at(index) {
    let before = 0;
    for (const { rows, size } of this.windows) {
      if (index < before + size) return rows?.[index - before];
      before += size;
    }
    return undefined;
  }

  /** Makes room for so many rows. */
  lengthen(lines) {
    const more = this.bumps.reduce((sum, { by }) => sum + by, 0);
    if (this.lines === lines && this.longer === more) return;
    this.lines = lines;
    this.longer = more;
    this.holder.style.setProperty('--n', lines);
    this.holder.style.setProperty('--more', `${more}px`);
  }

  /** Puts the rows of these places on the page, and takes off all others but the focused one and the one that is dragged. */
  show(first, to, dragged) {
    const from = Math.max(0, first);
    const wanted = new Map();
    for (const { window, before } of this.between(from, to)) {
      if (!window.rows) continue;
      for (let at = Math.max(from, before); at <= Math.min(to, before + window.size - 1); at++) this.want(wanted, window.rows[at - before], at);
    }
    for (const row of new Set([document.activeElement?.closest('.row'), dragged])) {
      const at = row ? this.indexOf(row) : -1;
      if (at >= 0) this.want(wanted, row, at);
    }
    const total = this.more ? -1 : this.size;
    for (const row of [...this.holder.children]) if (!wanted.has(row)) row.remove();
    let here = this.holder.firstElementChild;
    for (const [row, at] of [...wanted].sort(([, one], [, other]) => one - other)) {
      if (row === here) here = here.nextElementSibling;
      else this.holder.insertBefore(row, here);
      const shift = this.offset(at, 0);
      const grown = this.grown.get(row) ?? 0;
      if (this.placed.get(row) === `${at} ${total} ${shift} ${grown}`) continue;
      row.style.setProperty('--i', at);
      row.style.setProperty('--shift', `${shift}px`);
      row.style.setProperty('--grown', `${grown}px`);
      row.setAttribute('aria-posinset', at + 1);
      row.setAttribute('aria-setsize', total);
      this.placed.set(row, `${at} ${total} ${shift} ${grown}`);
    }
    for (const row of this.placed.keys()) if (!wanted.has(row)) this.placed.delete(row);
  }

  want(wanted, row, at) {
    if (!this.hidden.has(row)) wanted.set(row, at);
  }

  /** The windows that touch these places, each with where it begins. */
  between(first, last) {
    const found = [];
    let before = 0;
    for (const window of this.windows) {
      if (before <= last && before + window.size > first) found.push({ window, before });
      before += window.size;
    }
    return found;
  }

  remove(row) {
    for (const window of this.windows) {
      const at = window.rows ? window.rows.indexOf(row) : -1;
      if (at < 0) continue;
      window.rows.splice(at, 1);
      window.size--;
      return;
    }
  }

  /** Puts a row where its time belongs; where the rows there are not known it is fetched with them. */
  insert(row) {
    const at = timeOf(row);
    for (const window of this.windows) {
      if (!window.rows) continue;
      const behind = window.rows.findIndex(it => timeOf(it) < at);
      if (behind < 0 && window !== this.windows.at(-1)) continue;
      window.rows.splice(behind < 0 ? window.rows.length : behind, 0, row);
      window.size++;
      return;
    }
  }

  /** Takes a new first window; what lies behind its end stays. */
  rebase(rows, to) {
    const first = { from: '', to, rows, size: rows.length, stale: false };
    if (!to) {
      this.windows = [first];
      return;
    }
    const fresh = new Set(rows.map(row => row.dataset.id));
    // bundles do not stand in the order of time
    const end = rows.length ? Math.min(...rows.map(timeOf)) : Infinity;
    const behind = [];
    for (const window of this.windows) {
      if (window.to && !isBefore(to, window.to)) continue;
      const straddles = !window.from || isBefore(window.from, to);
      const left = window.rows?.filter(row => !fresh.has(row.dataset.id) && (!straddles || timeOf(row) <= end));
      behind.push({
        from: straddles ? to : window.from,
        to: window.to,
        rows: left ?? null,
        // of rows that are not known, about as many are left as the window has moved up
        size: left ? left.length : Math.max(1, window.from ? window.size : window.size - rows.length),
        stale: true,
      });
    }
    this.windows = behind.length ? [first, ...joined(behind)] : [first];
  }

  /** The windows as few words: where each begins and how many rows it has. */
  get shape() {
    return { key: this.key, windows: this.windows.map(({ from, size }) => [from, size]), to: this.windows.at(-1).to };
  }

  /** Takes the windows of a shape that was noted before, behind the first window that is there now. */
  reshape({ windows, to }) {
    const first = this.windows[0];
    if (!first.to || windows.length < 2) return;
    this.windows = windows.map(([from, size], at) => ({ from, to: windows[at + 1]?.[0] ?? to, rows: null, size, stale: false }));
    this.rebase(first.rows, first.to);
    // the list was cut exactly here before: nothing lies between
    for (const window of this.windows.slice(1)) window.stale = false;
  }
}

/** Small windows beside each other become one. */
function joined(windows) {
  const all = [];
  for (const window of windows) {
    const before = all.at(-1);
    if (before?.rows && window.rows && before.size + window.size <= 100)
      Object.assign(before, { to: window.to, rows: [...before.rows, ...window.rows], size: before.size + window.size });
    else all.push(window);
  }
  return all;
}
