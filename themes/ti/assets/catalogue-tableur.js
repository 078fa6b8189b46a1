/* The list of a catalogue as the reader has filtered it, for a spreadsheet: CSV in UTF-8 with its mark, its
   values apart by `;`, what starts like a formula behind an apostrophe, as in `catalogue.csv` of a site.
   catalogue.js loads it at the first press of the button, which it then takes over; also from a disk. */
(() => {
  "use strict";

  const root = document.querySelector("[data-catalogue]");
  const button = root.querySelector("[data-tableur]");
  const [title, address, summary, least, most] = button.dataset.mots.split("|");

  const value = (text) => {
    const isFormula = /^[=+\-@\t\r]/.test(text);
    if (!isFormula && !/[";\n\r]|^ /.test(text)) return text;
    return `"${isFormula ? "'" : ""}${text.replace(/"/g, '""')}"`;
  };

  /** The filters of the page as columns: their titles, and what each says of a card. */
  const columns = [...root.querySelectorAll(".filtre")].flatMap((menu) => {
    const name = menu.querySelector("legend").textContent;
    const number = menu.querySelector("[type=number]");
    if (number) {
      const end = (place) => ({ dataset }) => (dataset.r ?? "").split(" ")
        .map((range) => range.split(":")).find(([key]) => key === number.name)?.[place] ?? "";
      return [[`${name} (${least})`, end(1)], [`${name} (${most})`, end(2)]];
    }
    const boxes = [...menu.querySelectorAll("[type=checkbox]")];
    const told = ({ dataset }) => {
      const facet = dataset.v.split(" ").find((facet) => facet.startsWith(`${boxes[0]?.name}:`)) ?? "";
      const ids = facet.slice(facet.indexOf(":") + 1).split(",");
      return boxes.filter((box) => ids.includes(box.value)).map((box) => box.nextElementSibling.textContent).join(", ");
    };
    return [[name, told]];
  });

  /** The cards that are shown: those of the results, or all of them where nothing is filtered. */
  const shown = () => {
    const isFiltered = !root.querySelector(".vue-choix").hidden;
    const results = root.querySelector("[data-resultats]");
    return [...(isFiltered || !results.hidden ? results : root).querySelectorAll("[data-v]")];
  };

  const row = (card) => {
    const link = card.querySelector("h3 a");
    return [link.textContent, link.href, card.querySelector("p:not([class])")?.textContent ?? "",
      ...columns.map(([, told]) => told(card))];
  };

  const save = () => {
    const rows = [[title, address, summary, ...columns.map(([name]) => name)], ...shown().map(row)];
    const text = "\uFEFF" + rows.map((values) => values.map(value).join(";") + "\r\n").join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const name = document.querySelector("h1").textContent.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase();
    link.download = `${name || "liste"}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  button.onclick = save;
  save();
})();
