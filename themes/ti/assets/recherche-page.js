/* The faces of the search: suggestions in the header, the search page, and the words marked on the
   page reached. recherche-amorce.js loads it after recherche.js, when it is needed, and has made the
   field of the header a combobox that `/` reaches. Enhances this markup, which works without it:

   <form role="search" data-recherche action="a-z/" data-page="recherche/">
     <label for="q-entete">…</label> <input type="search" name="q" id="q-entete" autocomplete="off">
     <button>…</button></form>

   <div data-recherche-page data-toutes="a-z/">
     <form>… <input name="q"> <button>…</button></form>
     <div data-filtres></div> <p role="status" data-statut></p> <ol data-resultats></ol></div>

   The words shown come from data-mot-… of the form and of the page, in these keys (French is the
   default; `{n}` is a number, `{q}` a query):

   key             fr                                      br                                    en
   suggestions     Suggestions                             Kinnigoù                              Suggestions
   annonce         {n} suggestions                         {n} kinnig                            {n} suggestions
   tout            Tous les résultats : {n}                An holl zisoc’hoù: {n}                All results: {n}
   attente         Recherche…                              O klask…                              Searching…
   resultats       {n} résultats pour « {q} »              {n} disoc’h evit “{q}”                {n} results for “{q}”
   resultat        1 résultat pour « {q} »                 1 disoc’h evit “{q}”                  1 result for “{q}”
   fiches          {n} fiches                              {n} fichenn                           {n} pages
   aucun           Aucun résultat pour « {q} »             Disoc’h ebet evit “{q}”               No result for “{q}”
   corrige         Résultats pour « {q} ».                 Disoc’hoù evit “{q}”.                 Results for “{q}”.
   exact           Chercher exactement « {q} »             Klask “{q}” rik                       Search exactly “{q}”
   sans-guillemets Chercher sans les guillemets            Klask hep ar c’hrogedoù               Search without the quotes
   conseil         Essayez d’autres mots, ou moins de mots. Klaskit gerioù all, pe nebeutoc’h.   Try other words, or fewer.
   proches         Mots proches :                          Gerioù tost:                          Similar words:
   toutes          Voir toutes les fiches                  Gwelet an holl fichennoù              See all pages
   erreur          La recherche n’a pas pu se charger.     N’eus ket bet gallet kargañ ar c’hlask. The search could not be loaded.
   suite           Plus de résultats                       Muioc’h a zisoc’hoù                   More results
   filtrer         Filtrer                                 Silañ                                 Filter
   effacer         Retirer les filtres                     Lemel ar siloù                        Remove the filters
   type            Type                                    Seurt                                 Type
   tag             Étiquettes                              Tikedennoù                            Tags
   de              de                                      eus                                   from
   a               à                                       da                                    to
   lu              Lu dans votre demande :                 Lennet en ho koulenn:                 Read in your query:
   retirer         Ne plus filtrer par « {q} »             Paouez da silañ gant “{q}”            Stop filtering by “{q}”
   aucun-filtre    Aucune fiche ne répond à « {q} ».       N’eus fichenn ebet evit “{q}”.        No page answers “{q}”.
   sans-filtre     Voici ce que trouvent les autres mots.  Setu ar pezh a gaver gant ar gerioù all. This is what the other words find.
   autres-langues  Dans d’autres langues                   E yezhoù all                          In other languages
   ailleurs        Dans d’autres labs                      E labioù all                          In other labs
   personnes       personnes                               a dud                                 people
   exclure         « {q} » ne fait qu’exclure : ajoutez un mot à chercher. Ouzhpennit ur ger da glask: “{q}” a zilam hepken. “{q}” only excludes: add a word to look for. */
