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

  function item(message, focus) {
    const made = make("p", { class: `message ${message.severity}` }, capital(message.message));
    for (const more of [message.suggestion, message.expected && `Attendu : ${message.expected}`]) {
      if (more) made.append(" ", make("span", { class: "conseil" }, `${capital(more)}.`));
    }
    if (focus) made.append(" ", button("Y aller", focus));
    return made;
  }

  function label(path) {
    const field = state.fields.find((one) => one.key === path[0]);
    return [field?.definition.label ?? path[0], path[1] && /^\d+$/.test(path[1]) ? `rang ${Number(path[1]) + 1}` : path[1],
      path[2]].filter(Boolean).join(", ");
  }

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
      const isMissing = message.id === "front-matter.missing";
      if (message.severity === "error") missing.push({ message, place, name: field ? label(message.path) : "Texte de la fiche" });
      // What nobody has come to yet is no mistake of the writer.
      if (isMissing && !state.touched.has(place.control)) continue;
      place.messages.append(item(message, field ? null : place.focus));
      if (message.severity === "error") place.control?.setAttribute("aria-invalid", "true");
    }
    const list = by("manque");
    if (list) {
      list.hidden = !missing.length;
      list.querySelector("summary").textContent = missing.length === 1 ? "Avant de publier : un point"
        : `Avant de publier : ${missing.length} points`;
      list.querySelector("ul").replaceChildren(...missing.map(({ message, place, name }) => make("li", {},
        button(name, place.focus, { class: "lien" }), message.id === "front-matter.missing" ? " : à remplir" : ` : ${message.message}`)));
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
