// The fields of a form, each with its label, its help, its control and what is said of it.
Bureau.champs = (() => {
  "use strict";
  const { make, newID, button, ask, announce, capital, fit } = Bureau;

  /** A text on one line or several. */
  function text(field, context, attributes = {}) {
    const isLong = field.control === "markdown" || field.maxLength > 120 || attributes.isLong;
    const area = make("textarea", { id: context.id, rows: isLong ? 2 : 1, spellcheck: "true", maxlength: null,
      class: isLong ? "long" : null, on: { input: context.changed, keydown(event) {
        // A line of words has no second one; Shift and Enter still begin it.
        if (event.key === "Enter" && !isLong && !event.shiftKey) event.preventDefault();
      } } });
    fit(area);
    return {
      element: area, control: area,
      set(value) { area.value = value ?? ""; area.dispatchEvent(new Event("fit")); },
      get: () => area.value.trim() === "" ? null : area.value,
    };
  }

  function input(field, context, attributes) {
    const control = make("input", { id: context.id, autocomplete: "off", on: { input: context.changed }, ...attributes });
    // The browser offers the usual values, and takes any other.
    const usual = field.usual ? make("datalist", { id: newID() },
      ...field.usual.map(({ value, label }) => make("option", { value }, label))) : null;
    if (usual) control.setAttribute("list", usual.id);
    return {
      element: usual ? make("div", {}, control, usual) : control, control,
      set(value) {
        // A day that no calendar knows stays as it is written.
        if (attributes.type && attributes.type !== "text") {
          control.type = attributes.type;
          control.value = value ?? "";
          if (value && control.value !== value) control.type = "text";
        }
        control.value = value ?? "";
      },
      get: () => control.value.trim() === "" ? null : control.value.trim(),
    };
  }

  function yesNo(field, context) {
    let written = null;
    const yes = ["oui", "true", "vrai", "yes", "on"];
    const no = ["non", "false", "faux", "no", "off"];
    const usual = field.otherwise ? `Comme d’habitude (${field.otherwise})` : "Non précisé";
    const select = make("select", { id: context.id, on: { change: context.changed } },
      make("option", { value: "" }, usual), make("option", { value: "oui" }, "Oui"), make("option", { value: "non" }, "Non"));
    const meaning = (value) => yes.includes(value?.toLowerCase()) ? "oui" : no.includes(value?.toLowerCase()) ? "non" : "";
    return {
      element: select, control: select,
      set(value) { written = value; select.value = meaning(value); },
      get() {
        if (select.value === "") return meaning(written) === "" ? written : null;
        if (select.value === meaning(written)) return written;
        // A file in English stays so.
        return ["true", "false"].includes(written) ? { oui: "true", non: "false" }[select.value] : select.value;
      },
    };
  }

  /** A picture or a file beside the sheet: chosen, dropped or pasted. */
  function file(field, context) {
    const isPicture = field.control === "picture";
    const name = make("input", { id: context.id, autocomplete: "off", placeholder: isPicture ? "Aucune image" : "Aucun fichier",
      on: { input() { draw(); context.changed(); } } });
    const shown = make("img", { alt: "", hidden: true, on: { error: () => { shown.hidden = true; } } });
    const chosen = make("input", { type: "file", hidden: true, "aria-hidden": "true", tabindex: "-1",
      accept: isPicture ? "image/*" : null, on: { change: () => take(chosen.files[0]) } });
    const zone = make("div", { class: "depot", on: {
      dragover(event) { event.preventDefault(); zone.classList.add("survol"); },
      dragleave: () => zone.classList.remove("survol"),
      drop(event) {
        event.preventDefault();
        zone.classList.remove("survol");
        take(event.dataTransfer.files[0]);
      },
      paste(event) { if (event.clipboardData.files[0]) { event.preventDefault(); take(event.clipboardData.files[0]); } },
    } }, shown, name, button(isPicture ? "Choisir une image…" : "Choisir un fichier…", () => chosen.click()), chosen);

    async function take(given) {
      if (!given) return;
      try {
        name.value = (await context.upload(given)).name;
        draw();
        context.changed();
        announce(`« ${name.value} » est déposé.`);
      } catch (error) {
        announce(capital(error.message), true);
      }
    }

    let drawing = 0;

    // The picture is shown as it is on the disk, before the site has it.
    async function draw() {
      const number = drawing += 1;
      shown.hidden = true;
      if (!isPicture || !name.value || /^[a-z]+:/i.test(name.value)) return;
      const picture = await ask("image", { path: context.path, name: name.value }).catch(() => null);
      if (number !== drawing || !picture) return;
      URL.revokeObjectURL(shown.src);
      shown.src = URL.createObjectURL(picture);
      shown.hidden = false;
    }

    return {
      element: zone, control: name,
      set(value) { name.value = value ?? ""; draw(); },
      get: () => name.value.trim() === "" ? null : name.value.trim(),
    };
  }

  /** Named values, each a field of its own; a row of a list folds those that it can do without. */
  function parts(field, context) {
    const fields = field.fields.map((part) => create(part, { ...context, id: newID() }));
    const needed = fields.filter((one) => one.definition.required);
    const canFold = context.isRow && needed.length > 0 && needed.length < fields.length;
    const shown = canFold ? needed : fields;
    const others = fields.filter((one) => !shown.includes(one));
    const fold = canFold ? make("details", { class: "precisions" },
      make("summary", {}, `Préciser : ${others.map((one) => one.definition.label.toLowerCase()).join(", ")}`),
      make("div", { class: "parties" }, ...others.map((one) => one.element))) : null;
    return {
      element: make("div", { class: "parties" }, ...shown.map((one) => one.element), ...[fold].filter(Boolean)),
      isGroup: true, fields,
      get control() { return shown[0]?.control; },
      focus() { shown[0]?.focus(); },
      set(value) {
        for (const one of fields) one.set(value?.[one.key] ?? null);
        if (!field.folded && others.some((one) => one.get() !== null)) fold.open = true;
      },
      get() {
        const value = Object.fromEntries(fields.map((one) => [one.key, one.get()]));
        return Object.values(value).every((one) => one === null) ? null : value;
      },
      rebase(opened, theirs) {
        for (const { key, inner } of fields) inner.rebase?.(opened?.[key], theirs?.[key]);
      },
      note() {
        const noted = fields.map(({ key, inner }) => ({ key, number: inner.note?.() }));
        return (now) => noted.forEach(({ key, number }) => number?.(now?.[key]));
      },
    };
  }

  function source() {
    let written = null;
    const element = make("p", { class: "aide" }, "Ce champ se modifie dans la source.");
    return { element, control: element, set(value) { written = value; }, get: () => written };
  }

  /** The control of one value. */
  function single(field, context) {
    switch (field.control) {
      case "integer": return input(field, context, { inputmode: "numeric" });
      case "decimal": return input(field, context, { inputmode: "decimal" });
      case "yes-no": return yesNo(field, context);
      case "day": return input(field, context, { type: "date", min: field.min, max: field.max });
      case "moment": return input(field, context, { type: "datetime-local" });
      case "notation": return input(field, context, { placeholder: field.example ?? null });
      case "address": return input(field, context, { inputmode: "url", placeholder: "https://" });
      case "choice": return Bureau.choix.one(field, context);
      case "picture": case "file": return file(field, context);
      case "reference": return Bureau.choix.reference(field, context);
      case "parts": return parts(field, context);
      case "translated": return Bureau.reglages.translated(field, context);
      case "hue": return Bureau.reglages.hue(field, context);
      case "colour": return Bureau.reglages.colour(field, context);
      case "source": return source();
      default: return text(field, context);
    }
  }

  /** What a file gives to a field, as its control takes it; undefined when it has another shape. */
  function read(field, value) {
    if (value === null || value === undefined) return null;
    if (field.control === "source") return value;
    if (field.list) {
      if (typeof value === "string" && field.control === "tag") {
        return value.split(",").map((text) => text.trim()).filter(Boolean).map((text) => ({ value: text }));
      }
      const list = Array.isArray(value) ? value : [value];
      const found = list.map((one, place) => ({ origin: Array.isArray(value) ? String(place) : undefined,
        value: read({ ...field, list: false }, one) }));
      return found.some((row) => row.value === undefined) ? undefined : found.filter((row) => row.value !== null);
    }
    if (["parts", "translated", "colour"].includes(field.control)) {
      // A text alone is shown in every language, a colour alone by day and by night.
      if (typeof value === "string" && field.control !== "parts") return value;
      if (typeof value !== "object" || Array.isArray(value)) return undefined;
      const found = Object.fromEntries(field.fields.map((part) => [part.key, read(part, value[part.key])]));
      return Object.values(found).includes(undefined) ? undefined : found;
    }
    return typeof value === "string" ? value : undefined;
  }

  /** What a field may hold, where its label, its help and its control do not say it. */
  function hint({ control, kind, choices, minLength, maxLength }) {
    const [least, most] = [minLength, maxLength].map((count) => count?.toLocaleString("fr"));
    if (most) return least ? `De ${least} à ${most} caractères` : `Au plus ${most} caractères`;
    if (!kind || choices) return null;
    return ["integer", "decimal", "address"].includes(control) ? capital(kind) : null;
  }

  /** Opens everything around an element, so that it can have the focus. */
  function unfold(element) {
    for (let box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  /** A field with everything around its control. */
  function create(field, context) {
    const control = field.list
      ? field.control === "tag" ? Bureau.choix.tags(field, context)
        : field.control === "choice" ? Bureau.choix.several(field, context) : Bureau.rangs.create(field, context, single)
      : single(field, context);
    const isGroup = control.isGroup === true;
    const messages = make("div", { class: "messages", id: newID("messages") });
    const help = field.help ? make("p", { class: "aide", id: newID("aide") }, field.help) : null;
    const limits = hint(field);
    const name = [field.label, field.required ? make("span", { class: "requis" }, " (obligatoire)") : null];
    const element = make(isGroup ? "fieldset" : "div", { class: `champ ${field.control}`, "data-cle": field.key },
      isGroup ? make("legend", {}, ...name.filter(Boolean)) : make("label", { for: control.control.id || context.id }, ...name.filter(Boolean)),
      help, limits ? make("p", { class: "genre" }, limits) : null, control.element, messages);
    const described = [help?.id, messages.id].filter(Boolean).join(" ");
    (isGroup ? element : control.control).setAttribute("aria-describedby", described);

    let isMisshapen = false;
    const own = {
      element, messages, key: field.key, definition: field, inner: control,
      get control() { return control.control; },
      focus() {
        unfold(element);
        if (control.focus) control.focus(); else control.control.focus();
      },
      set(value) { control.set(value); },
      /** Takes what a file gives. */
      open(value) {
        const found = read(field, value);
        isMisshapen = found === undefined;
        control.element.hidden = isMisshapen;
        if (isMisshapen) {
          element.append(make("p", { class: "aide" }, "Ce champ est écrit d’une autre façon que celle attendue : corrigez-le dans la source."));
        } else {
          control.set(found);
        }
      },
      get: () => isMisshapen ? undefined : control.get(),
      /** The place for what is said of a value in the field, as near to it as there is one. */
      place(path) {
        let at = { messages, control: isGroup ? element : control.control, focus: own.focus };
        let [inside, rest] = [control, path];
        while (rest.length) {
          const [first, ...others] = rest;
          if (inside.row?.(Number(first))) {
            const row = inside.row(Number(first));
            at = { messages: row.messages, control: row.field.control, focus() {
              unfold(row.element);
              if (row.field.focus) row.field.focus(); else row.field.control.focus();
            } };
            inside = row.field;
          } else if (inside.fields) {
            const part = inside.fields.find(({ key }) => key === first);
            return part ? part.place(others) : at;
          } else {
            return at;
          }
          rest = others;
        }
        return at;
      },
    };
    return own;
  }

  return { create, read };
})();
