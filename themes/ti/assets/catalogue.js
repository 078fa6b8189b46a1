/* The filters of a catalogue. Without this script, the page is what it is with no filter: cards in
   parts, and the form is not shown.

   <div data-catalogue data-mot-…>
     <form hidden> <fieldset data-facette="phase"> <input type="checkbox" name="phase" value="ideation">
       <span data-compte>…</span> … <input type="number" name="groupe" data-sens="dans|au-plus"> …
       <button type="reset"> </form>
     <p role="status">  <ul data-resultats hidden>
     <section> … <li data-v="phase:ideation format:presence" data-r="groupe:12:120"> …

   A card is shown when it has one of the values ticked in each facet, and when each number given lies
   in its range (`dans`) or is no less than the start of it (`au-plus`). What is chosen is in the
   address, `?phase=ideation&groupe=30`, and its number beside the name of the form, which a narrow
   screen keeps closed so that the cards come first. */
(() => {
  "use strict";

  const root = document.querySelector("[data-catalogue]");
  if (!root) return;
  const form = root.querySelector("form");
  const status = root.querySelector("[role=status]");
  const results = root.querySelector("[data-resultats]");
  const parts = [...root.querySelectorAll("section, .vue-sommaire")];
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  const numbers = [...form.querySelectorAll("[type=number]")];
  const words = root.dataset;
  const unfiltered = status.textContent;
  const summary = form.querySelector("summary");
  const title = summary.textContent;

  const cards = [...root.querySelectorAll("[data-v]")].map((element) => ({
    element,
    list: element.parentNode,
    title: element.querySelector("h3").textContent,
    values: new Set(element.dataset.v.split(" ")),
    ranges: new Map((element.dataset.r ?? "").split(" ").map((range) => {
      const [name, low, high] = range.split(":");
      return [name, [Number(low), Number(high)]];
    })),
  }));
  const byTitle = [...cards].sort((a, b) => a.title.localeCompare(b.title, document.documentElement.lang));

  /** What is chosen: the values ticked of each facet, and the numbers given. */
  function chosen() {
    const facets = new Map();
    for (const { name, value } of boxes.filter((box) => box.checked)) {
      facets.set(name, [...(facets.get(name) ?? []), `${name}:${value}`]);
    }
    return { facets, numbers: numbers.filter((input) => Number(input.value) > 0) };
  }

  /** Whether a card answers what is chosen, one facet left aside. */
  function answers(card, choice, aside) {
    for (const [name, values] of choice.facets) {
      if (name !== aside && !values.some((value) => card.values.has(value))) return false;
    }
    return choice.numbers.every((input) => {
      const range = card.ranges.get(input.name);
      if (!range) return false;
      const number = Number(input.value);
      return number >= range[0] && (input.dataset.sens === "au-plus" || number <= range[1]);
    });
  }

  function show() {
    const choice = chosen();
    const isFiltered = choice.facets.size + choice.numbers.length > 0;
    const shown = isFiltered ? byTitle.filter((card) => answers(card, choice)) : [];
    for (const box of boxes) {
      const count = cards.filter(
        (card) => card.values.has(`${box.name}:${box.value}`) && answers(card, choice, box.name)).length;
      const label = box.parentNode;
      label.querySelector("[data-compte]").textContent = `(${count})`;
      label.classList.toggle("sans-fiche", count === 0 && !box.checked);
    }
    for (const part of parts) part.hidden = isFiltered;
    results.hidden = !shown.length;
    if (isFiltered) results.replaceChildren(...shown.map((card) => card.element));
    else for (const card of cards) card.list.append(card.element);
    status.textContent = !isFiltered ? unfiltered : !shown.length ? words.motAucune
      : (shown.length === 1 ? words.motUne : words.motCompte)
        .replace("{n}", shown.length).replace("{total}", cards.length);
    form.querySelector("[type=reset]").hidden = !isFiltered;
    const count = boxes.filter((box) => box.checked).length + choice.numbers.length;
    summary.textContent = isFiltered ? `${title} (${count})` : title;
    return choice;
  }

  function remember(choice) {
    const parameters = new URLSearchParams();
    for (const box of boxes) if (box.checked) parameters.append(box.name, box.value);
    for (const input of choice.numbers) parameters.append(input.name, input.value);
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
    show();
  }

  form.addEventListener("input", () => remember(show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of boxes) box.checked = false;
    for (const input of numbers) input.value = "";
    remember(show());
    summary.focus();
  });
  addEventListener("popstate", read);
  form.hidden = false;
  if (matchMedia("(min-width: 60rem)").matches) form.querySelector("details").open = true;
  read();
})();
