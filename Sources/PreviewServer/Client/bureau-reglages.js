// Controls of what declares the site: a text in several languages, a colour by day and by night.
Bureau.reglages = (() => {
  "use strict";
  const { make, newID, languageName } = Bureau;
  const isColour = /^#(?:[0-9a-f]{3}){1,2}$/i;

  const part = (one, context, more = {}) =>
    Bureau.champs.create({ ...one, ...more }, { ...context, id: newID() });

  /** A text in the language of the site, and below it in the others, folded. */
  function translated(field, context) {
    let isAlone = true; // whether the file has one text, for every language
    const [first, ...others] = field.fields.map((one, place) =>
      part(one, { ...context, changed }, place ? { label: `${field.label} (${languageName(one.key).toLowerCase()})` } : {}));
    const summary = make("summary");
    const fold = make("details", { class: "precisions langues" }, summary,
      make("div", { class: "parties" }, ...others.map(({ element }) => element)));
    const control = first.control;
    // What is said of the first language is said of the whole field, whose messages describe its control.
    control.id = context.id;
    control.removeAttribute("aria-describedby");

    function tell() {
      const said = others.map((one) => `${languageName(one.key).toLowerCase()} : ${one.get() ?? "–"}`);
      summary.textContent = `Autres langues (${said.join(" ; ")})`;
    }

    function changed() {
      tell();
      context.changed();
    }

    return {
      element: make("div", {}, control, others.length ? fold : null),
      control, fields: others,
      set(value) {
        isAlone = typeof value !== "object" || value === null;
        const texts = isAlone ? { [first.key]: value } : value;
        for (const one of [first, ...others]) one.set(texts[one.key] ?? null);
        tell();
      },
      get() {
        const texts = Object.fromEntries([first, ...others].map((one) => [one.key, one.get()]));
        if (Object.values(texts).every((text) => text === null)) return null;
        return isAlone && others.every(({ key }) => texts[key] === null) ? texts[first.key] : texts;
      },
    };
  }

  /** One colour: what is written, and beside it what it looks like. */
  function hue(field, context) {
    const sample = make("input", { type: "color", "aria-label": `${field.label} : choisir la couleur`,
      on: { input() { text.value = sample.value; told(); } } });
    const text = make("input", { id: context.id, autocomplete: "off", spellcheck: "false", placeholder: "#0b4257",
      on: { input: told } });

    function draw() {
      const digits = isColour.test(text.value.trim()) ? text.value.trim() : null;
      sample.classList.toggle("vide", !digits);
      // A short colour means each of its digits twice: #abc is #aabbcc.
      if (digits) sample.value = digits.length === 4 ? digits.replace(/[0-9a-f]/gi, "$&$&") : digits;
    }

    function told() {
      draw();
      context.changed();
    }

    return {
      element: make("div", { class: "teinte" }, sample, text),
      control: text,
      set(value) { text.value = value ?? ""; draw(); },
      get: () => text.value.trim() === "" ? null : text.value.trim(),
    };
  }

  /** A colour, and the one in its place on a dark screen. */
  function colour(field, context) {
    let isAlone = true;
    const [day, night] = field.fields.map((one) => part(one, context));
    return {
      element: make("div", { class: "parties" }, day.element, night.element),
      isGroup: true, fields: [day, night],
      get control() { return day.control; },
      focus() { day.focus(); },
      set(value) {
        isAlone = typeof value !== "object" || value === null;
        day.set(isAlone ? value : value[day.key] ?? null);
        night.set(isAlone ? null : value[night.key] ?? null);
      },
      get() {
        const [light, dark] = [day.get(), night.get()];
        if (light === null && dark === null) return null;
        return isAlone && dark === null ? light : { [day.key]: light, [night.key]: dark };
      },
    };
  }

  return { translated, hue, colour };
})();
