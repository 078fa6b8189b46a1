// The form of a sheet: its fields, its text, its source, and what of them has changed.
Bureau.fiche = (() => {
  "use strict";
  const { make, newID, button, ask, capital, labelled, memory } = Bureau;
  const { create } = Bureau.champs;
  const by = (id) => document.getElementById(id);
  const main = by("contenu");
  const headings = { essential: "L’essentiel", text: "Texte", more: "Pour aller plus loin", links: "Liens avec d’autres fiches", rare: "Rarement utile" };
  const state = {
    site: null, // types, sheets, tags
    sheet: null, // as the program gave it last
    fields: [],
    sections: [], // the parts of the form, each with the button that leads to it
    body: null,
    opened: {}, // what each field was, as text, when the sheet was opened or saved
    touched: new WeakSet(), // the controls that the writer has left
    source: null, // the text area of the source, when that is what is edited
    isClean: true,
  };
  let checking = 0;

  /** Whether what is open declares the site, and is no sheet. */
  const isSettings = () => /\.ya?ml$/.test(state.sheet.path);

  /** The address of a page of the site, which has another port than the desk. */
  const onSite = (url) => new URL(url, document.body.dataset.site).href;

  const text = (value) => JSON.stringify(value ?? null);

  const isMarkedDraft = () => {
    if (isSettings()) return false;
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

  /** What was typed, and what the file gave to those fields: rows are known by their places in it. */
  function typed() {
    const { version, fields: values, body: words, source: whole } = query();
    const from = values && Object.fromEntries(Object.keys(values).map((key) => [key, state.sheet.values.fields[key]?.value]));
    return { version, fields: values, from, body: words, source: whole };
  }

  // What was typed is offered again after the browser was closed.
  function keep() { memory.keep(state.sheet.path, typed()); }

  function tellState() {
    const isForm = state.sheet.form && !state.source;
    const title = isForm ? name() : null;
    by("titre-fiche").textContent = title ?? state.sheet.path.split("/").pop();
    const draft = isForm && isMarkedDraft();
    const kind = isForm ? isSettings() ? null : draft ? "Brouillon" : "Publiée" : "Source";
    by("etat").textContent = capital([kind, state.isClean ? isSettings() ? "enregistré" : "enregistrée" : "modifications à enregistrer"]
      .filter(Boolean).join(" · "));
    by("etat").classList.toggle("modifiee", !state.isClean);
    by("publier").hidden = !isForm || isSettings();
    by("publier").textContent = draft ? "Publier" : "Repasser en brouillon";
    document.title = `${state.isClean ? "" : "• "}${title ?? state.sheet.path} – Bureau`;
  }

  /** What is open, as people call it. */
  const name = () => isSettings() ? state.sheet.form?.label : state.fields.find((one) => one.key === "title")?.get();

  async function upload(file) {
    const made = await ask("deposer", {}, file, `?${new URLSearchParams({ fiche: state.sheet.path, nom: file.name })}`);
    (state.dropped ??= []).push(made.path);
    return made;
  }

  const context = () => ({ site: state.site, path: state.sheet.path, upload, changed });

  function fill() {
    for (const field of state.fields) {
      field.open(state.sheet.values.fields[field.key]?.value);
      state.opened[field.key] = text(field.get());
    }
    state.body.set(state.sheet.body);
    unfold();
  }

  /** Opens what holds something; what is empty stays as the writer has left it. */
  function unfold() {
    for (const { fold, get } of state.fields) if (fold && get() !== null) fold.open = true;
  }

  /** Notes what the writer has left: a control, and with a group everything in it. */
  function leave({ target, relatedTarget }) {
    state.touched.add(target);
    for (let box = target.closest(".champ"); box; box = box.parentElement.closest(".champ")) {
      if (box.contains(relatedTarget)) return;
      for (const one of [box, ...box.querySelectorAll("input, select, textarea")]) state.touched.add(one);
    }
  }

  function section({ id, heading = headings[id], fields: definitions }) {
    const made = definitions.map((definition) => create(definition, { ...context(), id: Bureau.newID() }));
    for (const field of made) {
      // Reads a value of the file without showing it.
      field.opened = (value) => { const copy = create(field.definition, { ...context(), id: Bureau.newID(), changed() {} }); copy.open(value); return copy.get(); };
      field.element.addEventListener("focusout", leave);
      field.section = id;
    }
    state.fields.push(...made);
    const title = make("h2", {}, heading);
    if (id === "essential" || (isSettings() && id !== "rare")) {
      return lead(id, heading, make("section", { class: id }, title, ...made.map((field) => field.element)), () => made[0].focus());
    }
    // What may stay empty is a list of names, each unfolded when it is wanted.
    for (const field of made) {
      field.fold = make("details", { class: "facultatif" }, make("summary", {}, field.definition.label), field.element);
    }
    const summary = make("summary", {}, title);
    const element = make("details", { class: id, open: id !== "rare" }, summary, make("div", { class: "facultatifs" }, ...made.map(({ fold }) => fold)));
    return lead(id, heading, element, () => { element.open = true; summary.focus(); });
  }

  /** Gives a part of the form its button in the summary of the sheet. */
  function lead(id, heading, element, focus) {
    state.sections.push({ id, heading, button: button(heading, () => {
      showForm();
      element.scrollIntoView();
      focus();
    }, { class: "lien" }) });
    return element;
  }

  function frame() {
    const view = by("vue");
    if (!view) return;
    view.hidden = !state.sheet.url;
    by("sans-vue").hidden = Boolean(state.sheet.url);
    const wanted = state.sheet.url && onSite(state.sheet.url);
    if (wanted && view.src !== wanted) view.src = wanted;
  }

  /** Waits for the build that knows a page under its new address, and shows it. */
  async function follow() {
    const { path, url } = state.sheet;
    for (const delay of [150, 300, 600, 1200, 2400, 4800]) {
      await new Promise((resolve) => { setTimeout(resolve, delay); });
      const site = await ask("site").catch(() => null);
      const found = site?.sheets.find((one) => one.path === path)?.url;
      if (state.sheet.path !== path) return;
      if (!found || found === url) continue;
      state.site.sheets = site.sheets;
      state.sheet.url = found;
      by("site").href = onSite(found);
      frame();
      return;
    }
  }

  function drawForm() {
    state.fields = [];
    state.sections = [];
    state.source = null;
    state.touched = new WeakSet();
    state.drawn = text(state.sheet.form.sections);
    state.body = isSettings() ? { get: () => undefined, set() {} } : Bureau.texte.create(context());
    const [first, ...others] = state.sheet.form.sections;
    const missing = make("details", { id: "manque", hidden: true }, make("summary"), make("ul"));
    const view = make("aside", { class: "vue", id: "cote", "aria-label": "La page" },
      make("p", { class: "aide" }, "La page, telle qu’elle est enregistrée :"),
      make("p", { class: "aide", id: "sans-vue", hidden: true }, "La page paraîtra ici dans un instant."),
      make("iframe", { id: "vue", title: "La page, telle qu’elle est enregistrée", tabindex: "0" }));
    const { others: unlisted } = state.sheet.values;
    const said = isSettings() ? "Ce que ce formulaire ne montre pas est gardé tel quel, et se change dans la source"
      : "Clés que le type ne connaît pas, gardées telles quelles";
    const unknown = unlisted.length ? make("p", { class: "aide autres" }, `${said} : ${unlisted.join(", ")}. `,
      isSettings() ? button("Modifier la source", () => by("source").click(), { class: "lien" }) : null) : null;
    const hasPage = !isSettings() || state.sheet.url;
    main.replaceChildren(make("div", { class: hasPage ? "atelier" : "atelier seul" },
      make("form", { class: "formulaire", novalidate: true, "aria-label": state.sheet.form.label, on: { submit: (event) => event.preventDefault() } },
        make("h1", {}, state.sheet.form.label), state.sheet.form.description ? make("p", { class: "aide" }, state.sheet.form.description) : null,
        missing, make("div", { id: "generaux" }), section(first),
        isSettings() ? "" : lead("text", headings.text, state.body.element, () => state.body.focus()), ...others.map(section), unknown ?? ""),
      hasPage ? view : ""));
    by("apercu").hidden = !hasPage;
    by("sommaire").replaceChildren(...state.sections.map((one) => one.button));
    by("sommaire").hidden = false;
    fill();
    frame();
    by("source").textContent = "Modifier la source";
    showView(!narrow.matches);
  }

  function drawSource(reason) {
    state.fields = [];
    state.sections = [];
    by("sommaire").hidden = true;
    state.source = make("textarea", { id: "texte-source", class: "texte source", rows: 30, spellcheck: "false", on: { input: changed } });
    state.source.value = state.sheet.source ?? "";
    main.replaceChildren(make("div", { class: "atelier seul" }, make("form", { class: "formulaire", on: { submit: (event) => event.preventDefault() } },
      make("h1", {}, isSettings() ? "La source de ces réglages" : "La source de la fiche"), reason ? make("p", { class: "message error" }, capital(reason)) : null,
      make("div", { id: "generaux" }), labelled(state.sheet.path, state.source))));
    by("source").textContent = "Revenir au formulaire";
    by("source").hidden = !state.sheet.form;
  }

  function showView(isShown) {
    document.body.classList.toggle("sans-cote", !isShown);
    document.body.classList.toggle("page-seule", isShown && narrow.matches);
    by("apercu").setAttribute("aria-pressed", String(isShown));
  }

  // A narrow window shows the form or the page, a wide one both.
  const narrow = matchMedia("(width < 70rem)");
  narrow.addEventListener("change", () => showView(!narrow.matches));
  function showForm() { if (narrow.matches) showView(false); }

  // What is led to comes under the head of the page, as high as that is.
  const head = document.querySelector(".tete");
  new ResizeObserver(() => document.documentElement.style.setProperty("--tete", `${head.offsetHeight}px`)).observe(head);

  return { by, main, state, isSettings, name, text, onSite, isMarkedDraft, changes, query, isChanged, changed, typed, keep, stopChecking, fill, unfold, frame, follow, drawForm, drawSource,
    showView, showForm, tellState };
})();
