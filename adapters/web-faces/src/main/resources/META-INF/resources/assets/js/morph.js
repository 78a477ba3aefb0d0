// Making one part of a page equal to another while everything that stays keeps its place, focus and movement.

/** Makes `mine` equal to `theirs`, which is used up. Children with a `data-key` are the same as long as their key is. */
export function morph(mine, theirs) {
  if (mine.isEqualNode(theirs) && !mine.matches?.('select, :has(select)')) return;
  if (!alike(mine, theirs)) {
    mine.replaceWith(theirs);
    return;
  }
  if (mine.nodeType !== Node.ELEMENT_NODE) {
    mine.nodeValue = theirs.nodeValue;
    return;
  }
  // what somebody is choosing from, or has just chosen, stays as it is
  if (mine.localName === 'select' && (mine === document.activeElement || mine.ariaBusy === 'true')) return;
  dress(mine, theirs);
  children(mine, theirs);
  if (mine.localName === 'select') mine.value = theirs.value;
}

function dress(mine, theirs) {
  for (const { name } of [...mine.attributes]) if (!theirs.hasAttribute(name)) mine.removeAttribute(name);
  for (const { name, value } of theirs.attributes) if (mine.getAttribute(name) !== value) mine.setAttribute(name, value);
}

function children(mine, theirs) {
  let at = mine.firstChild;
  const staying = new Set([...theirs.children].map(key));
  for (const wanted of [...theirs.childNodes]) {
    const same = key(wanted) ? [...mine.children].find(it => key(it) === key(wanted)) : at;
    // what is moved loses the focus, so what is in its way goes instead, as far as nobody needs it
    while (same && at !== same && at && !(key(at) && staying.has(key(at)))) at = without(at);
    if (!same || !alike(same, wanted)) {
      mine.insertBefore(wanted, at);
      continue;
    }
    if (same !== at) mine.insertBefore(same, at);
    else at = at.nextSibling;
    morph(same, wanted);
  }
  while (at) at = without(at);
}

/** Removes a node; gives the one behind it. */
function without(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function alike(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName && key(one) === key(other);
}

const key = node => node.dataset?.key ?? '';
