/* The filters of a catalogue. Without this script, the page is what it is with no filter: cards in
   parts, and the form is not shown.

   <div data-catalogue data-mot-…>
     <form hidden> <details> <details class="filtre"> <fieldset>
         <input type="checkbox" name="but" value="clore"> <span data-compte>…</span>
         <button data-palier="30"> … <input type="number" name="groupe" data-sens="dans|au-plus">
     <div> <p role="status"> <button data-voir>   <label hidden> <select name="tri">
     <div hidden> <ul data-choix> <button data-retirer>
     <section data-resultats hidden>  <section data-presque hidden>
     <section class="partie"> … <li data-v="but:clore,evaluer format:presence" data-r="groupe:12:120" data-a> …

   A card is shown when it has one of the values ticked in each facet, and when each number given lies
   in its range (`dans`) or is no less than the start of it (`au-plus`). Where two cards or fewer are,
   those that one facet alone leaves out follow, with what is off. What is chosen is in the address,
   `?but=clore&groupe=30`. A wide screen shows the facets as menus on one line; a narrow one keeps them
   all behind one button, so that the cards come first. */
(() => {
  "use strict";

  const root = document.querySelector("[data-catalogue]");
  if (!root) return;
  const find = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const form = find("form");
  const [outer, ...menus] = form.querySelectorAll("details");
  const [status, see, chips, reset] = ["[role=status]", "[data-voir]", "[data-choix]", "[data-retirer]"].map(find);
  const [results, near] = [find("[data-resultats]"), find("[data-presque]")];
  const parts = all(".partie");
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const numbers = [...form.querySelectorAll("[type=number]")];
  const sort = find("[name=tri]");
  const words = root.dataset;
  const unfiltered = status.textContent;
  const title = outer.firstElementChild.textContent;
  const isWide = matchMedia("(min-width: 60rem)");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "").trim();
  const menuOf = (input) => input.closest(".filtre");
  const nameOf = (menu) => menu.firstElementChild.dataset.nom;
  for (const { firstElementChild: summary } of menus) summary.dataset.nom = summary.textContent;

  const cards = all("[data-v]").map((element) => ({
    element,
    list: element.parentNode,
    title: element.querySelector("h3").textContent,
    values: new Set(element.dataset.v.split(" ").flatMap((facet) => {
      const [name, ids = ""] = facet.split(":");
      return ids.split(",").map((id) => `${name}:${id}`);
    })),
    ranges: new Map((element.dataset.r ?? "").split(" ").map((range) => {
      const [name, low, high] = range.split(":");
      return [name, [Number(low), Number(high)]];
    })),
  }));

  const labelOf = (box) => box.nextElementSibling.textContent;
  const time = (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return !hours ? fill(words.motMinutes, { n: rest })
      : fill(rest ? words.motHeures : words.motHeuresPile, { h: hours, min: String(rest).padStart(2, "0") });
  };
  const unitOf = (input) => input.nextSibling.textContent.trim();
  const told = (input) => input.dataset.sens === "au-plus" ? time(Number(input.value))
    : `${input.value} ${unitOf(input)}`;

  // The card of what a sequence may take leads to the page that composes one, that of a sheet with a
  // pocket card to the page of those, to which the whole list leads too.
  const toCards = find("[data-vers-cartes]");
  const site = new URL(words.racine || "./", location.href).href;
  const pathOf = (card) => card.querySelector("h3 a").href.slice(site.length).replace(/index\.html$/, "");
  const addLink = (card, text, page, target) => {
    const link = document.createElement("a");
    Object.assign(link, { className: "ajouter", textContent: text, target, href: `${page}#ajouter=${pathOf(card)}` });
    card.append(link);
  };
  for (const card of all("[data-a]")) addLink(card, words.motAjouter, words.composeur, "archipel-deroule");
  for (const card of all("[data-p]")) addLink(card, words.motCartes, words.cartes, "archipel-cartes");

  // A card says in words what its drawing shows, where no heading of a part does.
  for (const { element, values } of cards.filter(({ element }) => element.className !== "carte")) {
    const box = boxes.find((box) => values.has(`${box.name}:${box.value}`)
      && element.classList.contains(box.nextElementSibling.classList[1]));
    if (!box) continue;
    const goal = document.createElement("p");
    goal.className = "carte-but";
    goal.textContent = labelOf(box);
    element.prepend(goal);
  }

  /** What is chosen: each criterion with what meets it, and what is off of a card that does not. */
  function criteria() {
    const ticked = boxes.filter((box) => box.checked);
    const facets = new Map(ticked.map(({ name }) => [name, ticked.filter((box) => box.name === name)]));
    const terms = [...facets].map(([name, ticked]) => ({
      name,
      meets: (card) => ticked.some(({ value }) => card.values.has(`${name}:${value}`)),
      far: () => name === boxes[0].name ? 20 : 10,
      off: (card) => {
        const own = boxes.filter((box) => box.name === name && card.values.has(`${name}:${box.value}`));
        return fill(words.motValeur, {
          champ: nameOf(menuOf(ticked[0])), valeur: own.map(labelOf).join(", ") || "–" });
      },
    }));
    const limits = numbers.filter((input) => Number(input.value) > 0).map((input) => {
      const number = Number(input.value);
      const isMost = input.dataset.sens === "au-plus";
      const ends = (card) => card.ranges.get(input.name) ?? [Infinity, -Infinity];
      return {
        name: input.name,
        meets: (card) => number >= ends(card)[0] && (isMost || number <= ends(card)[1]),
        far: (card) => Math.max(ends(card)[0] / number, isMost ? 0 : number / ends(card)[1]),
        off: (card) => {
          const [low, high] = ends(card);
          if (isMost) return fill(words.motTemps, { n: time(low) });
          return number > high ? fill(words.motPlafond, { n: high, unite: unitOf(input) })
            : fill(words.motSeuil, { n: low, unite: unitOf(input) });
        },
        known: (card) => card.ranges.has(input.name),
      };
    });
    return [...terms, ...limits];
  }

  /** Sorts cards by what the reader chose; by their title without a choice. */
  function sorted(list) {
    const key = sort.value;
    const step = (card) => card.ranges.get(key)?.[0]
      ?? Number([...card.values].find((value) => value.startsWith(key + ":"))?.slice(key.length + 1) ?? Infinity);
    const byTitle = (a, b) => a.title.localeCompare(b.title, document.documentElement.lang);
    return [...list].sort((a, b) => (key && key !== "titre" ? step(a) - step(b) || 0 : 0) || byTitle(a, b));
  }

  /** The cards that one criterion alone leaves out, the nearest first, with what is off. */
  function nearOnes(choice) {
    return cards.flatMap((card) => {
      const missed = choice.filter((criterion) => !criterion.meets(card));
      const [only] = missed;
      return missed.length === 1 && (only.known?.(card) ?? true)
        ? [{ card, off: only.off(card), far: only.far(card) }] : [];
    }).sort((a, b) => a.far - b.far || a.card.title.localeCompare(b.card.title)).slice(0, 6);
  }

  function chip(text, remove) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.ariaLabel = fill(words.motRetirer, { quoi: text });
    button.addEventListener("click", () => {
      const place = [...chips.children].indexOf(item);
      remove();
      remember(show());
      (chips.children[Math.min(place, chips.children.length - 1)]?.firstChild
        ?? (isWide.matches ? menus[0] : outer).firstElementChild).focus();
    });
    item.append(button);
    return item;
  }

  function showChoice(count) {
    chips.replaceChildren(
      ...boxes.filter((box) => box.checked).map((box) => chip(labelOf(box), () => { box.checked = false; })),
      ...numbers.filter((input) => Number(input.value) > 0).map((input) => chip(told(input), () => { input.value = ""; })));
    chips.parentNode.hidden = !count;
    outer.firstElementChild.textContent = count ? `${title} (${count})` : title;
    for (const menu of menus) {
      const own = [...menu.querySelectorAll("input")].filter((input) => (input.type === "number" ? Number(input.value) > 0 : input.checked));
      menu.firstElementChild.textContent = nameOf(menu) + (own.length ? ` (${own.length})` : "");
      menu.classList.toggle("choisi", own.length > 0);
      for (const preset of menu.querySelectorAll("[data-palier]")) {
        preset.ariaPressed = String(own[0]?.value === preset.dataset.palier);
      }
    }
  }

  function show() {
    const choice = criteria();
    const isFiltered = choice.length > 0;
    const isList = isFiltered || sort.value !== "";
    const shown = isList ? sorted(cards.filter((card) => choice.every(({ meets }) => meets(card)))) : [];
    for (const box of boxes) {
      const others = choice.filter(({ name }) => name !== box.name);
      const count = cards.filter((card) => card.values.has(`${box.name}:${box.value}`)
        && others.every(({ meets }) => meets(card))).length;
      const label = box.parentNode;
      label.querySelector("[data-compte]").textContent = `(${count})`;
      label.classList.toggle("sans-fiche", count === 0 && !box.checked);
    }
    for (const note of all(".carte-ecart")) note.remove();
    for (const part of parts) part.hidden = isList;
    results.hidden = !shown.length;
    if (!isList) for (const card of cards) card.list.append(card.element);
    results.lastElementChild.replaceChildren(...shown.map((card) => card.element));
    const almost = isFiltered && shown.length <= 2 ? nearOnes(choice) : [];
    near.hidden = !almost.length;
    near.lastElementChild.replaceChildren(...almost.map(({ card, off }) => {
      const note = document.createElement("p");
      note.className = "carte-ecart";
      note.textContent = off;
      card.element.append(note);
      return card.element;
    }));
    status.textContent = !isFiltered ? unfiltered : !shown.length ? words.motAucune
      : (shown.length === 1 ? words.motUne : words.motCompte)
        .replace("{n}", shown.length).replace("{total}", cards.length);
    if (toCards) {
      const taken = (isFiltered ? shown : cards).map((card) => card.element).filter((element) => "p" in element.dataset);
      toCards.hidden = !taken.length;
      toCards.href = `${words.cartes}#ajouter=${taken.map(pathOf).join(",")}`;
    }
    showChoice(boxes.filter((box) => box.checked).length + numbers.filter(({ value }) => Number(value) > 0).length);
  }

  function remember() {
    const parameters = new URLSearchParams();
    for (const box of boxes) if (box.checked) parameters.append(box.name, box.value);
    for (const input of [...numbers, sort]) if (input.value) parameters.append(input.name, input.value);
    const text = parameters.toString();
    try {
      history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    } catch {
      // A page opened from a disk may not rewrite its address: the filters work all the same.
    }
  }

  function read() {
    const parameters = new URLSearchParams(location.search);
    for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
    for (const input of numbers) input.value = parameters.get(input.name) ?? "";
    sort.value = parameters.get("tri") ?? "";
    sort.selectedIndex = Math.max(0, sort.selectedIndex);
    show();
    // An address that is made for readers without scripts also names a part, which the filters hide.
    if (!results.hidden && document.querySelector(location.hash || null)?.closest(".partie")) {
      scrollTo(0, 0);
      history.replaceState?.(null, "", location.pathname + location.search);
    }
  }

  /** Menus on one line, or all of them open behind one button. */
  function fit() {
    for (const menu of menus) menu.open = !isWide.matches;
    outer.open = isWide.matches;
    see.hidden = isWide.matches;
  }

  for (const field of [form, sort]) field.addEventListener("input", () => remember(show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => {
    const { palier } = target.dataset;
    if (!palier) return;
    const input = menuOf(target).querySelector("[type=number]");
    input.value = input.value === palier ? "" : palier;
    remember(show());
    if (!isWide.matches) return;
    menuOf(target).open = false;
    menuOf(target).firstElementChild.focus();
  });
  reset.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    for (const input of numbers) input.value = "";
    remember(show());
    (isWide.matches ? menus[0] : outer).firstElementChild.focus();
  });
  const table = find("[data-tableur]");
  table.hidden = false;
  table.onclick = () => {
    document.head.append(Object.assign(document.createElement("script"), { src: table.dataset.tableur }));
  };
  see.addEventListener("click", () => {
    outer.open = false;
    outer.firstElementChild.focus();
    status.parentNode.scrollIntoView();
  });
  // One menu at a time; the rest of the page and Escape close it.
  const close = (kept) => {
    if (isWide.matches) for (const menu of menus) if (menu !== kept) menu.open = false;
  };
  for (const menu of menus) menu.addEventListener("toggle", () => { if (menu.open) close(menu); });
  document.addEventListener("click", ({ target }) => close(target.closest?.(".filtre")));
  form.addEventListener("focusout", ({ relatedTarget }) => {
    // A press on the words of a choice gives the focus to the page around, and must not close their menu.
    if (relatedTarget && !relatedTarget.contains(form)) close(relatedTarget.closest(".filtre"));
  });
  form.addEventListener("keydown", (event) => {
    const menu = menuOf(event.target);
    if (event.key !== "Escape" || !menu?.open || !isWide.matches) return;
    menu.open = false;
    menu.firstElementChild.focus();
  });
  isWide.addEventListener("change", fit);
  addEventListener("popstate", read);
  form.hidden = sort.parentNode.hidden = false;
  // The first menu leads to the parts.
  for (const list of all(".vue-sommaire")) list.hidden = true;
  fit();
  read();
})();
