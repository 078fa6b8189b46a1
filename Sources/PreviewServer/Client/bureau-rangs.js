// A field that holds a list: its rows are added, taken out and moved by keyboard.
Bureau.rangs = (() => {
  "use strict";
  const { make, newID, button, announce } = Bureau;
  const naming = ["libelle", "titre", "label", "title", "nom", "name"];
  const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

  /** The first text in a value of a form. */
  function firstText(value) {
    if (typeof value === "string") return value;
    if (typeof value !== "object" || value === null) return null;
    const inside = Array.isArray(value) ? value.map((row) => row?.value) : Object.values(value);
    return inside.map(firstText).find((text) => text !== null) ?? null;
  }

  /** The part of a row that people know it by, and its text: its name, or the first that has words. */
  function nameOf({ fields = [] }, value) {
    if (typeof value !== "object" || value === null) return null;
    const others = fields.filter(({ control }) => !["choice", "yes-no"].includes(control)).map(({ key }) => key);
    const key = [...naming, ...others].find((one) => /\p{L}/u.test(firstText(value[one]) ?? ""));
    return key === undefined ? null : { key, text: firstText(value[key]) };
  }

  /** Whether a row is another under a new name: it keeps the old one among its other words, or all else that it had. */
  function isRenamed(field, before, now) {
    const name = nameOf(field, before);
    if (!name || typeof now !== "object" || now === null) return false;
    const words = (field.fields ?? []).filter(({ control }) => control === "tag").flatMap(({ key }) => now[key] ?? []);
    if (words.some((row) => (row?.value ?? row) === name.text)) return true;
    const [rest, kept] = [before, now].map((one) => ({ ...one, [name.key]: null }));
    return nameOf(field, rest) !== null && same(rest, kept);
  }

  /** The row of another version of a list that each of its rows is, by the place that it had: each is taken once. */
  function pairs(field, opened, theirs) {
    const left = [...theirs ?? []];
    const known = (opened ?? []).filter(({ origin }) => origin !== undefined);
    const found = new Map();
    const hasName = (before, now) => nameOf(field, before) !== null && same(nameOf(field, before), nameOf(field, now));
    for (const isSame of [same, hasName, (before, now) => isRenamed(field, before, now)]) {
      for (const { origin, value } of known) {
        const place = found.has(origin) ? -1 : left.findIndex((row) => isSame(value, row.value));
        if (place >= 0) found.set(origin, { before: value, now: left.splice(place, 1)[0] });
      }
    }
    return found;
  }

  /** Rows of values with the places that they have in another version; a row that is not there is a new one. */
  function rebase(rows, field, opened, theirs) {
    const found = pairs(field, opened, theirs);
    return rows.map(({ origin, value }) => ({ origin: found.get(origin)?.now.origin, value }));
  }

  /** A list, a row a value: rows are added, taken out and moved by keyboard. */
  function create(field, context, single) {
    let all = [];
    const list = make("ol", { class: field.control === "parts" ? "rangs objets" : "rangs" });
    const add = button(field.add ?? "Ajouter", () => {
      insert({ value: null }, all.length);
      all[all.length - 1].field.focus?.() ?? all[all.length - 1].field.control?.focus();
      context.changed();
    }, { class: "ajouter", "aria-label": field.add ? null : `Ajouter : ${field.label.toLowerCase()}` });

    function insert(row, place) {
      const id = newID();
      const control = single(field, { ...context, id, isRow: true });
      control.set(row.value);
      const made = { origin: row.origin, field: control, messages: make("div", { class: "messages", id: newID("messages") }) };
      (control.isGroup ? control.element : control.control).setAttribute("aria-describedby", made.messages.id);
      const tools = make("div", { class: "outils", role: "group" },
        button("↑", () => move(made, -1), { title: "Monter (Alt+↑)" }), button("↓", () => move(made, 1), { title: "Descendre (Alt+↓)" }),
        button("×", () => remove(made), { title: "Ôter" }));
      made.tools = tools;
      made.element = make("li", { on: { keydown(event) {
        if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        move(made, event.key === "ArrowUp" ? -1 : 1);
      } } }, make("div", { class: "contenu" }, control.element, made.messages), tools);
      all.splice(place, 0, made);
      list.insertBefore(made.element, list.children[place] ?? null);
      number();
    }

    function number() {
      all.forEach((row, place) => {
        const name = `${field.label}, rang ${place + 1}`;
        row.tools.setAttribute("aria-label", name);
        const [up, down, out] = row.tools.children;
        up.setAttribute("aria-label", `Monter ${name}`);
        down.setAttribute("aria-label", `Descendre ${name}`);
        out.setAttribute("aria-label", `Ôter ${name}`);
        up.disabled = place === 0;
        down.disabled = place === all.length - 1;
        if (row.field.isGroup) {
          row.field.element.setAttribute("role", "group");
          row.field.element.setAttribute("aria-label", name);
        } else {
          row.field.control.setAttribute("aria-label", name);
        }
      });
      add.disabled = field.most !== undefined && all.length >= field.most;
    }

    function move(row, step) {
      const place = all.indexOf(row);
      if (!all[place + step]) return;
      const focused = document.activeElement;
      all.splice(place, 1);
      all.splice(place + step, 0, row);
      list.insertBefore(row.element, list.children[place + (step > 0 ? 2 : -1)] ?? null);
      number();
      if (focused.disabled) row.tools.querySelector("button:not(:disabled)").focus(); else focused.focus();
      announce(`Rang ${place + step + 1} sur ${all.length}.`);
      context.changed();
    }

    function remove(row) {
      const place = all.indexOf(row);
      all.splice(place, 1);
      row.element.remove();
      number();
      const next = all[Math.min(place, all.length - 1)];
      if (next) next.tools.lastElementChild.focus(); else add.focus();
      context.changed();
    }

    return {
      element: make("div", {}, list, add),
      isGroup: true,
      get control() { return all[0]?.field.control ?? add; },
      focus() { (all[0]?.field.control ?? add).focus(); },
      set(value) {
        const filled = all.filter((row) => row.field.get() !== null);
        if (value?.length && value.length === filled.length) {
          // As many as there are: who writes in one stays there.
          filled.forEach((row, place) => {
            row.origin = value[place].origin;
            row.field.set(value[place].value);
          });
          return;
        }
        all = [];
        list.replaceChildren();
        for (const row of value ?? []) insert(row, all.length);
        number();
      },
      get() {
        const given = all.map(({ origin, field: one }) => ({ origin, value: one.get() })).filter(({ value }) => value !== null);
        return given.length ? given : null;
      },
      /** Gives each row the place that it has in another version of the file, over which this one is written. */
      rebase(opened, theirs) {
        const found = pairs(field, opened, theirs);
        for (const row of all) {
          const pair = found.get(row.origin);
          row.origin = pair?.now.origin;
          row.field.rebase?.(pair?.before, pair?.now.value);
        }
      },
      /** Notes the rows that are being saved; what it gives numbers them as the file that holds them does. */
      note() {
        const sent = all.filter((row) => row.field.get() !== null).map((row) => ({ row, inner: row.field.note?.() }));
        return (now) => {
          for (const row of all) row.origin = undefined;
          sent.forEach(({ row, inner }, place) => {
            row.origin = String(place);
            inner?.(now?.find(({ origin }) => origin === row.origin)?.value);
          });
        };
      },
      row: (place) => all[place],
    };
  }

  return { create, rebase };
})();
