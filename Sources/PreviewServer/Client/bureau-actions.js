// What the buttons of a sheet do.
Bureau.actions = (() => {
  "use strict";
  const { make, ask, announce, capital, dialog, labelled, languageName, memory } = Bureau;
  const { by, main, state, isMarkedDraft, follow, drawForm, drawSource, showView, showForm, tellState } = Bureau.fiche;
  const { show } = Bureau.messages;
  const { save, saved, take, undo, keepVersion } = Bureau.enregistrer;

  const open = (path) => { location.href = `?fiche=${encodeURIComponent(path)}`; };

  async function publish() {
    const { key, value } = state.sheet.form.draft;
    const isDraft = isMarkedDraft();
    if (isDraft) {
      const errors = state.sheet.messages.filter(({ severity }) => severity === "error");
      if (errors.length) {
        showForm();
        by("manque").open = true;
        by("manque").querySelector("button")?.focus();
        announce("Il manque encore quelque chose avant de publier : la liste est en haut de la fiche.", true);
        return;
      }
    }
    for (const field of state.fields) {
      if (field.key === "draft" && isDraft) field.set(null);
      if (field.key === key) field.set(isDraft ? null : value);
    }
    if (await save({}, isDraft ? "Publie" : "Retire")) announce(isDraft ? "La fiche sera publiée avec le site." : "La fiche est un brouillon : elle ne sera pas publiée.");
  }

  const run = (action) => async () => {
    document.querySelector(".plus").open = false;
    try { await action(); } catch (error) { announce(capital(error.message), true); }
  };

  async function duplicate() {
    if (!await saved()) return;
    const title = make("input", { required: true });
    const made = await dialog("Dupliquer la fiche", [labelled("Titre de la copie", title)], "Dupliquer",
      () => ask("dupliquer", { path: state.sheet.path, title: title.value }));
    if (made) open(made.path);
  }

  async function translate() {
    if (!await saved()) return;
    const { languages } = state.site;
    const language = make("select", {}, ...languages.map((id) => make("option", { value: id }, languageName(id))));
    const title = make("input", { required: true, value: state.fields.find((one) => one.key === "title")?.get() ?? "" });
    const made = await dialog("Traduire la fiche", [labelled("Vers", language), labelled("Titre traduit", title),
      make("p", { class: "aide" }, "Le texte est recopié, à traduire sur place. La traduction est un brouillon.")], "Traduire",
    () => ask("traduire", { path: state.sheet.path, language: language.value, title: title.value }));
    if (made) open(made.path);
  }

  async function rename() {
    if (!await saved()) return;
    const name = make("input", { required: true, value: (state.sheet.url ?? "").split("/").filter(Boolean).pop() ?? "" });
    const made = await dialog("Changer l’adresse de la page", [labelled("La fin de l’adresse", name,
      "L’ancienne adresse mènera à la nouvelle : les liens que d’autres ont faits tiendront.")], "Changer",
    () => ask("renommer", { path: state.sheet.path, version: state.sheet.version, name: name.value }));
    if (made) {
      take(made, true);
      follow();
      const end = made.values.fields.slug?.value;
      await keepVersion("Change l’adresse de");
      announce(end ? `L’adresse de la page finit maintenant par « ${end} ».` : "L’adresse a changé.");
    }
  }

  async function remove() {
    const made = await dialog("Supprimer la fiche ?", [make("p", {}, "Elle va dans la corbeille (le dossier « .corbeille » du site), d’où elle peut revenir.")],
      "Supprimer", () => ask("supprimer", { path: state.sheet.path, version: state.sheet.version }), { class: "danger" });
    if (!made) return;
    memory.forget(state.sheet.path);
    await keepVersion("Supprime");
    state.isClean = true;
    location.href = `?${new URLSearchParams({ supprimee: made.path, corbeille: made.trash })}`;
  }

  async function toggleSource() {
    if (!await saved()) return;
    if (state.source) drawForm(); else drawSource();
    state.isClean = true;
    tellState();
    show(state.sheet.messages);
    (state.source ?? main).focus();
  }

  by("enregistrer").addEventListener("click", () => save());
  by("publier").addEventListener("click", run(publish));
  by("apercu").addEventListener("click", () => showView(document.body.classList.contains("sans-cote")));
  by("dupliquer").addEventListener("click", run(duplicate));
  by("annuler").addEventListener("click", run(undo));
  by("traduire").addEventListener("click", run(translate));
  by("adresse").addEventListener("click", run(rename));
  by("supprimer").addEventListener("click", run(remove));
  by("source").addEventListener("click", run(toggleSource));
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (state.sheet) save();
    }
    if (event.key === "Escape") document.querySelector(".plus").open = false;
  });
  addEventListener("beforeunload", (event) => { if (!state.isClean) event.preventDefault(); });

  return { open };
})();
