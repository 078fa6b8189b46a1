// The list of sheets, and the beginning of a new one.
Bureau.accueil = (() => {
  "use strict";
  const { make, button, ask, capital, folded, labelled } = Bureau;
  const { by, main, state } = Bureau.fiche;
  const { open } = Bureau.actions;
  const parameters = new URLSearchParams(location.search);

  function drawHome() {
    // What is written most often comes first.
    const count = (type) => state.site.sheets.filter((one) => one.type === type.id && one.language === null).length;
    const types = state.site.types.map((type) => ({ ...type, count: count(type) })).sort((one, other) => other.count - one.count);
    const help = make("p", { class: "aide", role: "status" });
    const type = make("select", { required: true, on: { change: tell } }, make("option", { value: "" }, "À choisir"), ...types.map(({ id, label: name }) => make("option", { value: id }, name)));
    const title = make("input", { required: true, autocomplete: "off" });
    function tell() { help.textContent = types.find(({ id }) => id === type.value)?.description ?? ""; }
    if (parameters.get("type")) type.value = parameters.get("type");
    const problem = make("p", { class: "message error", role: "alert" });
    const begin = make("form", { class: "nouvelle", on: { submit: async (event) => {
      event.preventDefault();
      try {
        open((await ask("creer", { type: type.value, title: title.value })).path);
      } catch (error) {
        const same = state.site.sheets.find((one) => one.type === type.value && folded(one.title) === folded(title.value.trim()));
        problem.replaceChildren(capital(error.message), ...same ? [" ", make("a", { href: `?fiche=${encodeURIComponent(same.path)}` }, `Ouvrir « ${same.title} »`)] : []);
        title.focus();
      }
    } } }, make("h2", {}, "Nouvelle fiche"), labelled("Quelle sorte de fiche ?", type), help, labelled("Son titre", title), problem,
    make("button", { type: "submit", class: "principal" }, "Commencer"));
    const list = make("ul", { class: "fiches" });
    const told = make("p", { class: "aide", role: "status" });
    const search = make("input", { type: "search", autocomplete: "off", on: { input: draw } });

    function draw() {
      const words = folded(search.value).split(/\s+/).filter(Boolean);
      const found = state.site.sheets.filter((one) => words.every((word) => folded(`${one.title} ${one.path}`).includes(word)));
      list.replaceChildren(...found.slice(0, 60).map((one) => make("li", {},
        make("a", { href: `?fiche=${encodeURIComponent(one.path)}` }, one.title), " ",
        make("small", {}, state.site.types.find(({ id }) => id === one.type)?.label ?? one.type, one.draft ? " · brouillon" : "",
          one.language ? ` · ${one.language}` : ""))));
      told.textContent = found.length > 60 ? `${found.length} fiches : les 60 premières sont là, précisez pour voir les autres.`
        : found.length === 1 ? "Une fiche." : `${found.length} fiches.`;
    }

    main.replaceChildren(make("div", { class: "depart" }, make("h1", {}, state.site.title || "Bureau"), make("div", { class: "colonnes" }, begin,
      make("section", {}, make("h2", {}, "Modifier une fiche"), labelled("Des mots de son titre", search), told, list), Bureau.site.trash())));
    tell();
    draw();
    const [path, trash] = [parameters.get("supprimee"), parameters.get("corbeille")];
    if (path) by("avis").append(make("p", {}, "La fiche est dans la corbeille. ", button("La remettre", () => Bureau.site.restore({ path, trash }))));
  }

  return { drawHome };
})();
