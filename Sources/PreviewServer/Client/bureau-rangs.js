// A field that holds a list: its rows are added, taken out and moved by keyboard.
Bureau.rangs = (() => {
  "use strict";
  const { make, newID, button, announce } = Bureau;

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
      const made = { origin: row.origin, field: control, messages: make("div", { class: "messages" }) };
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
      row: (place) => all[place],
    };
  }

  return { create };
})();
