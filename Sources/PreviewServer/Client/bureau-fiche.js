// The form of a sheet: its fields, its text, its source, and what of them has changed.
Bureau.fiche = (() => {
  "use strict";
  const { make, newID, ask, capital, labelled, memory } = Bureau;
  const { create } = Bureau.champs;
  const by = (id) => document.getElementById(id);
  const main = by("contenu");
  const headings = { essential: "L’essentiel", more: "Pour aller plus loin", links: "Liens avec d’autres fiches", rare: "Rarement utile" };
  const state = {
    site: null, // types, sheets, tags
    sheet: null, // as the program gave it last
    fields: [],
    body: null,
    opened: {}, // what each field was, as text, when the sheet was opened or saved
    touched: new WeakSet(), // the controls that the writer has left
    source: null, // the text area of the source, when that is what is edited
    isClean: true,
  };
  let checking = 0;

  /** The address of a page of the site, which has another port than the desk. */
  const onSite = (url) => new URL(url, document.body.dataset.site).href;

  const text = (value) => JSON.stringify(value ?? null);

  const isMarkedDraft = () => {
    const { key, value } = state.sheet.form.draft;
    const field = state.fields.find((one) => one.key === key);
    return field?.get() === value || ["oui", "true"].includes(state.fields.find((one) => one.key === "draft")?.get());
  };

  /** The fields that differ from the file, by their keys. */
  function changes() {
    const changed = {};
    for (const field of state.fields) {
      const value = field.get();
      if (value !== undefined && text(value) !== state.opened[field.key]) changed[field.key] = value;
    }
    return changed;
  }

  function query() {
    const asked = { path: state.sheet.path, version: state.sheet.version };
    if (state.source) return { ...asked, source: state.source.value };
    asked.fields = changes();
    if (state.body.get() !== state.sheet.body) asked.body = state.body.get();
    return asked;
  }

  const isChanged = () => state.source ? state.source.value !== state.sheet.source
    : Object.keys(changes()).length > 0 || state.body.get() !== state.sheet.body;

  function changed() {
    state.isClean = !isChanged();
    if (state.isClean) memory.forget(state.sheet.path); else keep();
    tellState();
    clearTimeout(checking);
    checking = setTimeout(() => Bureau.messages.check(), 20);
  }

  function stopChecking() { clearTimeout(checking); }

  // What was typed is offered again after the browser was closed.
  function keep() {
    const { version, fields: values, body: words, source: whole } = query();
    memory.keep(state.sheet.path, { version, fields: values, body: words, source: whole });
  }

  function tellState() {
    const isForm = state.sheet.form && !state.source;
    const title = isForm ? state.fields.find((one) => one.key === "title")?.get() : null;
    by("titre-fiche").textContent = title ?? state.sheet.path.split("/").pop();
    const draft = isForm && isMarkedDraft();
    by("etat").textContent = [isForm ? draft ? "Brouillon" : "Publiée" : "Source",
      state.isClean ? "enregistrée" : "modifications à enregistrer"].join(" · ");
    by("etat").classList.toggle("modifiee", !state.isClean);
    by("publier").hidden = !isForm;
    by("publier").textContent = draft ? "Publier" : "Repasser en brouillon";
    document.title = `${state.isClean ? "" : "• "}${title ?? state.sheet.path} – Bureau`;
  }

  async function upload(file) {
    return ask("deposer", {}, file, `?${new URLSearchParams({ fiche: state.sheet.path, nom: file.name })}`);
  }

  const context = () => ({ site: state.site, path: state.sheet.path, upload, changed });

  function fill() {
    for (const field of state.fields) {
      field.open(state.sheet.values.fields[field.key]?.value);
      state.opened[field.key] = text(field.get());
    }
    state.body.set(state.sheet.body);
  }

  /** Notes what the writer has left: a control, and with a group everything in it. */
  function leave({ target, relatedTarget }) {
    state.touched.add(target);
    for (let box = target.closest(".champ"); box; box = box.parentElement.closest(".champ")) {
      if (box.contains(relatedTarget)) return;
      for (const one of [box, ...box.querySelectorAll("input, select, textarea")]) state.touched.add(one);
    }
  }

  function section({ id, fields: definitions }) {
    const made = definitions.map((definition) => create(definition, { ...context(), id: Bureau.newID() }));
    for (const field of made) {
      // Reads a value of the file without showing it.
      field.opened = (value) => { const copy = create(field.definition, { ...context(), id: Bureau.newID(), changed() {} }); copy.open(value); return copy.get(); };
      field.element.addEventListener("focusout", leave);
    }
    state.fields.push(...made);
    const isUsed = made.some((field) => state.sheet.values.fields[field.key]?.value != null);
    if (id === "essential") {
      return make("section", { class: id }, make("h2", {}, headings[id]), ...made.map((field) => field.element));
    }
    return make("details", { class: id, open: id === "more" && isUsed }, make("summary", {}, make("h2", {}, headings[id])),
      ...made.map((field) => field.element));
  }

  function frame() {
    const view = by("vue");
    if (!view) return;
    view.hidden = !state.sheet.url;
    by("sans-vue").hidden = Boolean(state.sheet.url);
    const wanted = state.sheet.url && onSite(state.sheet.url);
    if (wanted && view.src !== wanted) view.src = wanted;
  }

  function drawForm() {
    state.fields = [];
    state.source = null;
    state.touched = new WeakSet();
    state.body = Bureau.texte.create(context());
    const [first, ...others] = state.sheet.form.sections;
    const missing = make("details", { id: "manque", hidden: true }, make("summary"), make("ul"));
    const view = make("aside", { class: "vue", id: "cote", "aria-label": "La page" },
      make("p", { class: "aide" }, "La page, telle qu’elle est enregistrée :"),
      make("p", { class: "aide", id: "sans-vue", hidden: true }, "La page paraîtra ici une fois la fiche enregistrée."),
      make("iframe", { id: "vue", title: "La page, telle qu’elle est enregistrée", tabindex: "0" }));
    const unknown = state.sheet.values.others.length
      ? make("p", { class: "aide" }, `Clés que le type ne connaît pas, gardées telles quelles : ${state.sheet.values.others.join(", ")}.`) : null;
    main.replaceChildren(make("div", { class: "atelier" },
      make("form", { class: "formulaire", novalidate: true, "aria-label": state.sheet.form.label, on: { submit: (event) => event.preventDefault() } },
        make("h1", {}, state.sheet.form.label), state.sheet.form.description ? make("p", { class: "aide" }, state.sheet.form.description) : null,
        missing, make("div", { id: "generaux" }), section(first), state.body.element, ...others.map(section), unknown),
      view));
    fill();
    frame();
    by("source").textContent = "Modifier la source";
    if (matchMedia("(width < 70rem)").matches) showView(false);
  }

  function drawSource(reason) {
    state.fields = [];
    state.source = make("textarea", { id: "texte-source", class: "texte source", rows: 30, spellcheck: "false", on: { input: changed } });
    state.source.value = state.sheet.source ?? "";
    main.replaceChildren(make("div", { class: "atelier seul" }, make("form", { class: "formulaire", on: { submit: (event) => event.preventDefault() } },
      make("h1", {}, "La source de la fiche"), reason ? make("p", { class: "message error" }, capital(reason)) : null,
      make("div", { id: "generaux" }), labelled(state.sheet.path, state.source))));
    by("source").textContent = "Revenir au formulaire";
    by("source").hidden = !state.sheet.form;
  }

  function showView(isShown) {
    document.body.classList.toggle("sans-cote", !isShown);
    by("apercu").setAttribute("aria-pressed", String(isShown));
  }

  return { by, main, state, text, onSite, isMarkedDraft, changes, query, isChanged, changed, keep, stopChecking, fill, frame, drawForm, drawSource, showView, tellState };
})();
