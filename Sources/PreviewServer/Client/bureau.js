// Starts the desk: with the form of the sheet that the address names, or with the list of sheets.
(() => {
  "use strict";
  const { make, ask, capital } = Bureau;
  const { by, main, state, isSettings, onSite, follow, drawForm, drawSource, tellState } = Bureau.fiche;
  const { show } = Bureau.messages;
  const { offer } = Bureau.enregistrer;
  const { drawHome } = Bureau.accueil;
  const parameters = new URLSearchParams(location.search);

  async function drawSheet(path) {
    state.sheet = await ask("ouvrir", { path });
    by("actions").hidden = false;
    if (state.sheet.url) by("site").href = onSite(state.sheet.url);
    const isOriginal = state.site.sheets.some(({ path: own, language }) => own === path && language === null);
    by("traduire").hidden = !isOriginal;
    for (const id of ["dupliquer", "adresse", "supprimer"]) by(id).hidden = isSettings();
    if (state.sheet.form) drawForm(); else drawSource(state.sheet.reason);
    state.isClean = true;
    tellState();
    show(state.sheet.messages);
    offer();
    if (!state.sheet.url && !isSettings()) follow();
    Bureau.historique.offer();
    const part = state.sections.find(({ id }) => `#${id}` === location.hash);
    if (part) part.button.click(); else state.fields[0]?.focus();
  }

  (async () => {
    try {
      state.site = await ask("site");
      const path = parameters.get("fiche");
      if (path) await drawSheet(path); else if (parameters.has("site")) Bureau.site.draw(); else drawHome();
    } catch (error) {
      main.replaceChildren(make("p", { class: "message error" }, capital(error.message ?? String(error))));
      throw error;
    }
  })();
})();