(() => {
  "use strict";

  const FRENCH = {
    suggestions: "Suggestions", annonce: "{n} suggestions", tout: "Tous les résultats : {n}",
    attente: "Recherche…", resultats: "{n} résultats pour « {q} »",
    resultat: "1 résultat pour « {q} »", fiches: "{n} fiches",
    aucun: "Aucun résultat pour « {q} »", corrige: "Résultats pour « {q} ».",
    exact: "Chercher exactement « {q} »", sansGuillemets: "Chercher sans les guillemets",
    proches: "Mots proches :", conseil: "Essayez d’autres mots, ou moins de mots.", toutes: "Voir toutes les fiches",
    erreur: "La recherche n’a pas pu se charger.", suite: "Plus de résultats", filtrer: "Filtrer",
    effacer: "Retirer les filtres", type: "Type", tag: "Étiquettes", de: "de", a: "à",
    lu: "Lu dans votre demande :", retirer: "Ne plus filtrer par « {q} »",
    aucunFiltre: "Aucune fiche ne répond à « {q} ».", sansFiltre: "Voici ce que trouvent les autres mots.",
    autresLangues: "Dans d’autres langues", ailleurs: "Dans d’autres labs", personnes: "personnes",
    exclure: "« {q} » ne fait qu’exclure : ajoutez un mot à chercher.",
  };
  const SHORTEST_SUGGESTION = 3; // letters
  const SUGGESTIONS = 6;
  const RESULTS = 10;
  const NEAREST = 5; // words offered when nothing is found
  const MOST_TAGS = 20;
  const MOST_MARKS = 300;

  /** Returns what says a word of the interface, from the attributes of an element. */
  const wordsOf = (element) => (key, values = {}) => {
    const name = `mot${key[0].toUpperCase()}${key.slice(1)}`;
    return (element.dataset[name] ?? FRENCH[key]).replace(/\{(\w+)\}/g, (_, value) => values[value] ?? "");
  };

  /** Creates an element with attributes and children; text is never read as markup. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key, value);
      else if (value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  const marked = (parts) => parts.map(({ text, mark }) => (mark ? make("mark", {}, text) : text));
  const address = (url, query) => /^https?:/.test(url) ? url // of another lab
    : Archipel.racine + url + (query ? `#mots=${encodeURIComponent(query)}` : "");

  /** Minutes as people write them. */
  function time(minutes) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return hours ? `${hours} h${rest ? ` ${String(rest).padStart(2, "0")}` : ""}` : `${rest} min`;
  }

  /** Calls an action once nothing has asked for it for some milliseconds. */
  function settled(action, delay) {
    let timer;
    return (...values) => {
      clearTimeout(timer);
      timer = setTimeout(action, delay, ...values);
    };
  }

  // ---- Suggestions in the header: the combobox pattern of the ARIA Authoring Practices

  function suggest(form) {
    const word = wordsOf(form);
    const input = form.querySelector("input[name=q]");
    const id = `${input.id || "q"}-suggestions`;
    const list = make("ul", { id, role: "listbox", class: "recherche-suggestions", hidden: true,
      "aria-label": word("suggestions") });
    const status = make("p", { role: "status", class: "recherche-annonce" });
    let active = -1;
    let asked = 0;

    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("enterkeyhint", "search");
    form.append(list, status);

    const close = () => {
      asked += 1;
      active = -1;
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const point = (place) => {
      const options = [...list.children];
      active = (place + options.length + 1) % (options.length + 1);
      if (active === options.length) active = -1;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      if (active < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", options[active].id);
      return options[active].scrollIntoView({ block: "nearest" });
    };
    const option = (place, target, ...children) => make("li", {
      role: "option", id: `${id}-${place}`, class: "recherche-suggestion", "aria-selected": "false",
      "data-adresse": target,
      mousedown: (event) => event.preventDefault(), // the field keeps the focus
      click: () => location.assign(target),
    }, ...children);

    const show = settled(async () => {
      const query = input.value.trim();
      const turn = asked += 1;
      if (query.length < SHORTEST_SUGGESTION) return close();
      const found = await Archipel.search(query, { limit: SUGGESTIONS }).catch(() => null);
      if (turn !== asked || document.activeElement !== input) return undefined;
      if (!found?.total) {
        status.textContent = found ? word("aucun", { q: query }) : word("erreur");
        return close();
      }
      const all = new URL(form.action);
      all.searchParams.set("q", query);
      list.replaceChildren(
        ...found.results.map((result, place) => option(place, address(result.url, found.corrected ?? query),
          make("span", { class: "recherche-suggestion-titre" }, ...marked(result.titleParts)), " ",
          make("span", { class: "recherche-suggestion-type" }, result.type))),
        option(found.results.length, all.href,
          make("span", { class: "recherche-suggestion-tout" }, word("tout", { n: found.total }))));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      active = -1;
      input.removeAttribute("aria-activedescendant");
      status.textContent = word("annonce", { n: found.results.length });
      return undefined;
    }, 120);

    input.addEventListener("input", show);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      const isOpen = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!isOpen) show();
        else if (event.key === "ArrowDown") point(active + 1);
        else point(active < 0 ? list.children.length - 1 : active - 1);
      } else if (event.key === "Enter" && isOpen && active >= 0) {
        event.preventDefault();
        location.assign(list.children[active].dataset.adresse);
      } else if (event.key === "Escape") {
        if (isOpen) event.preventDefault();
        else input.value = "";
        close();
      }
    });
  }

  // ---- The search page

  function searchPage(page) {
    const word = wordsOf(page);
    const form = page.querySelector("form");
    const input = form.querySelector("input[name=q]");
    const status = page.querySelector("[data-statut]");
    const list = page.querySelector("[data-resultats]");
    const notes = make("div", { class: "recherche-notes" });
    const more = make("button", { type: "button", class: "recherche-suite", hidden: true,
      click: () => run({ offset: list.children.length }) }, word("suite"));
    const filters = filterPanel(page.querySelector("[data-filtres]"), word, () => run({ isStep: true }));
    let asked = 0;
    let isExact = false;
    let wasIn = ""; // the part of the last result
    let kept = []; // numbers and values of the query that are words, and no filters
    const chips = make("p", { class: "recherche-lus", hidden: true });
    const start = page.querySelector("[data-depart]");
    list.before(chips, notes);
    list.after(more);

    const button = (text, action, name = "recherche-action") =>
      make("button", { type: "button", class: name, click: action }, text);
    const all = () => page.dataset.toutes
      ? [make("p", {}, make("a", { href: page.dataset.toutes }, word("toutes")))] : [];

    function item(result, query) {
      const summary = result.excerpt.map(({ text }) => text).join("") === result.summary
        ? [] : [make("p", { class: "recherche-resume" }, result.summary)];
      const facts = result.facts.map(fact).filter(Boolean);
      return make("li", { class: "recherche-resultat" },
        make("h2", { class: "recherche-titre" },
          make("a", { href: address(result.url, query), ...(result.isElsewhere && { rel: "external" }) },
            ...marked(result.titleParts))),
        make("p", { class: "recherche-type" },
          make("span", { class: result.sign ? `signe m-${result.sign}` : "" }, result.type),
          ...facts.flatMap(([sign, text]) => [" ", make("span", { class: `recherche-fait${sign}` }, text)])),
        ...summary,
        make("p", { class: "recherche-extrait" }, ...marked(result.excerpt)));
    }

    /** A fact of a result: the class of its sign, and how it is written. */
    function fact(text) {
      const [, low, high] = text.match(/^[mp](\d+)-(\d+)$/) ?? [];
      const between = (write) => (low === high ? write(low) : `${write(low)} – ${write(high)}`);
      if (text[0] === "m" && low) return [" signe m-horloge", between(time)];
      if (text[0] === "p" && low) return [" signe m-groupe", `${between(String)} ${word("personnes")}`];
      return text[0] === "w" ? ["", text.slice(1)] : null;
    }

    /** Shows what was read in the query, to be taken off, and what nothing answers. */
    function tellRead({ said, total }, query) {
      chips.hidden = !said.length;
      chips.replaceChildren(word("lu"), ...said.flatMap(({ text }) => [" ", make("button", {
        type: "button", class: "recherche-puce", "aria-label": word("retirer", { q: text }),
        click: () => { kept.push(text); run({ isStep: true }); input.focus(); },
      }, text, make("span", { "aria-hidden": "true" }, " ✕"))]));
      for (const { text, isMet } of said) {
        if (!isMet) notes.append(make("p", {}, word("aucunFiltre", { q: text }), " ", total ? word("sansFiltre") : ""));
      }
      if (!total && /^(\s*-\S+)+\s*$/.test(query)) notes.append(make("p", {}, word("exclure", { q: query })));
    }

    /** Says what was found, and the way on when nothing was. */
    function tell(found, query) {
      const n = found.total.toLocaleString(document.documentElement.lang || "fr");
      notes.replaceChildren();
      tellRead(found, query);
      if (found.corrected) {
        notes.append(make("p", { class: "recherche-corrige" }, word("corrige", { q: found.corrected }), " ",
          button(word("exact", { q: query }), () => { isExact = true; run({}); })));
      }
      if (found.total) {
        status.textContent = !query ? word("fiches", { n })
          : word(found.total === 1 ? "resultat" : "resultats", { n, q: found.corrected ?? query });
        return;
      }
      status.textContent = query ? word("aucun", { q: query }) : "";
      if (!query && !filters.isActive()) return;
      notes.append(make("p", {}, word("conseil")));
      if (/["«“]/.test(query)) {
        notes.append(button(word("sansGuillemets"), () => {
          input.value = query.replace(/["«»“”]/g, " ").trim();
          run({ isStep: true });
        }));
      }
      if (filters.isActive()) notes.append(button(word("effacer"), () => filters.clear()));
      notes.append(...all());
      // A number has no words near it.
      if (!found.said.length) offerNearest(query, asked);
    }

    /** Offers the words of the site that look most like a query that finds nothing. */
    async function offerNearest(query, turn) {
      const near = await Archipel.nearest(query, NEAREST);
      if (turn !== asked || !near.length) return;
      notes.prepend(make("p", {}, word("proches"), " ", ...near.flatMap((text, at) => [
        ...(at ? [" "] : []), button(text, () => { input.value = text; run({ isStep: true }); }),
      ])));
    }

    async function run({ offset = 0, isStep = false, isSilent = false }) {
      const query = input.value.trim();
      const turn = asked += 1;
      if (!isSilent) remember(query, [...kept.map((text) => ["mot", text]), ...filters.parameters()], isStep);
      const waiting = setTimeout(() => { status.textContent = word("attente"); }, 300);
      try {
        const found = await Archipel.search(query, {
          limit: RESULTS, offset, exact: isExact, kept, filters: filters.values(), facets: filters.isOpen(),
        });
        if (turn !== asked) return;
        const items = found.results.map((result) => item(result, found.corrected ?? query));
        found.results.forEach((result, at) => {
          const part = result.isElsewhere ? "ailleurs" : result.isForeign ? "autresLangues" : "";
          const before = at || offset ? wasIn : "";
          if (part && part !== before) items[at].prepend(make("p", { class: "recherche-autres" }, word(part)));
          wasIn = part;
        });
        if (start) start.hidden = Boolean(found.total) || !start.querySelector("ul");
        if (offset) list.append(...items);
        else list.replaceChildren(...items);
        more.hidden = list.children.length >= found.total;
        if (offset) items[0]?.querySelector("a").focus();
        else tell(found, query);
        if (!found.total) offerStart().catch(console.warn);
        filters.update(found.facets);
      } catch (error) {
        if (turn !== asked) return;
        list.replaceChildren();
        chips.hidden = true;
        more.hidden = true;
        status.textContent = word("erreur");
        notes.replaceChildren(...all());
        console.warn(error.message);
      } finally {
        clearTimeout(waiting);
      }
    }

    /** Offers what people come for, which the type declares, each with how many pages have it. */
    async function offerStart() {
      if (!start || start.querySelector("ul")) return;
      const { facets } = await Archipel.outline();
      const name = facets.find(([, , use]) => use)?.[0];
      if (!name) return;
      const found = await Archipel.search("", { limit: 0, facets: true });
      const values = found.facets.find((facet) => facet.name === name).values.filter(({ count }) => count);
      if (start.querySelector("ul")) return;
      start.append(make("ul", {}, ...values.map(({ id, label, count }) => make("li", {}, make("a", {
        href: `?${new URLSearchParams({ [name]: id })}`,
      }, make("span", { class: `signe m-${id}` }, label), make("span", { class: "recherche-compte" }, ` (${count})`))))));
      start.hidden = Boolean(list.children.length);
    }

    /** Shows where to start from, as long as nothing is asked. */
    function clear() {
      for (const element of [list, notes]) element.replaceChildren();
      status.textContent = "";
      more.hidden = chips.hidden = true;
      offerStart().catch(console.warn);
      if (start) start.hidden = !start.querySelector("ul");
    }

    function read() {
      const parameters = new URLSearchParams(location.search);
      input.value = parameters.get("q") ?? "";
      parameters.delete("q");
      isExact = false;
      kept = parameters.getAll("mot");
      filters.read(parameters).then(() => {
        if (input.value || filters.isActive()) run({ isSilent: true });
        else clear();
      });
    }

    const typed = settled(() => run({}), 200);
    form.addEventListener("submit", (event) => { event.preventDefault(); run({ isStep: true }); });
    input.addEventListener("input", () => { isExact = false; kept = []; typed(); });
    addEventListener("popstate", read);
    read();
  }

  /** Keeps the state in the address, where the browser allows it. */
  function remember(query, parameters, isStep) {
    const next = new URLSearchParams(query ? { q: query } : {});
    for (const [name, value] of parameters) next.append(name, value);
    const text = next.toString();
    if (`?${text}` === location.search || !text && !location.search) return;
    try {
      history[isStep ? "pushState" : "replaceState"](null, "", text ? `?${text}` : location.pathname);
    } catch {
      // A page opened from a disk may not rewrite its address: the search works all the same.
    }
  }

  /** The filters: what the site offers, with counts once they are open. */
  function filterPanel(place, word, changed) {
    const details = make("details", { class: "recherche-filtres" },
      make("summary", {}, word("filtrer")));
    const fields = make("div", { class: "recherche-facettes" });
    const erase = make("button", { type: "button", class: "recherche-effacer", hidden: true,
      click: () => panel.clear() }, word("effacer"));
    const chosen = new Map(); // name → Set of values, or {min, max}
    const values = new Map(); // facet and value → what shows it
    details.append(fields, erase);
    place?.append(details);

    const isChosen = (name, id) => chosen.get(name) instanceof Set && chosen.get(name).has(id);
    const settledChange = settled(changed, 300);

    function range([name, label, unit]) {
      const bound = (end, text) => make("label", {}, `${text} `, make("input", {
        type: "number", min: 0, name: `${name}-${end}`, inputmode: "numeric",
        input: (event) => {
          const asked = { ...chosen.get(name) };
          delete asked[end];
          if (event.target.value !== "") asked[end] = Number(event.target.value);
          if (Object.keys(asked).length) chosen.set(name, asked);
          else chosen.delete(name);
          settledChange();
        },
      }));
      const legend = make("legend", {}, unit ? `${label} (${unit})` : label);
      return make("fieldset", { class: "recherche-intervalle", "data-facette": name },
        legend, bound("min", word("de")), " ", bound("max", word("a")));
    }

    function facet({ name, label }) {
      const title = label || word(name === "tag" ? "tag" : "type");
      return make("fieldset", { class: "recherche-facette", "data-facette": name },
        make("legend", {}, title));
    }

    function value(name, { id, label }) {
      const input = make("input", { type: "checkbox", name, value: id, change: () => {
        const set = chosen.get(name) ?? new Set();
        if (input.checked) set.add(id);
        else set.delete(id);
        if (set.size) chosen.set(name, set);
        else chosen.delete(name);
        changed();
      } });
      const count = make("span", { class: "recherche-compte" });
      return { input, count, element: make("label", {}, input, ` ${label} `, count) };
    }

    const panel = {
      isOpen: () => details.open,
      isActive: () => chosen.size > 0,
      values: () => Object.fromEntries([...chosen].map(
        ([name, asked]) => [name, asked instanceof Set ? [...asked] : asked])),
      parameters: () => [...chosen].flatMap(([name, asked]) => (asked instanceof Set
        ? [...asked].map((id) => [name, id]) : [[name, `${asked.min ?? ""}-${asked.max ?? ""}`]])),
      clear() {
        chosen.clear();
        for (const input of fields.querySelectorAll("input[type=number]")) input.value = "";
        changed();
      },
      /** Takes the filters of the address. */
      async read(parameters) {
        chosen.clear();
        const outline = await Archipel.outline().catch(() => null);
        if (!outline) return;
        if (!fields.children.length) fields.append(...outline.ranges.map(range));
        const ranges = new Set(outline.ranges.map(([name]) => name));
        const facets = new Set([...outline.facets.map(([name]) => name), "tag"]);
        for (const [name, text] of parameters) {
          const [, min, max] = text.match(/^(\d*)-(\d*)$/) ?? [];
          if (ranges.has(name) && (min || max)) {
            chosen.set(name, { ...(min && { min: Number(min) }), ...(max && { max: Number(max) }) });
            for (const [end, number] of [["min", min], ["max", max]]) {
              fields.querySelector(`[name="${CSS.escape(name)}-${end}"]`).value = number;
            }
          } else if (facets.has(name)) {
            chosen.set(name, (chosen.get(name) ?? new Set()).add(text));
          }
        }
        if (chosen.size) details.open = true;
      },
      /** Shows the counts. */
      update(facets) {
        erase.hidden = !chosen.size;
        for (const { name, label, values: all } of facets) {
          // The address may hold a label, or an id without its accents.
          if (chosen.get(name) instanceof Set) {
            chosen.set(name, new Set([...chosen.get(name)].map(
              (text) => all.find((value) => Archipel.names(value, text))?.id ?? text)));
          }
          let group = fields.querySelector(`fieldset[data-facette="${CSS.escape(name)}"]`);
          if (!group) fields.append(group = facet({ name, label }));
          const most = name === "tag"
            ? [...all].sort((left, right) => right.count - left.count).slice(0, MOST_TAGS) : all;
          for (const shown of all) {
            const key = `${name}\n${shown.id}`;
            const isShown = isChosen(name, shown.id) || shown.count > 0 && most.includes(shown);
            if (!values.has(key)) {
              if (!isShown) continue;
              values.set(key, value(name, shown));
              group.append(values.get(key).element);
            }
            const { input, count, element } = values.get(key);
            input.checked = isChosen(name, shown.id);
            count.textContent = `(${shown.count})`;
            element.hidden = !isShown;
          }
          // One value alone is no choice, unless it was made.
          group.hidden = !chosen.has(name)
            && group.querySelectorAll("label:not([hidden])").length < 2;
        }
      },
    };
    details.addEventListener("toggle", () => { if (details.open) changed(); });
    return panel;
  }

  // ---- The words marked on the page reached

  /** Tests folded words against a query, whose last word may be half typed. */
  function startOrMatch(query) {
    const matches = Archipel.matcher(query);
    let last = "";
    Archipel.parts(query.match(/[\p{L}\p{N}]+$/u)?.[0] ?? "", (form) => { last = form; });
    const isStart = last.length >= SHORTEST_SUGGESTION && matches(last);
    return (form) => matches(form) || isStart && form.startsWith(last);
  }

  function markPage() {
    const query = location.hash.startsWith("#mots=") && location.hash.slice(6);
    const main = document.querySelector("main");
    if (!query || !main) return;
    let test;
    try {
      test = startOrMatch(decodeURIComponent(query));
    } catch {
      return; // not an address of ours
    }
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest("script, style, code, pre, form, svg, mark, [data-recherche-page]")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let count = 0;
    for (const node of texts) {
      if (count >= MOST_MARKS) break;
      const parts = Archipel.parts(node.data, test);
      const here = parts.filter(({ mark }) => mark).length;
      if (!here) continue;
      count += here;
      node.replaceWith(...parts.map(({ text, mark }) =>
        (mark ? make("mark", { class: "recherche-mot" }, text) : text)));
    }
  }

  if (!window.Archipel?.search) return;
  document.querySelectorAll("form[data-recherche]").forEach(suggest);
  document.querySelectorAll("[data-recherche-page]").forEach(searchPage);
  markPage();
})();
