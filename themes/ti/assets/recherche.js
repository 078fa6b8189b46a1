/* Search in the page: Archipel.search(query, options), see searchOnce below. Its script tag says where
   things are, and the language of the page. Files of the index are classic scripts that call
   Archipel.index(value), and work from a disk. A query is words, "phrases" and -exclusions. */
(() => {
  "use strict";

  const bearings = document.currentScript?.dataset ?? {};
  const racine = bearings.racine ?? "";
  const rootPath = bearings.index ?? "recherche-index/root.js";
  const folder = rootPath.slice(0, rootPath.lastIndexOf("/") + 1);
  const rootAddress = racine + rootPath;
  const language = (bearings.langue ?? "fr").slice(0, 2);

  const TIME_LIMIT = 15000; // ms for one file
  const LONGEST_QUERY = 1000; // characters
  const MOST_WORDS = 16;
  const LONGEST_WORD = 64; // as in the index
  const MOST_SYNONYMS = 12; // names added to a query
  const MANY_FILES = 40; // of words

  // ---- Loading

  let fresh = ""; // asks the server, past any cache, for the root of an index that has changed
  const loads = new Map(); // file → promise

  /** Takes the value of the file that is running; a second call changes nothing. */
  const index = (value) => document.currentScript.take?.(value);

  function load(file) {
    if (!loads.has(file)) {
      const isRoot = racine + folder + file === rootAddress;
      // Asked for before this script was there, for the first index that it runs on.
      const first = isRoot && !fresh && !("seul" in bearings) && window.Archipel?.first;
      const address = racine + folder + file + (isRoot ? fresh : "");
      const promise = first ? first.catch(() => {}).then((value) => value ?? ask(address)) : ask(address);
      promise.catch(() => loads.delete(file)); // the next search tries again
      loads.set(file, promise);
    }
    return loads.get(file);
  }

  const ask = (address) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = (action, value) => {
      clearTimeout(timer);
      script.take = null;
      script.remove();
      action(value);
    };
    const fail = (cause) => {
      const error = new Error(`recherche : ${address} ${cause}`);
      error.name = "SearchIndexError";
      end(reject, error);
    };
    const timer = setTimeout(() => fail("ne répond pas"), TIME_LIMIT);
    script.take = (value) => end(resolve, value);
    script.onerror = () => fail("est introuvable");
    // Loaded without having called: an error page, or a file cut short.
    script.onload = () => { if (script.take) fail("est illisible"); };
    script.src = address;
    document.head.append(script);
  });

  const assets = new Map(); // address → promise

  /** A part of the engine; nothing when it cannot be had: words then count as they are typed. */
  function part(address) {
    if (!assets.has(address)) {
      assets.set(address, ask(address).catch((error) => {
        assets.delete(address);
        console.warn(error.message);
      }));
    }
    return assets.get(address);
  }

  // ---- Reading the index (formats: Sources/SearchIndexing/Indexing)

  /** Reads numbers from a string: digits from "#", those from 60 on announce more. */
  function reader(text, at = 0, end = text.length) {
    const read = {
      at,
      get more() { return read.at < end; },
      next() {
        let digit = text.charCodeAt(read.at++) - 35;
        if (digit > 56) digit -= 1;
        return digit < 60 ? digit : digit + 31 * read.next();
      },
    };
    return read;
  }

  /** A run of files cut by first form: [first forms, digests]. */
  function run(kind, [firsts, digests]) {
    const forms = firsts.split(",");
    return {
      forms,
      file: (place) => `${kind}.${digests.slice(place * 10, place * 10 + 10)}.js`,
      /** The last file whose first form is not after a form. */
      place(form) {
        let [low, high] = [0, forms.length];
        while (high - low > 1) {
          const middle = (low + high) >> 1;
          if (forms[middle] <= form) low = middle;
          else high = middle;
        }
        return low;
      },
      /** The files that may hold forms with a start, at most so many. */
      places(start, most) {
        const first = this.place(start);
        const found = [first];
        while (found.length < most && forms[found.at(-1) + 1]?.startsWith(start)) {
          found.push(found.at(-1) + 1);
        }
        return found;
      },
    };
  }

  let rootPromise = null;

  function root() {
    rootPromise ??= load(rootPath.slice(folder.length)).then((value, minor = new Set(
      (value.minor[language] ?? value.minor.fr ?? "").split(" "))) => ({
      ...value, minor,
      synonyms: synonyms(value.synonyms, minor),
      foreign: foreign(value),
      last: new Set(value.last && ascending(value.last)),
      core: value.terms && shard(value.terms, 0),
      shards: value.shards && run("f", value.shards),
      forward: value.forward && run("s", value.forward),
      backward: value.backward && run("s", value.backward),
    }));
    rootPromise.catch(() => { rootPromise = null; });
    return rootPromise;
  }

  /** The numbers of a list that grows. */
  function ascending(text) {
    const read = reader(text);
    let number = -1;
    return Array.from({ length: read.next() }, () => (number += read.next() + 1));
  }

  /** Whether a page is in another language than the page that searches. */
  function foreign({ lang = language, langs = {} }) {
    const listed = new Set(Object.entries(langs).flatMap(
      ([tag, pages]) => (lang === language || tag === language ? ascending(pages) : [])));
    return (page) => listed.has(page) === (lang === language);
  }

  /** Groups of words that mean the same: each word as a list of forms. */
  const synonyms = (text, minor) => (text ?? "").split(",").map((group) => group.split("/").map((name) => {
    const words = cut(straighten(name));
    const subjects = words.filter(({ form }) => !minor.has(form));
    return subjects.length ? subjects : words;
  }));

  /** Reads a shard: its forms with their groups; postings wait until they are asked for. */
  function shard([dictionary, postings], number) {
    const groups = [];
    const forms = new Map();
    const read = reader(postings);
    let before = "";
    if (dictionary) {
      for (const entry of dictionary.split("/")) {
        const [rest, ...endings] = entry.slice(1).split(",");
        const stem = before.slice(0, entry.charCodeAt(0) - 65) + rest;
        before = stem;
        const length = read.next();
        const isAcute = endings.at(-1) === "*" && endings.pop() === "*";
        const group = {
          isAcute, forms: endings.length ? endings.map((ending) => stem + ending) : [stem],
          postings, start: read.at, end: read.at + length, place: groups.length, shard: number,
        };
        read.at = group.end;
        groups.push(group);
        for (const form of group.forms) {
          if (forms.has(form)) forms.get(form).push(group);
          else forms.set(form, [group]);
        }
      }
    }
    return { groups, forms };
  }

  const shards = new Map(); // file → promise of a shard

  async function shardAt(site, place) {
    const file = site.shards.file(place);
    if (!shards.has(file)) {
      const promise = load(file).then((value) => shard(value, place + 1));
      promise.catch(() => shards.delete(file));
      shards.set(file, promise);
    }
    return shards.get(file);
  }

  /** The pages of a group: page, level + 4 × fields, title length + 16 × form. */
  function pagesOf(group, site) {
    if (group.pages) return group.pages;
    const [pages, attributes, titles] = [[], [], []];
    const { postings, start, end } = group;
    if (postings[start] === " ") {
      const details = new Map();
      const bits = Math.ceil(site.pages / 6);
      const read = reader(postings, start + 1 + bits, end);
      for (let page = -1; read.more;) {
        page += read.next() + 1;
        const attribute = read.next();
        details.set(page, [attribute, attribute & 4 ? read.next() : 0]);
      }
      for (let place = 0; place < bits; place += 1) {
        let six = postings.charCodeAt(start + 1 + place) - 35;
        if (six > 56) six -= 1;
        for (let bit = 0; bit < 6; bit += 1) {
          if (!(six & (1 << bit))) continue;
          const page = place * 6 + bit;
          const [attribute, title] = details.get(page) ?? [1, 0];
          pages.push(page);
          attributes.push(attribute);
          titles.push(title);
        }
      }
    } else {
      const read = reader(postings, start, end);
      for (let page = -1; read.more;) {
        const step = read.next();
        page += (step >> 1) + 1;
        const attribute = step & 1 ? read.next() : 1;
        pages.push(page);
        attributes.push(attribute);
        titles.push(attribute & 4 ? read.next() : 0);
      }
    }
    group.pages = { pages, attributes, titles };
    return group.pages;
  }

  /** The positions of a group, by page. */
  async function positionsOf(group, site) {
    if (group.positions) return group.positions;
    const digests = await load(site.phraseFile);
    const digest = digests.slice(group.shard * 10, group.shard * 10 + 10);
    const read = reader(await load(`p.${digest}.js`));
    for (let place = 0; place < group.place; place += 1) {
      const length = read.next();
      read.at += length;
    }
    read.next();
    const positions = new Map();
    for (const page of pagesOf(group, site).pages) {
      const list = [];
      for (let position = 0, step = 0; !(step & 1);) {
        step = read.next();
        position += step >> 1;
        list.push(position);
      }
      positions.set(page, list);
    }
    group.positions = positions;
    return positions;
  }

  /** Returns the card of a page: [url, title, type, summary, headings, type’s id, facts]. */
  async function card(page, site) {
    if (site.cards) return site.cards[page];
    const block = Math.floor(page / site.block);
    const digest = site.blocks.slice(block * 10, block * 10 + 10);
    return (await load(`b.${digest}.js`))[page % site.block];
  }

  // ---- Words (the same analysis as Sources/SearchIndexing/Analysis, but for stems)

  const LETTER = "[\\p{L}\\p{M}\\p{N}]";
  const WORD = new RegExp(
    `(?<!${LETTER})\\p{L}(?:#|\\+\\+)(?!${LETTER})|${LETTER}+(?:['.·-]${LETTER}+)*`, "gu");
  // Chinese and Japanese put no spaces between words: each sign is one.
  const SIGNS = "\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
  const IDEOGRAPH = new RegExp(`[${SIGNS}]|[^${SIGNS}]+`, "gu");
  const ELISION = /^(?!c'h|quelqu'une?s?$)(?:[lmtnsjdc]|qu|jusqu|quoiqu|lorsqu|puisqu|presqu|quelqu|entr)'(?=.)/;
  const INCLUSIVE = new RegExp(
    "(?<=..)(?:(?:·\\p{L}{1,7})+|[.-](?:n?e|se|ve|he|t?rice|atrice|t?euse|i?ère|e?sse|i?enne|onne|ive" +
      "|ale|[.]?(?:le|te|fe|f[.]e|elle))(?:[.-]?s)?)$", "u");
  const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", đ: "d", ł: "l", ı: "i" };

  const straighten = (text) => text.normalize("NFC").toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[²³¹⁰⁴-⁹₀-₉ªᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒºᵖʳˢᵗᵘᵛʷˣʸᶻ]/g, (sign) => sign.normalize("NFKC"))
    .replace(/[’‘ʼ′＇]/g, "'").replace(/[‐‑]/g, "-").replace(/[•‧⋅·]/g, "·");

  // An apostrophe that whoever asks has left out: « quelqu un », « lorsqu il ».
  const FORGOTTEN = new RegExp(`(?<!${LETTER})(qu|jusqu|quoiqu|lorsqu|puisqu|presqu|quelqu|entr) (?=\\p{L})`, "gu");
  const asked = (query) => straighten(String(query ?? "").slice(0, LONGEST_QUERY)).replace(FORGOTTEN, "$1'");

  const fold = (word) => word.replace(/['-]/g, "").replace(/[À-ſ]/g, (letter) => {
    const base = letter.normalize("NFD")[0];
    return LIGATURES[letter] ?? (/[a-z]/.test(base) ? base : letter);
  });

  function withoutElision(word) {
    let rest = word;
    while (ELISION.test(rest)) rest = rest.replace(ELISION, "");
    return rest;
  }

  /** Cuts a straightened run into words: as written, folded, with the hyphenated whole. */
  function wordsOf(chunk) {
    const words = [];
    const run = withoutElision(chunk);
    const pieces = /^\p{L}(?:\.\p{L})+$/u.test(run) ? [run.replace(/\./g, "")] // A.D.E.M.E.
      : run.replace(INCLUSIVE, "").split(/[.·]/);
    for (const piece of pieces) {
      const whole = piece.includes("-") ? fold(withoutElision(piece)) : "";
      for (const part of piece.split("-")) {
        for (const raw of withoutElision(part).match(IDEOGRAPH) ?? []) {
          const form = fold(raw);
          if (form && raw.length <= LONGEST_WORD) words.push({ raw, form, whole });
        }
      }
    }
    return words;
  }

  const cut = (text) => (text.match(WORD) ?? []).flatMap(wordsOf);

  // The words of those who ask: they say little of what is looked for, and count little.
  const ASKING = new Set(("veux voudrais voudrait aimerais souhaite cherche chercher besoin aider aide faire" +
    " fais fait font savoir sais voir methode methodes outil outils atelier ateliers seance facon maniere moyen" +
    " fiche fiches exemple bien mieux vraiment juste simple possible existe permet permettre utiliser" +
    " chose choses gens personne personnes arrive avez veut dire quoi sert surtout" +
    " want need looking find method tool workshop way people make help").split(" "));

  // What may be left of two forms of one word once their common start is off.
  const ENDING = new RegExp("^(?:e?s?|x|ux|l|il|aux|al|ales?|r|er|ir|re|ent|ez|ons|ant|ante?s?|ees?" +
    "|ait|aient|era|eront|age|ages|ements?|ations?|ions?|ateurs?|atrices?|eurs?|euses?|rices?|ifs?" +
    "|ives?|iques?|ables?|ites?|iste?s?|ismes?|enne?s?|ere?s?|iere?s?|ances?|ences?|elles?|els?)$");

  /** How many letters two forms start with alike. */
  function sharedStart(left, right) {
    let shared = 0;
    while (shared < left.length && left[shared] === right[shared]) shared += 1;
    return shared;
  }

  /** Whether two folded forms differ in number or gender alone, by the letters they share. */
  function isNumber(left, right, shared) {
    const [first, second] = [left.slice(shared), right.slice(shared)];
    return shared >= 3 && (/^(e?s?|x)$/.test(first) && /^(e?s?|x)$/.test(second)
      || /^(i?l|ux)$/.test(first) && /^(i?l|ux)$/.test(second));
  }

  /** Whether two folded forms are likely inflections of one word: how much they share, or 0. */
  function inflection(typed, form) {
    const shared = sharedStart(typed, form);
    if (isNumber(typed, form, shared)) return shared + 0.5;
    return shared >= 5 && ENDING.test(typed.slice(shared)) && ENDING.test(form.slice(shared))
      ? shared : 0;
  }

  /** How far a form means what another does: itself, its number or gender, or its family. */
  const alike = (typed, form) => typed === form ? 1
    : isNumber(typed, form, sharedStart(typed, form)) ? 0.9 : 0.5;

  /** Reads a query: words, phrases (lists of words with their places), exclusions. */
  function parse(query, minor) {
    const text = asked(query)
      .replace(/(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)/g, (number) => number.replace(/\s/g, ""));
    const words = [];
    const phrases = [];
    const excluded = [];
    const parts = text.match(/["«“][^"»”]*["»”]?|[^\s"«“]+/g) ?? [];
    for (const part of parts) {
      const found = cut(part);
      if (/^["«“]/.test(part)) {
        const kept = found.map((word, place) => ({ ...word, place }))
          .filter((word) => !minor.has(word.form) && (word.form.length > 1 || /\d/.test(word.form)));
        // French quotes are also those of a pasted title: without the phrase, its words will do.
        if (kept.length > 1) phrases.push(Object.assign(kept, { isSoft: part[0] === "«" }));
        words.push(...found);
      } else if (/^-[^-]/.test(part)) {
        excluded.push(...found);
      } else {
        words.push(...found);
      }
    }
    const seen = new Set();
    const distinct = words.filter(({ form }) => !seen.has(form) && seen.add(form));
    const subjects = distinct.filter(({ form }) => !minor.has(form));
    const kept = (subjects.length ? subjects : distinct).slice(0, MOST_WORDS);
    // The last word may be half typed, unless something follows it.
    const last = words.at(-1);
    if (last && kept.at(-1)?.form === last.form && /[\p{L}\p{N}]$/u.test(text)) {
      kept[kept.length - 1] = { ...kept.at(-1), isLast: true };
    }
    return { words: kept, minors: distinct.filter(({ form }) => minor.has(form)), phrases, excluded };
  }

  // ---- Numbers and values in a query, read by a file that others do not need

  const MEASURE = /\d|heure|hour|minute|journ|jour|day|personne|people|participant/;

  /** Reads what a query says beside its words: `{rest, said}`, as recherche-nombres.js tells. */
  async function readNumbers(query, site, kept) {
    const text = asked(query);
    const folded = fold(text);
    const isRead = site.ranges?.some(([, , , reading]) => reading) && MEASURE.test(text)
      || site.read?.some(([, , ...names]) => names.some((name) => folded.includes(fold(straighten(name)))));
    if (!isRead || /["«“]/.test(text)) return { rest: text, said: [] };
    const read = await part(bearings.nombres);
    return read ? read({ straighten }, text, site, kept) : { rest: text, said: [] };
  }

  // ---- From a word to its groups

  /** The groups of a form in a shard, exact or inflected; « marché » is not « marche ». */
  function lookUp(form, { forms }, raw = form) {
    let exact = forms.get(form);
    if (exact) {
      const isAcute = /ée?s?$/.test(raw);
      if (isAcute && exact.some((group) => group.isAcute)) exact = exact.filter((group) => group.isAcute);
      const isTwofold = exact.some((group) => group.isAcute !== exact[0].isAcute);
      return exact.map((group) => ({ group, weight: isTwofold && group.isAcute ? 0.8 : 1, form }));
    }
    let [best, found] = [0, []];
    for (const [other, groups] of forms) {
      if (other.charCodeAt(0) !== form.charCodeAt(0)) continue;
      const shared = inflection(form, other);
      if (shared > best) [best, found] = [shared, []];
      if (shared && shared === best) found.push(...groups);
    }
    return [...new Set(found)].map((group) => ({ group, weight: 0.9, form }));
  }

  /** The groups with a form that starts as typed. */
  function complete(start, { forms }, weight) {
    const found = new Map();
    for (const [form, groups] of forms) {
      if (form.length <= start.length || !form.startsWith(start)) continue;
      for (const group of groups) {
        const nearness = weight * (0.7 + 0.3 * start.length / form.length);
        if (nearness > (found.get(group)?.weight ?? 0)) {
          found.set(group, { group, weight: nearness, form, isStart: true });
        }
      }
    }
    return [...found.values()];
  }

  /** The shards for a form: the root's own when it knows the form, else those of its range. */
  async function shardsFor(form, isLast, site) {
    const found = site.core ? [site.core] : [];
    if (!site.shards) return found;
    const isKnown = site.core && (lookUp(form, site.core).length
      || isLast && form.length > 2 && complete(form, site.core, 1).length);
    if (isKnown) return found;
    const places = site.shards.places(form, isLast && form.length > 2 ? 3 : 1);
    return found.concat(await Promise.all(places.map((place) => shardAt(site, place))));
  }

  /** The groups that hold a form as it is. */
  const exactly = (form, parts, weight) => parts.flatMap((part) => part.forms.get(form) ?? [])
    .map((group) => ({ group, weight, form }));

  // Small numbers are written either way.
  const NUMBERS = new Map("deux trois quatre cinq six sept huit neuf dix onze douze".split(" ")
    .flatMap((word, at) => [[word, `${at + 2}`], [`${at + 2}`, word]]));

  /** Everything that a typed word may stand for. */
  async function alternatives({ form, raw, whole, isLast }, site) {
    const twin = NUMBERS.get(form);
    const [own, ofWhole, ofTwin] = await Promise.all([
      shardsFor(form, isLast, site), whole ? shardsFor(whole, false, site) : [],
      twin ? shardsFor(twin, false, site) : [],
    ]);
    const wholes = exactly(whole, ofWhole, 1);
    let found = own.flatMap((part) => lookUp(form, part, raw));
    if (found.some(({ weight }) => weight === 1)) found = found.filter(({ weight }) => weight !== 0.9);
    // A compound that the site has is meant whole, before its parts.
    if (wholes.length) found = found.map((other) => ({ ...other, weight: other.weight / 2 }));
    if (isLast) {
      found.push(...own.flatMap((part) => complete(form, part, found.length ? 0.55 : 0.85)));
    }
    return found.concat(wholes, exactly(twin, ofTwin, 0.9));
  }

  /** Adds to terms what means the same, a little below them. */
  async function addSynonyms(terms, site) {
    const spans = [];
    // Two words that the site writes as one: « brise glace », « ice breaker ».
    const isKnown = ({ alternatives: found }) => found.some(({ weight }) => weight === 1);
    await Promise.all(terms.slice(1).map(async ({ word }, at) => {
      if (terms.slice(at, at + 2).every(isKnown)) return;
      const form = terms[at].word.form + word.form;
      const found = exactly(form, await shardsFor(form, false, site), 0.9);
      if (!found.length) return;
      for (const term of terms.slice(at, at + 2)) (term.others ??= []).push(...found);
    }));
    // A relative will do in a name of several words, and for a word that the site lacks.
    const holds = (term, { form }, isLong) => term && (alike(term.word.form, form) >= 0.9
      || (isLong || !isKnown(term)) && inflection(term.word.form, form) > 0);
    for (const group of site.synonyms) {
      for (const name of group) {
        for (let at = 0; at < terms.length; at += 1) {
          const isWhole = name[0]?.whole && name[0].whole === terms[at].word.form;
          const isThere = name.every((word, place) => holds(terms[at + place], word, name.length > 1));
          if (!isWhole && !isThere) continue;
          const span = terms.slice(at, at + (isWhole ? 1 : name.length));
          spans.push([span, group.filter((other) => other !== name)]);
        }
      }
    }
    // Each name may ask for a file more of a large site.
    const most = site.shards?.forms.length > MANY_FILES ? 2 : MOST_SYNONYMS;
    const asked = spans.flatMap(([span, names]) => names.map((name) => [span, name])).slice(0, most);
    await Promise.all(asked.map(async ([span, name]) => {
      const lists = await Promise.all(name.map(async ({ form, raw }) =>
        (await shardsFor(form, false, site)).flatMap((part) => lookUp(form, part, raw))));
      for (const term of span) {
        const weight = SYNONYM[term.alternatives.length ? 1 : 0];
        (term.others ??= []).push(...(lists.length > 1 ? together(lists, site)
          : lists[0] ?? []).map((found) => ({ ...found, weight: weight * found.weight })));
      }
    }));
    for (const term of terms) {
      if (!term.others) continue;
      // A word that the site's synonyms know is whole.
      term.alternatives = term.alternatives.filter(({ isStart }) => !isStart).concat(term.others);
    }
  }

  /** The pages that hold all words of a name, as those of one group. */
  function together(lists, site) {
    const counts = new Map();
    for (const list of lists) {
      const best = new Map();
      for (const { group } of list) {
        const { pages, attributes } = pagesOf(group, site);
        pages.forEach((page, at) => best.set(page, (best.get(page) ?? 0) | attributes[at]));
      }
      for (const [page, attribute] of best) {
        const [count, all] = counts.get(page) ?? [0, 63];
        counts.set(page, [count + 1, all & attribute]);
      }
    }
    const kept = [...counts].filter(([, [count]]) => count === lists.length);
    const pages = kept.map(([page]) => page);
    return [{ weight: 1, form: "", group: {
      forms: lists.flat().flatMap(({ group }) => group.forms), end: pages.length, start: 0,
      pages: { pages, attributes: kept.map(([, [, all]]) => all || 1), titles: pages.map(() => 15) },
    } }];
  }

  // ---- Typing errors, in a file of their own that few queries need

  /** `{corrections, nearest}`, as recherche-fautes.js makes them. */
  async function spelling() {
    const make = await part(bearings.fautes);
    return make ? make({
      root, load, shardAt, shardsFor, sharedStart, parse, asWritten, LONGEST_WORD, search: searchOnce,
    }) : { corrections: () => [], nearest: () => [] };
  }

  // ---- Ranking: BM25F over coarse levels, made when the index was

  const BODY = [0, 0.4, 1.2, 1.7];
  const FIELDS = [7, 3, 2, 2.2]; // title and names, tags and subjects, headings, summary
  const FAMILY = 8; // what a title weighs less for a word of which it has but a relative
  const SATURATION = 3;
  const SYNONYM = [0.9, 0.65]; // of a word that the site lacks, of one that it has
  const ASKED = 0.4; // a word of those who ask
  const LAST = 0.7; // a page that comes after the others
  const WHOLE = 1.4; // a title that the query gives whole
  const WEIGHTS = Array.from({ length: 64 }, (_, attribute) => FIELDS.reduce(
    (sum, weight, field) => sum + ((attribute >> (2 + field)) & 1) * weight, BODY[attribute & 3]));

  /** Adds up what the terms give to each page. */
  function rank(terms, site) {
    const score = new Float32Array(site.pages);
    const matched = new Uint8Array(site.pages);
    const rarities = new Float32Array(site.pages); // of the words that match, added up
    const inTitle = new Float32Array(site.pages); // the same for those in the title
    const inSubject = new Float32Array(site.pages); // and for those in what says what the page is about
    const titleWords = new Uint8Array(site.pages);
    const titleLength = new Uint8Array(site.pages);
    let total = 0;
    for (const { word, alternatives: found } of terms) {
      const best = new Map();
      const count = found.reduce(
        (sum, { group, weight }) => sum + weight * pagesOf(group, site).pages.length, 0);
      // The power: on a few pages, many a word is rare by chance.
      const rarity = Math.log(1 + (site.pages + 0.5) / (Math.min(count, site.pages) + 0.5)) ** 0.45
        * (ASKING.has(word.form) && terms.length > 1 ? ASKED : 1);
      total += rarity;
      for (const { group, weight, form } of found) {
        const likeness = group.forms.map((other) => alike(form, other));
        const { pages, attributes, titles } = pagesOf(group, site);
        for (let at = 0; at < pages.length; at += 1) {
          const page = pages[at];
          const attribute = attributes[at];
          let strength = WEIGHTS[attribute];
          let isInTitle = 0;
          if (attribute & 4) {
            isInTitle = likeness[titles[at] >> 4] ?? 0.5;
            strength += FAMILY * (isInTitle - 1);
            titleLength[page] = titles[at] & 15;
          }
          const value = weight * rarity * strength / (strength + SATURATION);
          const old = best.get(page);
          const isSubject = weight * (attribute > 3 ? 1 : 0);
          if (old === undefined || value > old[0]) best.set(page, [value, isInTitle, isSubject]);
        }
      }
      for (const [page, [value, isInTitle, isSubject]] of best) {
        inSubject[page] += isSubject * rarity;
        score[page] += value;
        matched[page] += 1;
        rarities[page] += rarity;
        if (isInTitle) {
          inTitle[page] += rarity * isInTitle;
          titleWords[page] += 1;
        }
      }
    }
    const pages = [];
    let most = 0;
    for (let page = 0; page < site.pages; page += 1) {
      if (!matched[page]) continue;
      const isWhole = titleWords[page] >= Math.max(titleLength[page], terms.length) && titleWords[page] > 0;
      if (inTitle[page]) {
        const coverage = Math.min(1, titleWords[page] / Math.max(1, titleLength[page]));
        score[page] += 0.3 * inTitle[page] * coverage;
      }
      // A page that lacks a word of the query is the lower the rarer the word is.
      score[page] *= (1 + 1.5 * inSubject[page] / total) * (rarities[page] / total) ** 0.4
        * (isWhole ? WHOLE : site.last.has(page) ? LAST : 1);
      most = Math.max(most, matched[page]);
      pages.push(page);
    }
    return { pages, score, matched, inTitle, titleWords, titleLength, most };
  }

  /** Adds corrections to the words that need them, and keeps them where they lead further. */
  async function correct(terms, ranking, site) {
    const isWeak = ranking.most < terms.length
      || terms.length === 1 && !ranking.pages.some((page) => ranking.inTitle[page])
        && (ranking.pages.length < 4 || !terms[0].alternatives.some(({ weight }) => weight === 1));
    if (!isWeak) return { ranking, corrected: [] };
    const count = (term) => term.alternatives.reduce(
      (sum, { group, weight }) => sum + weight * pagesOf(group, site).pages.length, 0);
    // A word that the site has is meant as it is written.
    const isKnown = ({ others, alternatives: found }) => others
      || found.some(({ group, weight }) => weight === 1 && pagesOf(group, site).pages.length);
    const suspects = terms.filter((term) => term.word.form.length > 2 && !isKnown(term))
      .sort((left, right) => count(left) - count(right)).slice(0, 3);
    const corrected = [];
    let best = ranking;
    for (const term of suspects) {
      if (best.most === terms.length && terms.length > 1) break;
      const found = await (await spelling()).corrections(term, site);
      if (!found.length) continue;
      const before = term.alternatives;
      term.alternatives = before.concat(found);
      const next = rank(terms, site);
      if (next.most > best.most || terms.length === 1) {
        best = next;
        corrected.push({ word: term.word, found });
      } else {
        term.alternatives = before;
      }
    }
    return { ranking: best, corrected };
  }

  // ---- Phrases, exclusions, filters

  async function pagesWithPhrase(phrase, site) {
    const places = await Promise.all(phrase.map(async ({ form, raw, place }) => {
      const parts = await shardsFor(form, false, site);
      const groups = parts.flatMap((part) => lookUp(form, part, raw)).map(({ group }) => group);
      const all = await Promise.all(groups.map((group) => positionsOf(group, site)));
      return { place, at: (page) => all.flatMap((positions) => positions.get(page) ?? []), all };
    }));
    const [first, ...others] = places;
    const pages = new Set();
    for (const page of first.all.flatMap((positions) => [...positions.keys()])) {
      const holds = first.at(page).some((start) => others.every(
        (other) => other.at(page).includes(start + other.place - first.place)));
      if (holds) pages.add(page);
    }
    return pages;
  }

  async function pagesWith(words, site) {
    const pages = new Set();
    for (const word of words) {
      for (const part of await shardsFor(word.form, false, site)) {
        for (const { group } of lookUp(word.form, part, word.raw)) {
          for (const page of pagesOf(group, site).pages) pages.add(page);
        }
      }
    }
    return pages;
  }

  const tables = new Map(); // file → its facets or ranges, read

  async function table(file, read) {
    if (!file) return [];
    if (!tables.has(file)) tables.set(file, (await load(file)).map(read));
    return tables.get(file);
  }

  const readFacet = ([name, label, values]) => ({
    name, label, values: values.map(([id, valueLabel, text]) => {
      const read = reader(text);
      let page = -1;
      const pages = Array.from({ length: read.next() }, () => (page += read.next() + 1));
      return { id, label: valueLabel, pages };
    }),
  });

  const readRange = ([name, label, unit, text]) => {
    const bounds = new Map();
    const read = reader(text);
    for (let page = 0; read.more; page += 1) {
      const low = read.next();
      if (low) bounds.set(page, [low - 1, low - 1 + read.next()]);
    }
    return { name, label, unit, bounds };
  };

  /** Whether a text names a value of a facet, whatever its accents and letter case. */
  const names = ({ id, label }, text) => [id, label].some(
    (name) => fold(straighten(name)) === fold(straighten(String(text))));

  /** Returns the set of pages of each filter, by name. */
  async function filterSets(filters, facets, site) {
    const sets = new Map();
    const ranges = await table(Object.values(filters).some(isInterval) && site.rangeFile, readRange);
    for (const [name, wanted] of Object.entries(filters)) {
      const pages = new Set();
      if (isInterval(wanted)) {
        const range = ranges.find((other) => other.name === name);
        for (const [page, [low, high]] of range?.bounds ?? []) {
          // What is read of a time keeps what fits in it, but not what is over long before.
          const least = (wanted.min ?? 0) / (wanted.isTime && wanted.max < Infinity ? 2 : 1);
          if (low <= (wanted.max ?? Infinity) && high >= least && (wanted.max ?? 1) > 0) pages.add(page);
        }
      } else {
        for (const value of facets.find((facet) => facet.name === name)?.values ?? []) {
          if (![wanted].flat().some((text) => names(value, text))) continue;
          for (const page of value.pages) pages.add(page);
        }
      }
      sets.set(name, pages);
    }
    return sets;
  }

  /** Puts what lasts long enough first. */
  async function favourNear(said, { pages, score }, site) {
    const ranges = await table(said.length && site.rangeFile, readRange);
    for (const { name, wanted } of said) {
      const bounds = ranges.find((range) => range.name === name)?.bounds;
      if (!bounds || wanted.max === Infinity) continue;
      for (const page of pages) {
        const [, high] = bounds.get(page) ?? [0, 0];
        const nearness = Math.min(1, high / Math.max(1, wanted.min));
        score[page] = (score[page] || 1) * (1 + nearness) / 2;
      }
    }
  }

  const isInterval = (wanted) =>
    wanted !== null && typeof wanted === "object" && !Array.isArray(wanted);

  /** Counts the pages of each value, leaving out the facet's own filter. */
  function counted(facets, pages, sets) {
    return facets.map(({ name, label, values }) => {
      const kept = new Set(pages.filter(
        (page) => [...sets].every(([other, set]) => other === name || set.has(page))));
      return {
        name, label, values: values.map((value) => ({
          id: value.id, label: value.label,
          count: value.pages.reduce((sum, page) => sum + (kept.has(page) ? 1 : 0), 0),
        })),
      };
    });
  }

  // ---- What is shown

  /** Cuts a text into [{text, mark}], the words that a test accepts marked. */
  function parts(text, test) {
    const found = [];
    const add = (piece, mark) => {
      if (!piece) return;
      if (found.at(-1)?.mark === mark) found.at(-1).text += piece;
      else found.push({ text: piece, mark });
    };
    let end = 0;
    const run = new RegExp(WORD.source.replace("['.", "['’."), "gu");
    for (const match of String(text).matchAll(run)) {
      const words = wordsOf(straighten(match[0]));
      if (!words.some(({ form, whole }) => test(form) || whole && test(whole))) continue;
      // The elided word before it is not marked.
      const elided = match[0].length - withoutElision(straighten(match[0])).length;
      const start = match.index + (elided > 0 ? elided : 0);
      add(text.slice(end, start), false);
      end = match.index + match[0].length;
      add(text.slice(start, end), true);
    }
    add(text.slice(end), false);
    return found;
  }

  /** Returns a test of folded words against a query, for a page that has no index at hand. */
  function matcher(query) {
    const { words } = parse(query, new Set(["de", "la", "le", "les", "des", "et", "du", "en"]));
    return (form) => words.some((word) => word.form === form || word.whole === form
      || inflection(word.form, form) > 0);
  }

  /** Sorts a page of results again, now that titles can be compared as they are written. */
  function polish(found, parsed) {
    const typed = new Set([...parsed.words, ...parsed.minors].map(({ raw }) => raw));
    const forms = new Set([...parsed.words, ...parsed.minors].map(({ form }) => form));
    for (const entry of found) {
      const words = cut(straighten(entry.card[1]));
      const share = (count) => count / Math.max(1, words.length, forms.size);
      entry.rank = entry.score * (1
        + 0.04 * share(words.filter(({ raw }) => typed.has(raw)).length)
        + 0.06 * share(words.filter(({ form }) => forms.has(form)).length));
      const last = parsed.words.at(-1);
      if (last?.isLast && words.some(({ form }) => form.startsWith(last.form))) entry.rank *= 1.03;
    }
    found.sort((left, right) => left.place - right.place || right.rank - left.rank || left.page - right.page);
  }

  function result({ card, rank: score }, marked) {
    const [url, title, type, summary, headings, sign = "", facts = ""] = card;
    const test = (form) => marked.has(form);
    const inSummary = parts(summary, test);
    const inHeadings = headings ? parts(headings, test) : [];
    const isMarked = (list) => list.some(({ mark }) => mark);
    const excerpt = !isMarked(inSummary) && isMarked(inHeadings) ? inHeadings : inSummary;
    return {
      url, title, summary, type, sign, facts: facts.split("|"), score, titleParts: parts(title, test), excerpt,
    };
  }

  /** A word as the results write it, accents included. */
  function asWritten(form, results) {
    for (const { title, summary } of results) {
      const words = cut(straighten(`${title} ${summary}`));
      const word = words.find((other) => other.form === form);
      if (word) return word.raw;
    }
    return form;
  }

  const termsOf = (words, site) => Promise.all(words.map(async (word) =>
    ({ word, alternatives: await alternatives(word, site) })));

  /** Whether a query is most of a title, what was read as numbers and values included: « journée » is of
      « Hackathon d’une journée », « à distance » is not of « World Café ». */
  async function isTitle(query, rest, site) {
    const [whole, left] = await Promise.all([query, rest].map(async (text) => {
      const { words } = parse(text, site.minor);
      return { ...rank(await termsOf(words, site), site), words };
    }));
    return whole.pages.some((page) => whole.titleWords[page] > Math.max(1, left.titleWords[page])
      && whole.titleWords[page] >= 0.6 * Math.max(whole.titleLength[page], whole.words.length));
  }

  /** Searches: `{total, results, said, corrected, facets}`. A result is `{url, title, summary, type, sign,
      facts, score, titleParts, excerpt, isForeign}`; `said` is what was read beside words, `{name, text,
      isMet}`, but for the texts that are `kept`; `corrected` is the query as understood, or null; `exact`
      corrects nothing. `filters` are `{name: [id, …]}` or `{name: {min, max}}`. Rejects when a file of the
      index cannot be had. */
  async function searchOnce(query, {
    limit = 10, offset = 0, filters = {}, facets = false, exact = false, kept = [],
  } = {}) {
    const site = await root();
    let { rest, said } = await readNumbers(query, site, kept);
    if (said.length && await isTitle(query, rest, site)) [rest, said] = [query, []];
    const parsed = parse(rest, site.minor);
    // « un atelier pour 12 personnes » asks for nothing else.
    if (said.length && parsed.words.every(({ form }) => ASKING.has(form))) parsed.words = [];
    const asked = Object.entries(filters).filter(([, wanted]) => wanted && [wanted].flat().length);
    const names = asked.map(([name]) => name);
    const lists = facets || names.length ? [
      ...await table(site.facetFile, readFacet),
      ...(facets || names.includes("tag") ? await table(site.tagFile, readFacet) : []),
    ] : [];
    const sets = await filterSets(Object.fromEntries(asked), lists, site);
    const readings = said.length && await filterSets(
      Object.fromEntries(said.map(({ name, wanted }) => [name, wanted])),
      await table(site.facetFile, readFacet), site);

    let ranking;
    let corrected = [];
    const marked = new Set();
    if (parsed.words.length) {
      let terms = await termsOf(parsed.words, site);
      // One or two letters that lead nowhere are the start of a word: titles will tell.
      if (terms.length > 1) {
        terms = terms.filter(({ word, alternatives: found }) => found.length || word.form.length > 2);
      }
      if (!exact) await addSynonyms(terms, site);
      ranking = rank(terms, site);
      if (!exact) ({ ranking, corrected } = await correct(terms, ranking, site));
      for (const { alternatives: found } of terms) {
        for (const { group } of found) for (const form of group.forms) marked.add(form);
      }
    } else {
      const isAll = names.length || facets || said.length;
      const pages = isAll ? Array.from({ length: site.pages }, (_, page) => page) : [];
      ranking = { pages, score: new Float32Array(site.pages), matched: new Uint8Array(site.pages), most: 0 };
    }

    const excluded = await pagesWith(parsed.excluded, site);
    const phrases = await Promise.all(parsed.phrases.map((phrase) => pagesWithPhrase(phrase, site)));
    const wanted = phrases.filter((pages, at) => pages.size || !parsed.phrases[at].isSoft);
    const matching = ranking.pages.filter(
      (page) => !excluded.has(page) && wanted.every((pages) => pages.has(page)));
    let allowed = matching;
    for (const reading of said) {
      const left = allowed.filter((page) => readings.get(reading.name).has(page));
      reading.isMet = left.length > 0;
      if (left.length || !parsed.words.length) allowed = left;
    }
    await favourNear(said.filter(({ isMet, wanted }) => isMet && wanted.isTime), ranking, site);
    const most = allowed.reduce((best, page) => Math.max(best, ranking.matched[page]), 0);
    const best = allowed.reduce((high, page) => Math.max(high, ranking.score[page]), 0);
    const candidates = allowed.filter(
      (page) => ranking.matched[page] >= most * 0.6 || ranking.score[page] > best / 2);
    const pages = candidates.filter((page) => [...sets.values()].every((set) => set.has(page)));
    const { score } = ranking;
    // The language of the page first, unless what another has is far nearer.
    const top = (isOther) => pages.reduce(
      (high, page) => (site.foreign(page) === isOther ? Math.max(high, score[page]) : high), 0);
    const isLocalFirst = top(false) >= 0.6 * top(true);
    const place = (page) => (site.foreign(page) === isLocalFirst ? 1 : 0);
    pages.sort((left, right) => place(left) - place(right) || score[right] - score[left]
      || site.last.has(left) - site.last.has(right) || left - right);

    const shown = await Promise.all(pages.slice(offset, offset + limit).map(async (page) =>
      ({ page, place: place(page), score: score[page], card: await card(page, site) })));
    if (parsed.words.length) polish(shown, parsed);
    const results = shown.map((entry) => ({ ...result(entry, marked), isForeign: site.foreign(entry.page) }));
    return {
      total: pages.length,
      results,
      said: said.map(({ name, text, isMet, wanted }) => ({ name, text, isMet, wanted })),
      corrected: corrected.length && pages.length ? corrected.reduce((text, { word, found }) => {
        const other = found.find(({ group }) => pages.slice(0, limit).some(
          (page) => pagesOf(group, site).pages.includes(page)))?.form ?? found[0].form;
        return text.replace(word.raw, asWritten(other, results));
      }, straighten(String(query)).slice(0, LONGEST_QUERY)) : null,
      facets: facets ? counted(lists, candidates, sets) : [],
    };
  }

  /** Searches; when the index changed under a page that is open, once more with the new one. */
  async function search(query, options = {}) {
    try {
      return await searchOnce(query, options);
    } catch (error) {
      if (error.name !== "SearchIndexError" || fresh || location.protocol === "file:") throw error;
      fresh = `?${Date.now()}`;
      loads.clear();
      rootPromise = null;
      return searchOnce(query, options);
    }
  }

  /** What the filters offer: `{pages, facets: [[name, label]], ranges: [[name, label, unit]]}`. */
  const outline = async () => {
    const { pages, facets, ranges = [], tagFile } = await root();
    return { pages, facets, ranges, hasTags: Boolean(tagFile) };
  };

  window.Archipel = Object.assign(window.Archipel ?? {}, {
    index, search, outline, nearest: async (...words) => (await spelling()).nearest(...words),
    names, parts, matcher, racine,
  });
})();
