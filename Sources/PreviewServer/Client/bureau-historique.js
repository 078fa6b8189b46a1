// What git keeps of sheets, when their writer wants it to.
Bureau.historique = (() => {
  "use strict";
  const { make, button, ask, announce, capital, dialog, labelled, memory } = Bureau;
  const { by, state, isSettings } = Bureau.fiche;
  const place = "#historique";
  const moments = [
    ["enregistrer", "à chaque enregistrement"],
    ["publier", "quand je publie une fiche, ou la retire"],
    ["jamais", "jamais"],
  ];
  let choice = memory.recall(place);
  let waiting = new Set(); // the files changed since the last commit

  const git = (path = state.sheet?.path) => ask("historique", { path });

  /** Asks once who writes, when what they write is kept, and on which branch. */
  async function settle(now) {
    const when = make("select", {}, ...moments.map(([value, label]) => make("option", { value }, capital(label))));
    when.value = choice?.when ?? "enregistrer";
    const name = make("input", { autocomplete: "name", value: choice?.name ?? now.name });
    const mail = make("input", { type: "email", autocomplete: "email", value: choice?.mail ?? now.mail });
    const message = make("input", { value: choice?.message ?? "{action} « {titre} »" });
    const branch = make("input", { value: choice?.branch ?? "", placeholder: now.branch });
    return dialog("Garder l’historique des fiches", [
      make("p", {}, "Ce site est dans un dépôt git : chaque version d’une fiche peut y être gardée, avec votre nom. Seuls les fichiers "
        + "de la fiche le sont, et rien n’est envoyé tant que vous ne le demandez pas."),
      labelled("Garder une version", when),
      labelled("Votre nom", name), labelled("Votre adresse de messagerie", mail, "Elle est écrite dans l’historique, que tout le dépôt voit."),
      labelled("Message", message, "{action} et {titre} sont remplacés par ce que vous faites, et par le titre de la fiche."),
      labelled("Branche", branch, `Laissez vide pour celle où est le site : « ${now.branch} ».`),
    ], "Garder ce choix", () => {
      const made = { when: when.value, name: name.value.trim(), mail: mail.value.trim(), message: message.value, branch: branch.value.trim() };
      if (made.when !== "jamais" && !(made.name && made.mail)) throw new Error("il faut un nom et une adresse de messagerie");
      memory.keep(place, made);
      return made;
    });
  }

  /** Keeps what was just done to a sheet, as its writer chose; a file that is written stays so whatever git says. */
  async function keepNow(action, title, files, isPublication) {
    const paths = [state.sheet?.path, ...files, ...state.dropped ?? []].filter(Boolean);
    paths.forEach((path) => waiting.add(path));
    if (choice?.when === "jamais" || (choice?.when === "publier" && !isPublication)) return;
    try {
      if (!choice) {
        const now = await git(paths[0]);
        if (now.reason) return;
        choice = await settle(now) ?? { when: "jamais" };
        return await keepNow(action, title, files, isPublication);
      }
      const { name, mail, branch } = choice;
      const message = choice.message.replaceAll("{action}", action).replaceAll("{titre}", title ?? state.sheet?.path ?? "");
      const { commit } = await ask("garder", { paths: [...waiting], name, mail, branch, message });
      waiting = new Set();
      state.dropped = [];
      if (commit) announce(`${document.getElementById("annonce").textContent} Version gardée dans l’historique.`.trim());
    } catch (error) {
      announce(`C’est écrit, mais pas gardé dans l’historique : ${error.message}`, true);
    }
  }

  // One after the other: git refuses the second of two at once.
  let last = Promise.resolve();
  const keep = (action, title, files = [], isPublication = false) => {
    last = last.then(() => keepNow(action, title, files, isPublication));
    return last;
  };

  async function show() {
    const now = await git();
    const sheet = isSettings() ? "ce fichier" : "la fiche";
    const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString("fr", { dateStyle: "long" });
    const list = now.entries.length
      ? make("ol", { class: "versions" }, ...now.entries.map(({ day: iso, author, message }) =>
        make("li", {}, make("time", { datetime: iso }, day(iso)), ` – ${author} : ${message}`)))
      : make("p", {}, `Aucune version de ${sheet} n’est gardée pour l’instant.`);
    const said = moments.find(([value]) => value === choice?.when)?.[1] ?? "pas encore choisi";
    const branch = choice?.branch || now.branch;
    const send = button("Envoyer à la forge", async () => {
      send.disabled = true;
      try {
        await ask("envoyer", { branch: choice?.branch ?? "" });
        sent.textContent = `La branche « ${branch} » est envoyée.`;
      } catch (error) {
        sent.textContent = capital(error.message);
      }
      send.disabled = false;
    });
    const sent = make("p", { role: "status" });
    await dialog(`Historique de ${sheet}`, [
      list, make("p", { class: "aide" }, `Une version est gardée : ${said}. Branche : « ${branch} ».`),
      now.remote ? send : make("p", { class: "aide" }, "Ce dépôt n’a pas de forge où envoyer."), sent,
    ], "Changer ce choix…", async () => {
      choice = await settle(now) ?? choice;
      return choice;
    }, { cancel: "Fermer" });
  }

  /** Offers the history of the sheet, where there is one. */
  async function offer() {
    const now = await git();
    by("historique").hidden = Boolean(now.reason);
  }

  by("historique").addEventListener("click", () => {
    document.querySelector(".plus").open = false;
    show().catch((error) => announce(capital(error.message), true));
  });

  return { keep, offer };
})();
