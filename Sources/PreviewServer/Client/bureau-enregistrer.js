// Saving a sheet: over a file that has changed meanwhile too, and after the browser was closed.
Bureau.enregistrer = (() => {
  "use strict";
  const { make, button, ask, announce, capital, dialog, languageName, memory } = Bureau;
  const { read } = Bureau.champs;
  const { by, main, state, isSettings, name, text, changes, query, isChanged, changed, typed, keep, stopChecking, fill, unfold, frame, follow, drawForm, drawSource, showView, tellState } = Bureau.fiche;
  const { show, label } = Bureau.messages;
  let isSaving = false;

  /** The sources before the last saves of the sheet, each with the version that the save made: they outlive the page, not its tab. */
  const past = {
    place: () => `archipel-bureau-avant:${state.sheet.path}`,
    all() {
      try { return JSON.parse(sessionStorage.getItem(past.place())) ?? []; } catch { return []; }
    },
    keep(all) {
      try { sessionStorage.setItem(past.place(), JSON.stringify(all.slice(-20))); } catch { sessionStorage.removeItem(past.place()); }
    },
    /** What the file was before it became what it is; nothing when somebody else has made it so. */
    last: () => past.all().findLast(({ version }) => version === state.sheet.version),
  };

  async function save(options = {}, action = "Modifie") {
    if (isSaving) return false;
    isSaving = true;
    stopChecking();
    try {
      const asked = query();
      const sent = noted(asked.fields ?? {});
      const now = await ask("enregistrer", { ...asked, ...options });
      // What was typed while it was being saved is not saved yet.
      const isSame = state.source ? state.source.value === asked.source : text(query().fields) === text(asked.fields) && query().body === asked.body;
      if (now.version !== asked.version && state.sheet.source !== undefined) past.keep([...past.all(), { version: now.version, source: state.sheet.source }]);
      take(now, isSame, sent);
      announce(isSettings() ? "Enregistré." : "Enregistrée.");
      // What is typed and saved meanwhile does not wait for git.
      isSaving = false;
      if (now.version !== asked.version || action !== "Modifie") await keepVersion(action);
      return true;
    } catch (error) {
      if (error.status === 409) return conflict(error.data);
      if (error.status === 404 && !options.base) return disappeared();
      announce(capital(error.message), true);
      return false;
    } finally {
      isSaving = false;
    }
  }

  const title = () => name() ?? state.sheet.path;

  /** Has the history keep what was just written, when the writer wants it to. */
  const keepVersion = (action) =>
    Bureau.historique.keep(action, title(), [], action === "Publie" || action === "Retire");

  /** Goes back to what the sheet was before it was saved last. */
  async function undo() {
    const before = past.last();
    if (!before) return;
    const now = await ask("enregistrer", { path: state.sheet.path, version: state.sheet.version, source: before.source });
    past.keep(past.all().slice(0, -1));
    take(now, true);
    announce("L’enregistrement est annulé.");
    await keepVersion("Annule une modification de");
  }

  async function saved() { return state.isClean || save(); }

  /** Notes the rows that are being saved, by the keys of their fields: they have other places once the file has them. */
  const noted = (fields) => new Map(state.fields.filter(({ key }) => key in fields).map(({ key, inner }) => [key, inner.note?.()]));

  /** What a version of a file gives to a field, as its control takes it. */
  const given = (field, sheet) => read(field.definition, sheet.values?.fields[field.key]?.value);

  /** What `read` gives of a value of a file; of a list with rows of another shape, those rows as the file has them. */
  function readRows({ definition }, value) {
    const found = read(definition, value);
    if (found !== undefined || !definition.list || !Array.isArray(value)) return found;
    return value.map((one, place) => ({ origin: String(place), value: read({ ...definition, list: false }, one) ?? one }));
  }

  /** Takes what the file is now as what the form starts from. */
  function take(now, isSame, sent = new Map()) {
    state.sheet = now;
    if (state.source) {
      if (isSame) state.source.value = now.source;
      by("source").hidden = !now.form;
    } else if (!now.form) {
      drawSource(now.reason);
    } else if (isSame) {
      // What was saved may change the form: the languages of the site have texts of their own in it.
      if (isSettings() && text(now.form.sections) !== state.drawn) drawAgain(); else fill();
    } else {
      for (const field of state.fields) {
        sent.get(field.key)?.(given(field, now));
        state.opened[field.key] = text(field.opened(now.values.fields[field.key]?.value));
      }
    }
    frame();
    if (!now.url && !isSettings()) follow();
    tellPast();
    state.isClean = !isChanged();
    if (state.isClean) memory.forget(state.sheet.path); else keep();
    tellState();
    show(now.messages);
  }

  /** Draws the form that the file has now, and stays in the same control. */
  function drawAgain() {
    const controls = (field) => [...field?.element.querySelectorAll("input, select, textarea, button") ?? []];
    const held = state.fields.find(({ element }) => element.contains(document.activeElement));
    const place = controls(held).indexOf(document.activeElement);
    const hasNoView = document.body.classList.contains("sans-cote");
    drawForm();
    showView(!hasNoView);
    const now = controls(state.fields.find(({ key }) => key === held?.key));
    (now[place] ?? now[0])?.focus();
  }

  function tellPast() { by("annuler").disabled = !past.last(); }

  /** The file was removed or moved meanwhile: what was typed may be written again. */
  async function disappeared() {
    const again = await dialog("Le fichier n’est plus là", [
      make("p", {}, `« ${state.sheet.path} » a été supprimé ou déplacé depuis que vous l’avez ouvert. Ce que vous avez écrit est gardé ici : `
        + `vous pouvez recréer le fichier avec, ou revenir à la liste pour retrouver ${isSettings() ? "ce fichier" : "la fiche"} à sa nouvelle place.`),
    ], "Recréer le fichier", () => true);
    isSaving = false;
    return again ? save({ base: state.sheet.source }) : false;
  }

  /** The texts of a value, a line each, with the labels of its field; without one, of a value as a file has it. */
  function lines(value, field) {
    if (typeof value !== "object" || value === null) return [value ?? ""];
    if (Array.isArray(value)) {
      const isRows = field?.list && field.control !== "source";
      return value.map((one) => lines(isRows ? one.value : one, field && { ...field, list: false }).filter(Boolean).join(" · "));
    }
    const label = (key) => field?.control === "translated" ? languageName(key) : field?.fields?.find((one) => one.key === key)?.label ?? key;
    return Object.entries(value).map(([key, one]) => [key, lines(one, field?.fields?.find((part) => part.key === key)).join(", ")])
      .filter(([, said]) => said).map(([key, said]) => `${label(key)} : ${said}`);
  }

  /** Starts from another version of the file: what was changed here is put over it, and all else is as it is there. */
  function startFrom(theirs) {
    if (!state.source && theirs.form) {
      const mine = changes();
      for (const field of state.fields) {
        const value = theirs.values.fields[field.key]?.value;
        const opened = state.sheet.values.fields[field.key]?.value;
        if (field.key in mine) field.inner.rebase?.(readRows(field, opened), readRows(field, value)); else field.open(value);
        state.opened[field.key] = text(field.key in mine ? field.opened(value) : field.get());
      }
      if (state.body.get() === state.sheet.body) state.body.set(theirs.body);
      Object.assign(state.sheet, { form: theirs.form, values: theirs.values, body: theirs.body });
    }
    if (state.source || theirs.form) state.sheet.source = theirs.source;
    state.sheet.version = theirs.version;
  }

  /** The file is no longer what was opened: both are shown, and neither is lost. */
  async function conflict(theirs) {
    const mine = state.source ? null : changes();
    const plain = (value, field) => lines(value, field).join("\n") || "(rien)";
    const both = (name, first, second) => make("tr", {}, make("th", { scope: "row" }, name),
      make("td", {}, make("pre", {}, first)), make("td", {}, make("pre", {}, second)));
    const all = { fields: state.fields.map(({ definition }) => definition) };
    const rows = state.source || !theirs.form
      ? [both("Source", state.source?.value ?? plain(mine, all), plain(theirs.source))]
      : state.fields.filter(({ key }) => key in mine).map((field) => {
        const value = given(field, theirs);
        // What has another shape than the form's is shown as the file has it.
        const second = value === undefined ? plain(theirs.values.fields[field.key].value) : plain(value, field.definition);
        return both(label([field.key]), plain(mine[field.key], field.definition), second);
      });
    if (!state.source && state.body.get() !== state.sheet.body) rows.push(both("Texte", plain(state.body.get()), plain(theirs.body)));
    let choice = null;
    const pick = (value) => (event) => { choice = value; event.target.closest("dialog").close(); };
    await dialog(isSettings() ? "Ce fichier a changé sur le disque" : "La fiche a changé sur le disque", [
      make("p", {}, "Quelqu’un, ou un autre programme, a écrit depuis que vous avez ouvert cette page. Vous pouvez garder vos champs, par-dessus les siens ; "
        + "ou repartir de la version du disque. Rien n’est perdu : l’autre version reste gardée."),
      make("div", { class: "defile", tabindex: "0", role: "region", "aria-label": "Les deux versions" }, make("table", {},
        make("thead", {}, make("tr", {}, make("td", {}), make("th", { scope: "col" }, "La vôtre"), make("th", { scope: "col" }, "Celle du disque"))),
        make("tbody", {}, ...rows))),
      button("Repartir de la version du disque", pick("theirs")),
    ], "Enregistrer la mienne", () => { choice = "mine"; return true; });
    if (choice === "mine") {
      startFrom(theirs);
      isSaving = false;
      return save({ keeps: "oui" });
    }
    if (choice === "theirs") {
      memory.keep(`${state.sheet.path}#autre`, typed());
      location.reload();
    }
    return false;
  }

  /** Offers what was typed before the browser was closed. */
  function offer() {
    tellPast();
    for (const key of [state.sheet.path, `${state.sheet.path}#autre`]) {
      const kept = memory.recall(key);
      if (!kept || (!Object.keys(kept.fields ?? {}).length && kept.body === undefined && kept.source === undefined)) continue;
      const notice = make("p", { role: "region", "aria-label": "Saisie gardée" }, isSettings() ? "Vous aviez changé ces réglages sans les enregistrer. " : "Vous aviez écrit sur cette fiche sans l’enregistrer. ",
        button("Reprendre ma saisie", () => {
          if (kept.source !== undefined) {
            drawSource();
            state.source.value = kept.source;
          } else {
            for (const field of state.fields.filter(({ key }) => key in (kept.fields ?? {}))) {
              const value = kept.fields[field.key];
              field.set(value);
              if (kept.version === state.sheet.version) continue;
              // Without what they were when they were opened, rows are known by what they are now.
              const now = readRows(field, state.sheet.values.fields[field.key]?.value);
              field.inner.rebase?.(kept.from ? readRows(field, kept.from[field.key]) : value, now);
            }
            if (kept.body !== undefined) state.body.set(kept.body);
            unfold();
          }
          memory.forget(key);
          notice.remove();
          changed();
          main.focus();
        }), " ", button("L’oublier", () => { memory.forget(key); notice.remove(); main.focus(); }));
      by("avis").append(notice);
    }
  }

  return { save, saved, take, offer, undo, keepVersion };
})();
