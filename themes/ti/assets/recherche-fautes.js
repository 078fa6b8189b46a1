/* Typing errors: what a word may stand for, and the words of the site that look most like a query.
   recherche.js loads it for the queries that need it, and hands it what it is made with. */
Archipel.index((engine) => {
  "use strict";

  const { root, load, shardAt, shardsFor, sharedStart, parse, asWritten, search, LONGEST_WORD } = engine;

  const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST_WORD * 2 + 2));

  /** Damerau-Levenshtein distance (adjacent swaps count one), or most + 1 beyond `most`. */
  function distance(left, right, most) {
    const [width, height] = [right.length, left.length];
    if (Math.abs(height - width) > most || Math.max(width, height) > LONGEST_WORD * 2) return most + 1;
    let [older, old, row] = rows;
    for (let j = 0; j <= width; j += 1) old[j] = j;
    for (let i = 1; i <= height; i += 1) {
      const [from, to] = [Math.max(1, i - most), Math.min(width, i + most)];
      // Beyond the band, anything too far.
      row[from - 1] = from === 1 ? i : most + 1;
      if (to < width) row[to + 1] = most + 1;
      let least = row[from - 1];
      for (let j = from; j <= to; j += 1) {
        let cost = old[j - 1] + (left.charCodeAt(i - 1) === right.charCodeAt(j - 1) ? 0 : 1);
        cost = Math.min(cost, row[j - 1] + 1, old[j] + 1);
        if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
          cost = Math.min(cost, older[j - 2] + 1);
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [older, old, row] = [old, row, older];
    }
    return old[width];
  }

  const reverse = (form) => [...form].reverse().join("");

  /** Reads a file of spelling: for each form, the binary logarithm of its pages. */
  function spelling(text, isBackward, into) {
    let before = "";
    for (const [, shared, rest, weight] of text.matchAll(/([A-Z])([^A-Z0-9]*)(\d)/g)) {
      before = before.slice(0, shared.charCodeAt(0) - 65) + rest;
      into.set(isBackward ? reverse(before) : before, Number(weight));
    }
  }

  /** The forms of the site among which the right one may be. */
  async function knownForms(form, site) {
    const known = new Map();
    if (!site.forward) {
      if (site.known) return site.known;
      const parts = site.core ? [site.core] : [];
      const places = site.shards ? site.shards.forms.map((_, place) => place) : [];
      parts.push(...await Promise.all(places.map((place) => shardAt(site, place))));
      for (const { groups } of parts) {
        for (const group of groups) {
          const weight = Math.log2(1 + group.end - group.start);
          for (const other of group.forms) known.set(other, weight);
        }
      }
      site.known = known;
      return known;
    }
    // One half of the word is intact: its start leads to it in one order, its end in the other.
    const half = Math.ceil(form.length / 2);
    const wanted = [[site.forward, form, false], [site.backward, reverse(form), true]];
    await Promise.all(wanted.flatMap(([files, word, isBackward]) => {
      const places = new Set([files.place(word), ...files.places(word.slice(0, half), 2)]);
      return [...places].slice(0, 2).map(async (place) =>
        spelling(await load(files.file(place)), isBackward, known));
    }));
    return known;
  }

  /** What a word with a typing error may stand for, the nearest first. */
  async function corrections({ word }, site) {
    const { form } = word;
    const most = form.length < 8 ? 1 : 2;
    const shortest = Math.max(4, form.length - most); // a short word has too many neighbours
    const near = [];
    for (const [other, weight] of await knownForms(form, site)) {
      if (other.length < shortest || other === form) continue;
      let far = distance(form, other, most);
      // A half typed word may hold an error too.
      if (far > most && word.isLast && other.length > form.length && form.length > 5) {
        far = distance(form, other.slice(0, form.length), 1) + 0.5;
      }
      if (far > most) continue;
      near.push({ other, rank: far * 10 - weight - (other[0] === form[0] ? 1 : 0), far });
    }
    near.sort((left, right) => left.rank - right.rank || (left.other < right.other ? -1 : 1));
    const closest = Math.min(...near.map(({ far }) => Math.ceil(far)));
    const kept = near.filter(({ far }) => Math.ceil(far) === closest).slice(0, 6);
    const found = await Promise.all(kept.map(async ({ other, far }) => {
      const parts = await shardsFor(other, false, site);
      return parts.flatMap((part) => part.forms.get(other) ?? []).map((group) =>
        ({ group, weight: far > 1.5 ? 0.4 : 0.6, form: other }));
    }));
    return found.flat();
  }

  /** The words of the site that look most like those of a query that finds nothing, at most so many. */
  async function nearest(query, most) {
    const site = await root();
    const near = new Map();
    for (const { form } of parse(query, site.minor).words) {
      for (const [other, weight] of await knownForms(form, site)) {
        const shared = sharedStart(form, other);
        const far = distance(form, other, 4);
        if (other.length < 4 || shared < 4 && far > form.length / 3) continue;
        near.set(other, shared - far + weight / 10);
      }
    }
    const found = [];
    for (const [form] of [...near].sort((left, right) => right[1] - left[1])) {
      // One word of a family is enough.
      if (found.some((other) => sharedStart(other, form) > 4)) continue;
      const { results } = await search(form, { limit: 3, exact: true });
      if (results.length && found.push(asWritten(form, results)) === most) break;
    }
    return found;
  }

  return { corrections, nearest };
});
