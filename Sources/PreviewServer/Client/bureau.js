// The desk: the list of sheets, and the form of one, which is checked as it is typed and saved when asked.
(() => {
  "use strict";
  const { make, button, ask, announce, capital, folded, dialog, labelled, memory } = Bureau;
  const { create } = Bureau.champs;
  const by = (id) => document.getElementById(id);
  const main = by("contenu");
  const [endings, parameters] = [{ essential: "L’essentiel", more: "Pour aller plus loin", links: "Liens avec d’autres fiches", rare: "Rarement utile" },
    new URLSearchParams(location.search)];
  let site = null; // types, sheets, tags
  let sheet = null; // as the program gave it last
  let fields = [];
  let body = null;
  let opened = {}; // what each field was, as text, when the sheet was opened or saved
  let touched = new Set(); // the fields that the writer has changed
  let source = null; // the text area of the source, when that is what is edited
  let checking = 0;
  let isSaving = false;
  let isClean = true;

  const text = (value) => JSON.stringify(value ?? null);
  const open = (path) => { location.href = `?fiche=${encodeURIComponent(path)}`; };

  // What is in the form

  const isMarkedDraft = () => {
    const { key, value } = sheet.form.draft;
    const field = fields.find((one) => one.key === key);
    return field?.get() === value || ["oui", "true"].includes(fields.find((one) => one.key === "draft")?.get());
  };

  /** The fields that differ from the file, by their keys. */
  function changes() {
    const changed = {};
    for (const field of fields) {
      const value = field.get();
      if (value !== undefined && text(value) !== opened[field.key]) changed[field.key] = value;
    }
    return changed;
  }

  function query() {
    const asked = { path: sheet.path, version: sheet.version };
    if (source) return { ...asked, source: source.value };
    asked.fields = changes();
    if (body.get() !== sheet.body) asked.body = body.get();
    return asked;
  }

  const isChanged = () => source ? source.value !== sheet.source
    : Object.keys(changes()).length > 0 || body.get() !== sheet.body;

  function changed() {
    isClean = !isChanged();
    if (isClean) memory.forget(sheet.path); else keep();
    tellState();
    clearTimeout(checking);
    checking = setTimeout(check, 150);
  }

  // What was typed is offered again after the browser was closed.
  function keep() {
    const { version, fields: values, body: words, source: whole } = query();
    memory.keep(sheet.path, { version, fields: values, body: words, source: whole });
  }

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

  // What is said

  function item(message, focus) {
    const made = make("p", { class: `message ${message.severity}` }, capital(message.message));
    for (const more of [message.suggestion, message.expected && `Attendu : ${message.expected}`]) {
      if (more) made.append(" ", make("span", { class: "conseil" }, `${capital(more)}.`));
    }
    if (focus) made.append(" ", button("Y aller", focus));
    return made;
  }

  function label(path) {
    const field = fields.find((one) => one.key === path[0]);
    return [field?.definition.label ?? path[0], path[1] && /^\d+$/.test(path[1]) ? `rang ${Number(path[1]) + 1}` : path[1],
      path[2]].filter(Boolean).join(", ");
  }

  function show(messages) {
    for (const place of document.querySelectorAll(".messages")) place.replaceChildren();
    for (const control of document.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    const missing = [];
    const general = [];
    for (const message of messages) {
      const field = fields.find((one) => one.key === message.path[0]);
      if (source || (!field && !message.bodyLine)) {
        general.push(item(message, source && message.line ? () => select(message.line) : null));
        continue;
      }
      const place = field ? field.place(message.path.slice(1)) : body.place(message.bodyLine);
      const isMissing = message.id === "front-matter.missing";
      if (message.severity === "error") missing.push({ message, place, name: field ? label(message.path) : "Texte de la fiche" });
      // What nobody has come to yet is no mistake of the writer.
      if (isMissing && !touched.has(message.path[0])) continue;
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
    sheet.messages = messages;
  }

  function select(line) {
    const lines = source.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    source.focus();
    source.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
  }

  function tellState() {
    const isForm = sheet.form && !source;
    const title = isForm ? fields.find((one) => one.key === "title")?.get() : null;
    by("titre-fiche").textContent = title ?? sheet.path.split("/").pop();
    const draft = isForm && isMarkedDraft();
    by("etat").textContent = [isForm ? draft ? "Brouillon" : "Publiée" : "Source",
      isClean ? "enregistrée" : "modifications à enregistrer"].join(" · ");
    by("etat").classList.toggle("modifiee", !isClean);
    by("publier").hidden = !isForm;
    by("publier").textContent = draft ? "Publier" : "Repasser en brouillon";
    document.title = `${isClean ? "" : "• "}${title ?? sheet.path} – Bureau`;
  }

  // Saving

  async function save(options = {}) {
    if (isSaving) return false;
    isSaving = true;
    clearTimeout(checking);
    try {
      const asked = query();
      const now = await ask("enregistrer", { ...asked, ...options });
      // What was typed while it was being saved is not saved yet.
      const isSame = source ? source.value === asked.source : text(query().fields) === text(asked.fields) && query().body === asked.body;
      take(now, isSame);
      announce("Enregistrée.");
      return true;
    } catch (error) {
      if (error.status === 409) return conflict(error.data);
      announce(capital(error.message), true);
      return false;
    } finally {
      isSaving = false;
    }
  }

  /** Takes what the file is now as what the form starts from. */
  function take(now, isSame) {
    sheet = now;
    if (source) {
      if (isSame) source.value = now.source;
      if (now.form) by("source").textContent = "Revenir au formulaire";
    } else if (isSame) {
      fill();
    } else {
      for (const field of fields) opened[field.key] = text(field.opened(now.values.fields[field.key]?.value));
    }
    frame();
    isClean = !isChanged();
    if (isClean) memory.forget(sheet.path); else keep();
    tellState();
    show(now.messages);
  }

  /** The file is no longer what was opened: both are shown, and neither is lost. */
  async function conflict(theirs) {
    const mine = source ? null : changes();
    const plain = (value) => value === null || value === undefined ? "(rien)" : typeof value === "string" ? value : JSON.stringify(value, null, 2);
    const both = (name, first, second) => make("tr", {}, make("th", { scope: "row" }, name),
      make("td", {}, make("pre", {}, plain(first))), make("td", {}, make("pre", {}, plain(second))));
    const rows = source || !theirs.form
      ? [both("Source", source?.value ?? plain(mine), theirs.source)]
      : Object.keys(mine).map((key) => both(label([key]), mine[key], theirs.values.fields[key]?.value));
    if (!source && body.get() !== sheet.body) rows.push(both("Texte", body.get(), theirs.body));
    let choice = null;
    const pick = (value) => (event) => { choice = value; event.target.closest("dialog").close(); };
    await dialog("La fiche a changé sur le disque", [
      make("p", {}, "Quelqu’un, ou un autre programme, l’a modifiée depuis que vous l’avez ouverte. Vous pouvez garder vos champs, par-dessus les siens ; "
        + "ou repartir de la version du disque. Rien n’est perdu : l’autre version reste gardée."),
      make("div", { class: "defile", tabindex: "0", role: "region", "aria-label": "Les deux versions" }, make("table", {},
        make("thead", {}, make("tr", {}, make("td", {}), make("th", { scope: "col" }, "La vôtre"), make("th", { scope: "col" }, "Celle du disque"))),
        make("tbody", {}, ...rows))),
      button("Repartir de la version du disque", pick("theirs")),
    ], "Enregistrer la mienne", () => { choice = "mine"; return true; });
    if (choice === "mine") {
      sheet.version = theirs.version;
      isSaving = false;
      return save({ keeps: "oui" });
    }
    if (choice === "theirs") {
      memory.keep(`${sheet.path}#autre`, { version: sheet.version, ...query() });
      location.reload();
    }
    return false;
  }

  // The form

  async function upload(file) {
    return ask("deposer", {}, file, `?${new URLSearchParams({ fiche: sheet.path, nom: file.name })}`);
  }

  const context = () => ({ site, path: sheet.path, base: () => sheet.url, upload, changed });

  function fill() {
    for (const field of fields) {
      field.open(sheet.values.fields[field.key]?.value);
      opened[field.key] = text(field.get());
    }
    body.set(sheet.body);
  }

  function section({ id, fields: definitions }) {
    const made = definitions.map((definition) => create(definition, { ...context(), id: Bureau.newID() }));
    for (const field of made) {
      // Reads a value of the file without showing it.
      field.opened = (value) => { const copy = create(field.definition, { ...context(), id: Bureau.newID(), changed() {} }); copy.open(value); return copy.get(); };
      field.element.addEventListener("focusout", () => touched.add(field.key));
    }
    fields.push(...made);
    const isUsed = made.some((field) => sheet.values.fields[field.key]?.value != null);
    if (id === "essential") {
      return make("section", { class: id }, make("h2", {}, endings[id]), ...made.map((field) => field.element));
    }
    return make("details", { class: id, open: id === "more" && isUsed }, make("summary", {}, make("h2", {}, endings[id])),
      ...made.map((field) => field.element));
  }

  function frame() {
    const view = by("vue");
    if (!view) return;
    view.hidden = !sheet.url;
    by("sans-vue").hidden = Boolean(sheet.url);
    const wanted = sheet.url && new URL(sheet.url, location.href).href;
    if (wanted && view.src !== wanted) view.src = wanted;
  }

  function drawForm() {
    fields = [];
    source = null;
    touched = new Set();
    body = Bureau.texte.create(context());
    const [first, ...others] = sheet.form.sections;
    const missing = make("details", { id: "manque", hidden: true }, make("summary"), make("ul"));
    const view = make("aside", { class: "vue", id: "cote", "aria-label": "La page" },
      make("p", { class: "aide" }, "La page, telle qu’elle est enregistrée :"),
      make("p", { class: "aide", id: "sans-vue", hidden: true }, "La page paraîtra ici une fois la fiche enregistrée."),
      make("iframe", { id: "vue", title: "La page, telle qu’elle est enregistrée", tabindex: "0" }));
    const others_ = sheet.values.others.length
      ? make("p", { class: "aide" }, `Clés que le type ne connaît pas, gardées telles quelles : ${sheet.values.others.join(", ")}.`) : null;
    main.replaceChildren(make("div", { class: "atelier" },
      make("form", { class: "formulaire", novalidate: true, "aria-label": sheet.form.label, on: { submit: (event) => event.preventDefault() } },
        make("h1", {}, sheet.form.label), sheet.form.description ? make("p", { class: "aide" }, sheet.form.description) : null,
        missing, make("div", { id: "generaux" }), section(first), body.element, ...others.map(section), others_),
      view));
    fill();
    frame();
    by("source").textContent = "Modifier la source";
    if (matchMedia("(width < 70rem)").matches) showView(false);
  }

  function drawSource(reason) {
    source = make("textarea", { id: "texte-source", class: "texte source", rows: 30, spellcheck: "false", on: { input: changed } });
    source.value = sheet.source ?? "";
    main.replaceChildren(make("div", { class: "atelier seul" }, make("form", { class: "formulaire", on: { submit: (event) => event.preventDefault() } },
      make("h1", {}, "La source de la fiche"), reason ? make("p", { class: "message error" }, capital(reason)) : null,
      make("div", { id: "generaux" }), labelled(sheet.path, source))));
    by("source").textContent = "Revenir au formulaire";
    by("source").hidden = !sheet.form;
  }

  function showView(isShown) {
    document.body.classList.toggle("sans-cote", !isShown);
    by("apercu").setAttribute("aria-pressed", String(isShown));
  }

  /** Offers what was typed before the browser was closed. */
  function offer() {
    for (const key of [sheet.path, `${sheet.path}#autre`]) {
      const kept = memory.recall(key);
      if (!kept || (!Object.keys(kept.fields ?? {}).length && kept.body === undefined && kept.source === undefined)) continue;
      const notice = make("p", { role: "region", "aria-label": "Saisie gardée" }, "Vous aviez écrit sur cette fiche sans l’enregistrer. ",
        button("Reprendre ma saisie", () => {
          if (kept.source !== undefined) {
            drawSource();
            source.value = kept.source;
          } else {
            for (const [name, value] of Object.entries(kept.fields ?? {})) fields.find((one) => one.key === name)?.set(value);
            if (kept.body !== undefined) body.set(kept.body);
          }
          memory.forget(key);
          notice.remove();
          changed();
          main.focus();
        }), " ", button("L’oublier", () => { memory.forget(key); notice.remove(); main.focus(); }));
      by("avis").append(notice);
    }
  }

  async function drawSheet(path) {
    sheet = await ask("ouvrir", { path });
    by("actions").hidden = false;
    if (sheet.url) by("site").href = sheet.url;
    if (sheet.form) drawForm(); else drawSource(sheet.reason);
    isClean = true;
    tellState();
    show(sheet.messages);
    offer();
    fields[0]?.focus();
  }

  // The list of sheets

  function drawHome() {
    const types = site.types.filter(({ id }) => id !== "page").concat(site.types.filter(({ id }) => id === "page"));
    const help = make("p", { class: "aide", role: "status" });
    const type = make("select", { on: { change: tell } }, ...types.map(({ id, label: name }) => make("option", { value: id }, name)));
    const title = make("input", { required: true, autocomplete: "off" });
    function tell() { help.textContent = types.find(({ id }) => id === type.value)?.description ?? ""; }
    if (parameters.get("type")) type.value = parameters.get("type");
    const problem = make("p", { class: "message error", role: "alert" });
    const begin = make("form", { class: "nouvelle", on: { submit: async (event) => {
      event.preventDefault();
      try {
        open((await ask("creer", { type: type.value, title: title.value })).path);
      } catch (error) {
        problem.textContent = capital(error.message);
        title.focus();
      }
    } } }, make("h2", {}, "Nouvelle fiche"), labelled("Quelle sorte de fiche ?", type), help, labelled("Son titre", title), problem,
    make("button", { type: "submit", class: "principal" }, "Commencer"));
    const list = make("ul", { class: "fiches" });
    const count = make("p", { class: "aide", role: "status" });
    const search = make("input", { type: "search", autocomplete: "off", on: { input: draw } });

    function draw() {
      const words = folded(search.value).split(/\s+/).filter(Boolean);
      const found = site.sheets.filter((one) => words.every((word) => folded(`${one.title} ${one.path}`).includes(word)));
      list.replaceChildren(...found.slice(0, 60).map((one) => make("li", {},
        make("a", { href: `?fiche=${encodeURIComponent(one.path)}` }, one.title), " ",
        make("small", {}, site.types.find(({ id }) => id === one.type)?.label ?? one.type, one.draft ? " · brouillon" : "",
          one.language ? ` · ${one.language}` : ""))));
      count.textContent = found.length > 60 ? `${found.length} fiches : les 60 premières sont là, précisez pour voir les autres.`
        : found.length === 1 ? "Une fiche." : `${found.length} fiches.`;
    }

    main.replaceChildren(make("div", { class: "depart" }, make("h1", {}, site.title || "Bureau"), make("div", { class: "colonnes" }, begin,
      make("section", {}, make("h2", {}, "Modifier une fiche"), labelled("Des mots de son titre", search), count, list))));
    tell();
    draw();
    const gone = parameters.get("supprimee");
    if (gone) {
      const notice = make("p", {}, "La fiche est dans la corbeille. ", button("La remettre", async () => {
        try { open((await ask("restaurer", { path: gone, trash: parameters.get("corbeille") })).path); } catch (error) { announce(capital(error.message), true); }
      }));
      by("avis").append(notice);
    }
  }

  // Actions

  async function publish() {
    const { key, value } = sheet.form.draft;
    const isDraft = isMarkedDraft();
    if (isDraft) {
      const errors = sheet.messages.filter(({ severity }) => severity === "error");
      if (errors.length) {
        by("manque").open = true;
        by("manque").querySelector("button")?.focus();
        announce("Il manque encore quelque chose avant de publier : la liste est en haut de la fiche.", true);
        return;
      }
    }
    for (const field of fields) {
      if (field.key === "draft" && isDraft) field.set(null);
      if (field.key === key) field.set(isDraft ? null : value);
    }
    if (await save()) announce(isDraft ? "La fiche sera publiée avec le site." : "La fiche est un brouillon : elle ne sera pas publiée.");
  }

  const run = (action) => async () => {
    document.querySelector(".plus").open = false;
    try { await action(); } catch (error) { announce(capital(error.message), true); }
  };

  async function saved() { return isClean || save(); }

  async function duplicate() {
    if (!await saved()) return;
    const title = make("input", { required: true });
    const made = await dialog("Dupliquer la fiche", [labelled("Titre de la copie", title)], "Dupliquer",
      () => ask("dupliquer", { path: sheet.path, title: title.value }));
    if (made) open(made.path);
  }

  async function rename() {
    if (!await saved()) return;
    const name = make("input", { required: true, value: (sheet.url ?? "").split("/").filter(Boolean).pop() ?? "" });
    const made = await dialog("Changer l’adresse de la page", [labelled("La fin de l’adresse", name,
      "L’ancienne adresse mènera à la nouvelle : les liens que d’autres ont faits tiendront.")], "Changer",
    () => ask("renommer", { path: sheet.path, version: sheet.version, name: name.value }));
    if (made) {
      take(made, true);
      announce("L’adresse a changé.");
    }
  }

  async function remove() {
    const made = await dialog("Supprimer la fiche ?", [make("p", {}, "Elle va dans la corbeille (le dossier « .corbeille » du site), d’où elle peut revenir.")],
      "Supprimer", () => ask("supprimer", { path: sheet.path, version: sheet.version }), { class: "danger" });
    if (!made) return;
    memory.forget(sheet.path);
    isClean = true;
    location.href = `?${new URLSearchParams({ supprimee: made.path, corbeille: made.trash })}`;
  }

  async function toggleSource() {
    if (!await saved()) return;
    if (source) drawForm(); else drawSource();
    isClean = true;
    tellState();
    show(sheet.messages);
    (source ?? main).focus();
  }

  by("enregistrer").addEventListener("click", () => save());
  by("publier").addEventListener("click", run(publish));
  by("apercu").addEventListener("click", () => showView(document.body.classList.contains("sans-cote")));
  by("dupliquer").addEventListener("click", run(duplicate));
  by("adresse").addEventListener("click", run(rename));
  by("supprimer").addEventListener("click", run(remove));
  by("source").addEventListener("click", run(toggleSource));
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (sheet) save();
    }
    if (event.key === "Escape") document.querySelector(".plus").open = false;
  });
  addEventListener("beforeunload", (event) => { if (!isClean) event.preventDefault(); });

  (async () => {
    try {
      site = await ask("site");
      const path = parameters.get("fiche");
      if (path) await drawSheet(path); else drawHome();
    } catch (error) {
      main.replaceChildren(make("p", { class: "message error" }, capital(error.message ?? String(error))));
      throw error;
    }
  })();
})();
