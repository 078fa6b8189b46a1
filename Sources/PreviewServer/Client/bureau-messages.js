// What is said of a sheet, each at its field, and what it lacks before it can be published.
Bureau.messages = (() => {
  "use strict";
  const { make, button, ask, announce, capital } = Bureau;
  const { by, state, query } = Bureau.fiche;

  let lastCheck = 0;

  async function check() {
    const number = lastCheck += 1;
    try {
      const { messages } = await ask("verifier", query());
      if (number === lastCheck) show(messages);
    } catch (error) {
      if (error.status === 0) announce(error.message, true);
    }
  }

  const isMissing = (message) => message.id === "front-matter.missing";

  /** A message as the form says it: with the labels of fields where a file has keys. */
  function said(message) {
    return message.replace(/« ([\p{L}\d_-]+(?:\.[\p{L}\d_-]+)+) »/gu, (whole, path) => {
      const names = labels(path.split("."));
      return names ? `« ${names.join(", ")} »` : whole;
    });
  }

  const sentence = (text) => /[.!?…]$/.test(text) ? capital(text) : `${capital(text)}.`;

  function item(message, focus) {
    const isBlank = isMissing(message) && !state.source;
    const made = make("p", { class: `message ${message.severity}` }, isBlank ? "À remplir : ce champ est obligatoire."
      : state.source ? capital(message.message) : sentence(said(message.message)));
    for (const more of isBlank ? [] : [message.suggestion, message.expected && `Attendu : ${message.expected}`]) {
      if (more) made.append(" ", make("span", { class: "conseil" }, sentence(state.source ? more : said(more))));
    }
    if (focus) made.append(" ", button("Y aller", focus));
    return made;
  }

  /** The names that a form gives to the keys and the places of a path; null when a key is none of its own. */
  function labels(path) {
    let fields = state.fields.map((one) => one.definition);
    const names = [];
    for (const key of path) {
      if (/^\d+$/.test(key)) {
        names.push(`rang ${Number(key) + 1}`);
        continue;
      }
      const field = fields.find((one) => one.key === key || one.written === key);
      if (!field) return null;
      names.push(names.length ? field.label.toLowerCase() : field.label);
      fields = field.fields ?? [];
    }
    return names;
  }

  const label = (path) => (labels(path) ?? path).join(", ");

  function show(messages) {
    for (const place of document.querySelectorAll(".messages")) place.replaceChildren();
    for (const control of document.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    const missing = [];
    const general = [];
    for (const message of messages) {
      const field = state.fields.find((one) => one.key === message.path[0]);
      if (state.source || (!field && !message.bodyLine)) {
        general.push(item(message, state.source && message.line ? () => select(message.line) : null));
        continue;
      }
      const place = field ? field.place(message.path.slice(1)) : state.body.place(message.bodyLine);
      if (message.severity === "error") {
        missing.push({ message, place, section: field?.section ?? "text", name: field ? label(message.path) : "Texte de la fiche" });
      }
      // What nobody has come to yet is no mistake of the writer.
      if (isMissing(message) && !state.touched.has(place.control)) continue;
      place.messages.append(item(message, field ? null : place.focus));
      if (message.severity === "error") place.control?.setAttribute("aria-invalid", "true");
    }
    const list = by("manque");
    if (list) {
      list.hidden = !missing.length;
      list.querySelector("summary").textContent = missing.length === 1 ? "Avant de publier : un point"
        : `Avant de publier : ${missing.length} points`;
      list.querySelector("ul").replaceChildren(...missing.map(({ message, place, name }) => make("li", {},
        button(name, place.focus, { class: "lien" }), isMissing(message) ? " : à remplir" : ` : ${said(message.message)}`)));
    }
    for (const { id, heading, button: leading } of state.sections) {
      const count = missing.filter(({ section }) => section === id).length;
      leading.textContent = count ? `${heading} (${count} à compléter)` : heading;
    }
    by("generaux")?.replaceChildren(...general);
    state.sheet.messages = messages;
  }

  function select(line) {
    const lines = state.source.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    state.source.focus();
    state.source.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  }

  return { check, show, label };
})();
