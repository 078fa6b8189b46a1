// Retouches an open page: where only its prose has changed, the new words take the place of the old ones,
// and all else stays as it is. What scripts may have taken hold of is never touched: the page is then
// loaded anew.
const archipelRetouche = (() => {
  "use strict";
  const held = "script, style, link, template, iframe, object, button, input, select, textarea, form, "
    + "details, dialog, audio, video, canvas, svg, h1, h2, h3, h4, h5, h6, [id], [hidden]";
  const changeable = new Set(["href", "src", "srcset", "sizes", "alt", "title", "width", "height",
    "datetime", "content", "lang", "dir", "start", "cite"]);
  const parse = (text) => new DOMParser().parseFromString(text, "text/html");

  const isProse = (node) => node.nodeType === Node.TEXT_NODE
    || (node.nodeType === Node.ELEMENT_NODE && !node.matches(held) && !node.querySelector(held));
  const isSameKind = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName;

  // The preview's own script, which bears the digest of the page.
  const isOwn = (node) => node.nodeName === "SCRIPT" && node.dataset.page !== undefined;
  const isData = (node) => node.nodeName !== "SCRIPT" || node.type === "application/ld+json";

  /** What makes `live`, made from `old`, what `next` is: functions to call, or nothing if it cannot be. */
  function edits(old, next, live) {
    if (old.isEqualNode(next)) return [];
    if (!live || !isSameKind(old, next) || !isSameKind(old, live)) return null;
    if (old.nodeType === Node.TEXT_NODE) {
      return live.data === old.data ? [() => { live.data = next.data; }] : null;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) return null;
    if (isOwn(old)) return [];
    const own = attributes(old, next, live);
    const inner = own && children([...old.childNodes], [...next.childNodes], live);
    return inner && [...own, ...inner];
  }

  function attributes(old, next, live) {
    const names = new Set([...old.getAttributeNames(), ...next.getAttributeNames()]);
    const changed = [...names].filter((name) => old.getAttribute(name) !== next.getAttribute(name));
    const may = changed.every((name) => changeable.has(name)
      && live.getAttribute(name) === old.getAttribute(name));
    if (!isData(old) || (changed.length && (!may || old.matches("link, script")))) return null;
    return changed.map((name) => () => {
      if (next.hasAttribute(name)) live.setAttribute(name, next.getAttribute(name));
      else live.removeAttribute(name);
    });
  }

  function children(old, next, parent) {
    const live = [...parent.childNodes].filter(({ localName }) => localName !== "archipel-apercu");
    if (live.length !== old.length) return null; // a script was here
    let start = 0;
    while (start < Math.min(old.length, next.length) && old[start].isEqualNode(next[start])) start += 1;
    let end = 0;
    while (end < Math.min(old.length, next.length) - start
      && old.at(-1 - end).isEqualNode(next.at(-1 - end))) end += 1;
    const before = old.slice(start, old.length - end);
    const after = next.slice(start, next.length - end);
    const here = live.slice(start, live.length - end);
    if (before.length === after.length) {
      const each = before.map((node, place) => edits(node, after[place], here[place]));
      if (each.every(Boolean)) return each.flat();
    }
    const isFree = here.every((node, place) => node.isEqualNode(before[place]));
    if (!isFree || ![...before, ...after].every(isProse)) return null;
    return [() => {
      const place = live[live.length - end] ?? null;
      for (const node of here) node.remove();
      for (const node of after) parent.insertBefore(document.importNode(node, true), place);
    }];
  }

  /** Makes the page what another text says; gives back whether it could. */
  return (oldText, nextText) => {
    if (document.querySelector("template")) return false; // what is in one cannot be compared
    const changes = edits(parse(oldText).documentElement, parse(nextText).documentElement,
      document.documentElement);
    for (const change of changes ?? []) change();
    return changes !== null;
  };
})();
