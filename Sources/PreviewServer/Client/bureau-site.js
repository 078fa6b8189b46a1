// The site's own matters: what leads to their forms, and the sheets that can come back from the trash.
Bureau.site = (() => {
  "use strict";
  const { make, button, ask, announce, capital } = Bureau;
  const { main, state } = Bureau.fiche;
  const { open } = Bureau.actions;

  const to = (path, part = "") => `?fiche=${encodeURIComponent(path)}${part && `#${part}`}`;

  function card(title, address, help) {
    return make("li", {}, make("a", { href: address }, make("strong", {}, title)), make("p", { class: "aide" }, help));
  }

  function draw() {
    const { configuration, home, vocabularies } = state.site.settings;
    const terms = (count) => count === null ? "à corriger" : count === 0 ? "aucun terme" : count === 1 ? "un terme" : `${count} termes`;
    document.title = "Le site – Bureau";
    document.querySelector('a[href="./?site"]').setAttribute("aria-current", "page");
    main.replaceChildren(make("div", { class: "depart" }, make("h1", {}, "Le site"),
      make("ul", { class: "cartes" },
        card("Nom, adresse et licence", to(configuration, "identity"), "Le titre, la phrase de présentation, la langue, la licence des fiches."),
        card("Menus", to(configuration, "menus"), "Les entrées du menu principal et du pied de page."),
        card("Couleurs, logo et images", to(configuration, "look"), "Une couleur suffit : les autres en viennent, et restent lisibles."),
        home ? card("Page d’accueil", to(home), "Son texte, et ce qu’elle met en avant.") : null),
      make("div", { class: "colonnes" },
        vocabularies.length ? make("section", {}, make("h2", {}, "Listes de termes"),
          make("p", { class: "aide" }, "Les mots à cocher dans les fiches. Ouvrez une liste pour y ajouter un terme."),
          make("ul", { class: "fiches listes" }, ...vocabularies.map(({ path, label, count }) => make("li", {},
            make("a", { href: to(path) }, label), " ", make("small", {}, terms(count)))))) : null,
        trash())));
  }

  const day = (time) => time === null ? "" : `supprimée le ${new Date(time * 1000).toLocaleDateString("fr", { dateStyle: "long" })}`;

  /** Takes a sheet back out of the trash, and opens it. */
  async function restore({ path, trash: number }) {
    try {
      const { values } = await ask("restaurer", { path, trash: number });
      await Bureau.historique.keep("Remet", values?.fields.title?.value, [path]);
      open(path);
    } catch (error) {
      announce(capital(error.message), true);
    }
  }

  /** The sheets in the trash; nothing while there is none. */
  function trash() {
    const list = make("ul", { class: "fiches" });
    const section = make("section", { id: "corbeille", hidden: true }, make("h2", {}, "Corbeille"),
      make("p", { class: "aide" }, "Les fiches supprimées, que rien n’a remplacées."), list);
    ask("corbeille").then(({ sheets }) => {
      section.hidden = !sheets.length;
      list.replaceChildren(...sheets.map((one) => make("li", { class: "jetee" },
        make("span", {}, one.title, " ", make("small", {}, day(one.time))),
        button("La remettre", () => restore(one), { "aria-label": `La remettre : ${one.title}` }))));
    }, () => {});
    return section;
  }

  return { draw, trash, restore };
})();
