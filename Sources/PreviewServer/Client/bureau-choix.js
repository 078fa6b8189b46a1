// Controls that offer values: terms and steps, tags, other sheets.
Bureau.choix = (() => {
  "use strict";
  const { make, newID, button, folded } = Bureau;

  /** The choice that a written value names, by its id, its label or another word for it. */
  function named(choices, text) {
    const key = folded(text ?? "").replace(/[\s’'_]+/g, "-");
    return choices.find((one) => one.value === text)
      ?? choices.find((one) => [one.value, one.label, ...(one.names ?? [])]
        .some((name) => folded(name).replace(/[\s’'_]+/g, "-") === key));
  }

  /** One of a few values. */
  function one(field, context) {
    let written = null;
    const help = make("p", { class: "aide", id: newID() });
    const select = make("select", { id: context.id, on: { change: () => { tell(); context.changed(); } } },
      make("option", { value: "" }, field.otherwise ? `Comme d’habitude (${label(field.otherwise)})` : "À choisir"),
      ...field.choices.map(({ value, label: text }) => make("option", { value }, text)));

    function label(value) { return named(field.choices, value)?.label ?? value; }

    function tell() { help.textContent = field.choices.find(({ value }) => value === select.value)?.help ?? ""; }

    return {
      element: make("div", {}, select, help),
      control: select,
      set(value) {
        written = value;
        select.querySelector("[data-inconnu]")?.remove();
        const found = named(field.choices, value);
        if (value && !found) {
          select.append(make("option", { value, "data-inconnu": true }, `${value} (inconnu)`));
        }
        select.value = found?.value ?? value ?? "";
        tell();
      },
      get: () => select.value === "" ? null
        : named(field.choices, written)?.value === select.value ? written : select.value,
    };
  }

  /** Some of a few values. */
  function several(field, context) {
    let written = [];
    const list = make("ul", { class: field.choices.length > 12 ? "cases longues" : "cases" });
    const filter = make("input", { type: "search", "aria-label": `Filtrer : ${field.label}`,
      placeholder: "Filtrer", on: { input: narrow } });

    function box(value, text, help) {
      const id = newID();
      return make("li", {},
        make("input", { type: "checkbox", id, value, "aria-describedby": help ? `${id}-aide` : null,
          on: { change: context.changed } }),
        make("label", { for: id }, text), help ? make("p", { class: "aide", id: `${id}-aide` }, help) : null);
    }

    function narrow() {
      const words = folded(filter.value);
      for (const item of list.children) {
        item.hidden = !folded(item.textContent).includes(words) && !item.querySelector("input").checked;
      }
    }

    const boxes = () => [...list.querySelectorAll("input")];
    return {
      element: make("div", {}, field.choices.length > 12 ? filter : null, list),
      isGroup: true,
      get control() { return boxes()[0]; },
      set(rows) {
        written = rows ?? [];
        list.replaceChildren(...field.choices.map(({ value, label, help }) => box(value, label, help)));
        for (const { value } of written) {
          const found = named(field.choices, value);
          if (!found) list.append(box(value, `${value} (inconnu)`));
          const own = found?.value ?? value;
          boxes().filter((input) => input.value === own).forEach((input) => { input.checked = true; });
        }
      },
      get() {
        const checked = boxes().filter((input) => input.checked).map((input) => input.value);
        // What was there keeps its order and its bytes; what is ticked comes after.
        const kept = written.filter(({ value }) => checked.includes(named(field.choices, value)?.value ?? value));
        const known = kept.map(({ value }) => named(field.choices, value)?.value ?? value);
        const rows = [...kept, ...checked.filter((value) => !known.includes(value)).map((value) => ({ value }))];
        return rows.length ? rows : null;
      },
      rebase(opened, theirs) { written = Bureau.rangs.rebase(written, field, opened, theirs); },
      note() {
        const sent = this.get() ?? [];
        return () => { written = sent.map(({ value }, place) => ({ origin: String(place), value })); };
      },
    };
  }

  /** Words that other sheets share. */
  function tags(field, context) {
    let rows = [];
    const list = make("ul", { class: "jetons" });
    // Other words for a term are its own.
    const known = field.free ? [] : context.site.tags;
    const options = make("datalist", { id: newID() }, ...known.map((value) => make("option", { value })));
    const input = make("input", { id: context.id, list: options.id, autocomplete: "off",
      placeholder: "Ajouter, puis Entrée", on: {
        keydown(event) {
          if (event.key === "Enter" || event.key === ",") {
            event.preventDefault();
            add();
          } else if (event.key === "Backspace" && !input.value && rows.length) {
            rows.pop();
            draw();
            context.changed();
          }
        },
        change: add,
      } });

    function add() {
      for (const value of input.value.split(",").map((text) => text.trim()).filter(Boolean)) {
        if (!rows.some((row) => folded(row.value) === folded(value))) rows.push({ value });
      }
      input.value = "";
      draw();
      context.changed();
    }

    function draw() {
      list.replaceChildren(...rows.map((row, place) => make("li", {}, row.value,
        button("×", () => {
          rows.splice(place, 1);
          draw();
          input.focus();
          context.changed();
        }, { "aria-label": `Ôter ${row.value}` }))));
    }

    return {
      element: make("div", {}, list, input, options),
      control: input,
      set(value) { rows = [...(value ?? [])]; draw(); },
      get: () => rows.length ? rows : null,
      rebase(opened, theirs) { rows = Bureau.rangs.rebase(rows, field, opened, theirs); },
      note() {
        const sent = [...rows];
        return (now) => {
          const place = (row) => sent.includes(row) ? String(sent.indexOf(row)) : undefined;
          // The program adds words too: the old name of a term that is renamed.
          rows = [...rows.map((row) => ({ origin: place(row), value: row.value })), ...(now ?? []).slice(sent.length)];
          draw();
        };
      },
    };
  }

  /** The sheet that a reference names: by its id, the end of it, or its title. */
  function sheetNamed(sheets, text) {
    const title = /^\[\[(.*)\]\]$/.exec(text ?? "")?.[1];
    // A menu calls the home page by the name of its file.
    return sheets.find((one) => one.id === (text === "index" ? "" : text))
      ?? sheets.find((one) => one.id.split("/").pop() === text)
      ?? sheets.find((one) => one.language === null && folded(one.title) === folded(title ?? text ?? ""));
  }

  /** Another sheet, found by words of its title. */
  function sheet(site, types, id, choose, folders = []) {
    const candidates = [...site.sheets.filter((one) => one.language === null
      && (!types?.length || types.includes(one.type))), ...folders];
    const list = make("ul", { role: "listbox", id: newID(), hidden: true, "aria-label": "Pages trouvées" });
    let active = -1;
    const input = make("input", { id, role: "combobox", autocomplete: "off", "aria-expanded": "false",
      "aria-controls": list.id, "aria-autocomplete": "list", placeholder: "Des mots du titre",
      on: {
        input: look,
        keydown(event) {
          const items = [...list.children];
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (list.hidden) look();
            const step = event.key === "ArrowDown" ? 1 : -1;
            mark(Math.max(0, Math.min(list.children.length - 1, active + step)));
          } else if (event.key === "Enter" && !list.hidden && items[active]) {
            event.preventDefault();
            items[active].click();
          } else if (event.key === "Escape" && !list.hidden) {
            event.stopPropagation();
            close();
          }
        },
        blur: () => setTimeout(close, 150),
      } });

    function mark(place) {
      active = place;
      [...list.children].forEach((item, rank) => item.setAttribute("aria-selected", rank === place));
      const item = list.children[place];
      if (item) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    }

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function look() {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      const found = candidates.filter((one) => {
        const title = folded(`${one.title} ${one.id}`);
        return words.every((word) => title.includes(word));
      }).slice(0, 12);
      const label = (type) => site.types.find((one) => one.id === type)?.label ?? type ?? "Dossier";
      list.replaceChildren(...found.map((one) => make("li", { role: "option", id: newID(), "aria-selected": "false",
        on: { mousedown: (event) => event.preventDefault(), click: () => { close(); choose(one); } } },
      one.title, " ", make("small", {}, label(one.type)))));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
      if (!found.length) return;
      mark(0);
      // The whole list is seen, wherever in the window the field is.
      list.scrollIntoView({ block: "nearest" });
    }

    return { element: make("div", { class: "recherche" }, input, list), input, close };
  }

  function reference(field, context) {
    let value = null;
    const folders = field.folders ? context.site.folders : [];
    const picker = sheet(context.site, field.types, context.id, (one) => {
      value = one.id || "index";
      draw();
      context.changed();
      chosen.querySelector("button").focus();
    }, folders);
    const chosen = make("p", { class: "choisie", hidden: true });

    function draw() {
      const found = sheetNamed([...context.site.sheets, ...folders], value);
      chosen.hidden = value === null;
      picker.element.hidden = value !== null;
      chosen.replaceChildren(found ? make("span", {}, found.title) : make("span", {}, `${value} (introuvable)`), " ",
        button("Changer", () => {
          value = null;
          draw();
          picker.input.value = "";
          picker.input.focus();
          context.changed();
        }, { "aria-label": `Changer : ${found?.title ?? value}` }));
    }

    return {
      element: make("div", {}, chosen, picker.element),
      control: picker.input,
      focus() { (value === null ? picker.input : chosen.querySelector("button")).focus(); },
      set(written) { value = written ?? null; draw(); },
      get: () => value,
    };
  }

  return { one, several, tags, reference, sheet };
})();
