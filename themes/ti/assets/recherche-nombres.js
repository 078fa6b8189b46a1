/* Reads the times, the numbers of people and the values that a query says, where a type declares that a
   field is one of these: « 30 minutes », « 12 personnes », « en visio ». recherche.js loads it for the
   queries that may say one. */
Archipel.index((() => {
  "use strict";

  const SPELLED = {
    un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, dix: 10, douze: 12,
    quinze: 15, vingt: 20, trente: 30, quarante: 40, cinquante: 50, cent: 100, dizaine: 10, douzaine: 12,
    vingtaine: 20, trentaine: 30, cinquantaine: 50, centaine: 100, two: 2, three: 3, ten: 10, twenty: 20,
  };
  const N = `(?<n>-?\\d+(?:[.,]\\d+)?|${Object.keys(SPELLED).join("|")})`;
  const HALF = "(?:une? )?(?:demi|half)(?: an?)?[- ]?";
  const phrase = (text) => new RegExp("(?<![\\p{L}\\p{N}'-])(?:(?<most>moins d[e']|max(?:imum)?|jusqu'[aà]|au plus|under"
    + "|up to|less than)|(?<least>plus d[e']|au moins|minimum|over|at least|more than))?\\s*(?:une (?=\\p{L}+aine))?"
    + `(?:${text})(?![\\p{L}\\p{M}\\p{N}])`, "u");
  const HOURS = `${N}\\s*(?:heures?|hours?|hrs?|h)(?:\\s*(?<rest>\\d\\d(?!\\d|\\s*(?:pers|part|gens|people))|et demie))?`
    + "(?:\\s*(?:minutes?|min|mn))?";
  // By what a range declares that it is: phrases, each with the interval that it means.
  const READINGS = {
    m: [
      [HOURS, (n, rest) => [n * 60 + (rest === "et demie" ? 30 : Number(rest ?? 0))]],
      [`${N}\\s*(?:minutes?|mins?|mn)`, (n) => [n]],
      [`${HALF}(?:heure|hour)`, () => [30]],
      ["trois quarts d'heure", () => [45]],
      ["(?:un )?quart d'heure", () => [15]],
      [`${HALF}(?:journ[eé]e|day)`, () => [180, 270]],
      ["(?:une |toute (?:une |la ))?journ[eé]e(?: (?:enti[eè]re|compl[eè]te))?|(?:one |a )?full day", () => [360, 480]],
      [`${N}\\s*(?:jours?|journ[eé]es|days?)`, (n) => [n * 360, n * 480]],
    ].map(([text, means]) => [phrase(text), means]),
    p: [[
      phrase(`${N}(?:\\s*(?:[aà]|-|–|to)\\s*(?<rest>\\d+))?\\s*(?:d'|de )?(?:personnes?|participant[·.-]?e?[·.-]?s?`
        + "|pers|gens|agents?|people|persons?|attendees)"),
      // « une personne » is anybody.
      (n, rest, text) => (text === "une" || text === "un" ? null : [n, Number(rest ?? n)]),
    ]],
  };
  const ACCENTS = { a: "aàâ", c: "cç", e: "eéèêë", i: "iîï", o: "oô", u: "uùûü" };
  // `{rest, said: [{name, text, wanted}]}`: what is left of the query, and what was read, `wanted` as
  // filters are. `kept` are texts that stay words.
  return ({ straighten }, query, site, kept) => {
    let rest = query;
    const said = [];
    const spelled = (name) => phrase(straighten(name).normalize("NFD").replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N} '-]/gu, ".").replace(/[aceiou]/g, (letter) => `[${ACCENTS[letter]}]`));
    const take = (expression, wantedOf, name, more) => {
      const match = rest.match(expression);
      const text = match?.[0].trim();
      const wanted = match && !kept.includes(text) && wantedOf(match.groups ?? {});
      if (!wanted) return false;
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
      said.push({ name, text, wanted, ...more });
      return true;
    };
    for (const [name, label, , reading] of site.ranges ?? []) {
      (READINGS[reading] ?? []).some(([expression, means]) => take(expression, ({ n, rest: more, most, least }) => {
        const number = n && (SPELLED[n] ?? Number(n.replace(",", ".")));
        const found = means(number, more, n);
        if (!found) return null;
        const [low, high = low] = found;
        return { min: most ? 0 : low, max: least ? Infinity : high, isTime: reading === "m" };
      }, name, { label }));
    }
    const seen = new Set();
    const values = (site.read ?? []).flatMap(([facet, id, label, ...names]) =>
      [label, ...names].map((name) => ({ facet, id, name })));
    for (const { facet, id, name } of values.sort((left, right) => right.name.length - left.name.length)) {
      if (!seen.has(facet) && take(spelled(name), () => [id], facet)) seen.add(facet);
    }
    return { rest, said };
  };
})());
