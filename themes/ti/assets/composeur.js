/* Compose un déroulé : réglages, blocs dans l’ordre, heures, alertes, liste de courses. Le calcul est à
   calculs.js ; ce qui sort de la page (papier, fichiers, mode direct) est à composeur-sorties.js.

   Tout est dans l’adresse, après « # ». « #ajouter=methodes/world-cafe » ajoute une méthode : les autres
   pages y mènent, dans l’onglet « archipel-deroule », pour que le déroulé en cours ne se perde pas.
   Rien n’est gardé sur l’appareil avant que la case soit cochée. */
(() => {
  "use strict";

  const racine = document.querySelector("[data-composeur]");
  if (!racine || !window.ArchipelActivites) return;
  const calculs = window.ArchipelCalculs;
  const { activites, criteres } = window.ArchipelActivites;
  const trouver = (nom) => racine.querySelector(`[data-${nom}]`);
  const { creer, adresser, memoire, motsDe } = window.ArchipelOutils;
  const { mots, dire } = motsDe(racine);
  const parId = new Map(activites.map((activite) => [activite.id, activite]));
  const etat = trouver("etat");
  const reglages = trouver("reglages");
  const liste = trouver("blocs");

  const vide = () => ({
    titre: "", debut: 540, fin: 1050, personnes: 12, animation: 2, sousGroupe: 5, battement: 0, format: null, blocs: [],
  });
  let deroule = vide();
  let passe = [];
  let calcul = null;

  const deux = (n) => String(n).padStart(2, "0");
  /** « 9 h 05 », sur l’horloge du jour ; au-delà de minuit, l’heure du lendemain. */
  const heure = (minutes) => {
    const m = ((minutes % 1440) + 1440) % 1440;
    return m % 60 ? `${Math.floor(m / 60)} h ${deux(m % 60)}` : `${Math.floor(m / 60)} h`;
  };
  const duree = (minutes) => minutes < 60 ? `${minutes} min`
    : minutes % 60 ? `${Math.floor(minutes / 60)} h ${deux(minutes % 60)}` : `${minutes / 60} h`;
  const champHeure = (minutes) => minutes == null ? "" : `${deux(Math.floor(minutes / 60))}:${deux(minutes % 60)}`;
  const lireHeure = (texte) => {
    const m = /^(\d{1,2}):(\d{2})/.exec(texte);
    return m ? Number(m[1]) * 60 + Number(m[2]) : null;
  };
  const nom = (bloc) => bloc.titre || bloc.activite?.titre || dire("libre");
  const lien = (activite) => window.ArchipelOutils.racine + activite.url +
    (location.protocol === "file:" ? "index.html" : "");
  const phrase = ({ genre, n, min, max }) => dire(genre, { n, min, max });

  /* L’adresse et la mémoire -------------------------------------------------------------------- */

  const attacher = (lu) => {
    for (const bloc of lu.blocs) {
      bloc.activite = bloc.id ? parId.get(bloc.id) ?? null : null;
      bloc.perdue = Boolean(bloc.id && !bloc.activite);
    }
    return lu;
  };

  const ecrit = () => deroule.blocs.length || deroule.titre ? calculs.ecrire(deroule) : "";

  const appareil = memoire("archipel-deroule", trouver("garder"), () => { etat.textContent = mots.gardeNon; });

  function retenir() {
    adresser(ecrit());
    appareil.retenir(ecrit());
  }

  function ouvrir(texte) {
    const { deroule: lu, faute } = calculs.lire(texte);
    if (faute) etat.textContent = mots[faute];
    else deroule = attacher(lu);
  }

  function lireAdresse() {
    const texte = location.hash.slice(1).replace(/^deroule=/, "");
    etat.textContent = "";
    if (texte.startsWith("ajouter=")) {
      let id = "";
      try { id = decodeURIComponent(texte.slice(8)); } catch { /* une adresse mal écrite n’ajoute rien */ }
      const activite = parId.get(id) ?? activites.find(({ url }) => url === texte.slice(8));
      if (activite) changer(() => { ajouter(bloc(activite)); });
      else etat.textContent = mots.inconnue;
      adresser(ecrit());
    } else if (texte && texte !== ecrit()) {
      ouvrir(texte);
    }
    remplir();
    montrer();
  }

  /* Les gestes ---------------------------------------------------------------------------------- */

  const bloc = (activite, autres = {}) => ({
    id: activite?.id ?? null, activite: activite ?? null, titre: "", minutes: activite?.minutes ?? 15, moins: null,
    verrou: null, parallele: false, pause: false, suite: false, ...autres,
  });

  function ajouter(nouveau) {
    if (deroule.blocs.length >= calculs.BLOCS) {
      etat.textContent = mots.plein;
      return;
    }
    deroule.blocs.push(nouveau);
    etat.textContent = dire("ajoute", { nom: nom(nouveau) });
  }

  /** Fait un geste qui se défait, puis montre et retient. */
  function changer(geste) {
    const avant = calculs.ecrire(deroule);
    geste();
    if (calculs.ecrire(deroule) !== avant) passe = [...passe.slice(-49), avant];
    montrer();
    retenir();
  }

  function deplacer(de, vers) {
    if (vers < 0 || vers >= deroule.blocs.length || de === vers) return;
    changer(() => { deroule.blocs.splice(vers, 0, ...deroule.blocs.splice(de, 1)); });
    etat.textContent = dire("deplace", {
      nom: nom(deroule.blocs[vers]), n: vers + 1, total: deroule.blocs.length, heure: heure(calcul.temps[vers].debut),
    });
  }

  /* Ce que l’on voit ---------------------------------------------------------------------------- */

  function remplir() {
    for (const cle of ["titre", "personnes", "animation", "sousGroupe", "battement"]) reglages[cle].value = deroule[cle];
    reglages.debut.value = champHeure(deroule.debut);
    reglages.fin.value = champHeure(deroule.fin);
    reglages.format.value = deroule.format ?? "";
  }

  /** Rend la phrase du premier réglage qui ne va pas. */
  function faute() {
    const champ = [...reglages.elements, ...liste.querySelectorAll("[data-minutes]")].find((c) => !c.checkValidity());
    if (!champ) return "";
    const attendu = champ.type === "number" ? dire("entre", { min: champ.min, max: champ.max }) : mots.uneHeure;
    return dire("reglage", { nom: champ.getAttribute("aria-label") ?? champ.parentNode.firstChild.textContent.trim(), attendu });
  }

  function montrer() {
    const place = document.activeElement?.closest?.("[data-place]")?.dataset.place;
    const geste = document.activeElement?.dataset?.geste;
    calcul = calculs.horaires(deroule);
    liste.replaceChildren(...deroule.blocs.map(ligne));
    if (place && geste) liste.children[Math.min(place, liste.children.length - 1)]?.querySelector(`[data-geste="${geste}"]`)?.focus();
    synthese();
  }

  /** Tout ce qui se calcule, sans toucher aux champs que l’on remplit. */
  function synthese() {
    const mal = faute();
    racine.classList.toggle("en-attente", Boolean(mal));
    if (mal) etat.textContent = mal;
    calcul = calculs.horaires(deroule);
    [...liste.children].forEach((element, i) => temps(element, i));
    const generales = calcul.alertes.filter((alerte) => alerte.bloc === undefined);
    trouver("alertes").replaceChildren(...(mal ? [] : generales.map((a) => creer("p", { class: "avis", texte: phrase(a) }))));
    trouver("bande").replaceChildren(...(mal ? [] : [bande()]));
    const pauses = deroule.blocs.reduce((somme, b, i) => somme + (b.pause ? calcul.temps[i].minutes : 0), 0);
    trouver("fin").textContent = mal ? "" : deroule.blocs.length
      ? dire("finit", { heure: heure(calcul.fin), duree: duree(calcul.fin - deroule.debut), pauses: duree(pauses) }) : mots.vide;
    courses(mal ? [] : calculs.courses(deroule));
    trouver("annuler").disabled = !passe.length;
  }

  function temps(element, i) {
    const { debut, minutes, libre } = calcul.temps[i];
    const b = deroule.blocs[i];
    element.querySelector("[data-debut]").textContent = heure(debut);
    element.querySelector("[data-finit]").textContent = `→ ${heure(debut + minutes)}`;
    const dits = [];
    if (libre) dits.push(creer("p", { class: "detail", texte: `${mots.libreAvant} ${duree(libre)}` }));
    if (minutes !== b.minutes) dits.push(creer("p", { class: "horaire-cede", texte: dire("cede", { a: b.minutes, b: minutes }) }));
    if (b.perdue) dits.push(creer("p", { class: "horaire-alerte", texte: mots.perdue }));
    for (const alerte of calcul.alertes.filter((a) => a.bloc === i)) {
      dits.push(creer("p", { class: "horaire-alerte", texte: phrase(alerte) }));
    }
    element.querySelector("[data-dits]").replaceChildren(...dits);
  }

  function ligne(b, i) {
    const quoi = nom(b);
    const bouton = (geste, signe, action, bloque) => {
      const element = creer("button", { type: "button", "data-geste": geste, "aria-label": `${mots[geste]} : ${quoi}`, title: mots[geste], texte: signe, disabled: bloque });
      element.addEventListener("click", action);
      return element;
    };
    const titre = creer("input", { value: b.titre, maxlength: "120", "data-geste": "titre", "aria-label": mots.titre, placeholder: b.activite?.titre ?? mots.libre });
    titre.value = b.titre;
    const minutes = creer("input", { type: "number", min: "1", max: "1440", required: "", inputmode: "numeric", "data-minutes": "", "data-geste": "minutes", "aria-label": `${mots.minutes} : ${quoi}` });
    minutes.value = b.minutes;
    const fixe = creer("input", { type: "checkbox", checked: b.verrou != null, "data-geste": "fixe" });
    const quand = creer("input", { type: "time", "aria-label": `${mots.heure} : ${quoi}`, hidden: b.verrou == null, "data-geste": "quand" });
    quand.value = champHeure(b.verrou);
    const ensemble = creer("input", { type: "checkbox", checked: b.parallele, disabled: i === 0, "data-geste": "ensemble" });
    titre.addEventListener("change", () => changer(() => { b.titre = titre.value.trim(); }));
    minutes.addEventListener("input", () => {
      if (minutes.checkValidity()) { b.minutes = Number(minutes.value); if (b.moins > b.minutes) b.moins = b.minutes; etat.textContent = ""; }
      synthese();
    });
    minutes.addEventListener("change", () => { if (minutes.checkValidity()) retenir(); });
    fixe.addEventListener("change", () => changer(() => { b.verrou = fixe.checked ? calcul.temps[i].debut % 1440 : null; }));
    quand.addEventListener("change", () => changer(() => { b.verrou = lireHeure(quand.value); }));
    ensemble.addEventListener("change", () => changer(() => { b.parallele = ensemble.checked; }));
    const element = creer("li", { class: `bloc${b.pause ? " bloc-pause" : ""}${b.parallele ? " bloc-parallele" : ""}`, "data-place": String(i) },
      creer("span", { class: "poignee", "aria-hidden": "true", draggable: true, texte: "⠿" }),
      creer("p", { class: "horaire-temps" }, creer("strong", { "data-debut": "" }), creer("span", { class: "detail", "data-finit": "" })),
      creer("div", { class: "bloc-corps" },
        creer("div", { class: "bloc-nom" }, titre, b.activite ? creer("a", { href: lien(b.activite), target: "_blank", rel: "opener", texte: b.activite.titre }) : ""),
        creer("div", { class: "bloc-reglages" },
          creer("label", {}, minutes, " min"),
          creer("label", {}, fixe, ` ${mots.verrou} `, quand),
          i ? creer("label", {}, ensemble, ` ${mots.parallele}`) : ""),
        creer("div", { "data-dits": "" })),
      creer("div", { class: "bloc-gestes" },
        bouton("monter", "↑", () => glisse(i, i - 1, "monter"), i === 0),
        bouton("descendre", "↓", () => glisse(i, i + 1, "descendre"), i === deroule.blocs.length - 1),
        bouton("retirer", "×", () => retirer(i), false)));
    element.addEventListener("keydown", (event) => {
      if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
      event.preventDefault();
      glisse(i, i + (event.key === "ArrowUp" ? -1 : 1), event.target.dataset.geste ?? "monter");
    });
    return element;
  }

  /** Déplace d’une place et garde le bouton sous la main. */
  function glisse(de, vers, geste) {
    if (vers < 0 || vers >= deroule.blocs.length) return;
    deplacer(de, vers);
    const boutons = liste.children[vers].querySelectorAll("[data-geste]");
    const suite = [...boutons].find((b) => b.dataset.geste === geste && !b.disabled);
    (suite ?? [...boutons].find((b) => b.matches("button:not(:disabled)"))).focus();
  }

  function retirer(i) {
    const retire = nom(deroule.blocs[i]);
    changer(() => { deroule.blocs.splice(i, 1); });
    etat.textContent = dire("retire", { nom: retire });
    (liste.children[Math.min(i, liste.children.length - 1)]?.querySelector('[data-geste="retirer"]') ?? trouver("annuler")).focus();
  }

  /** Les phases du jour d’un coup d’œil ; les mots sont dans la liste. */
  function bande() {
    const svg = (balise, attributs) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", balise);
      for (const [cle, valeur] of Object.entries(attributs)) element.setAttribute(cle, valeur);
      return element;
    };
    const total = Math.max(calcul.fin - deroule.debut, 1);
    const image = svg("svg", { class: "bande", viewBox: `0 0 ${total} 10`, preserveAspectRatio: "none", "aria-hidden": "true" });
    deroule.blocs.forEach((b, i) => {
      const { debut, minutes } = calcul.temps[i];
      const rang = calculs.rangees(deroule.blocs).find((r) => r.includes(i));
      const haut = 10 / rang.length;
      image.append(svg("rect", {
        x: debut - deroule.debut, width: minutes, y: haut * rang.indexOf(i), height: haut,
        class: b.pause ? "bande-pause" : `bande-${b.activite?.phase ?? ""}`,
      }));
    });
    return image;
  }

  function courses(objets) {
    const partie = trouver("courses");
    partie.hidden = !objets.length;
    partie.setAttribute("aria-labelledby", "courses");
    partie.replaceChildren(creer("h2", { id: "courses", texte: dire("courses", { n: deroule.personnes }) }), tableau(objets));
  }

  const tableau = (objets) => creer("table", { class: "courses" },
    creer("thead", {}, creer("tr", {}, ...["objet", "quantite", "pour"].map((mot) => creer("th", { scope: "col", texte: mots[mot] })))),
    creer("tbody", {}, ...objets.map(({ nom: objet, total, blocs }) => creer("tr", {},
      creer("th", { scope: "row", texte: objet }), creer("td", { texte: String(total) }),
      creer("td", { texte: [...new Set(blocs.map((i) => nom(deroule.blocs[i])))].join(", ") })))));

  /* Glisser à la souris ou au doigt --------------------------------------------------------------- */

  let tire = null;
  const sous = (y) => [...liste.children].findIndex((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return y >= top && y <= bottom;
  });
  liste.addEventListener("dragstart", (event) => event.preventDefault());
  liste.addEventListener("pointerdown", (event) => {
    if (!event.target.matches(".poignee")) return;
    event.preventDefault();
    tire = Number(event.target.closest("[data-place]").dataset.place);
    liste.setPointerCapture(event.pointerId);
    liste.children[tire].classList.add("bloc-tire");
  });
  liste.addEventListener("pointermove", (event) => {
    if (tire === null) return;
    const vers = sous(event.clientY);
    [...liste.children].forEach((element, i) => element.classList.toggle("bloc-vers", i === vers && i !== tire));
  });
  const lacher = (event) => {
    if (tire === null) return;
    const [de, vers] = [tire, sous(event.clientY)];
    tire = null;
    for (const element of liste.children) element.classList.remove("bloc-vers", "bloc-tire");
    if (event.type === "pointerup" && vers >= 0) deplacer(de, vers);
  };
  liste.addEventListener("pointerup", lacher);
  liste.addEventListener("pointercancel", lacher);

  /* Les réglages et les ajouts ------------------------------------------------------------------- */

  reglages.addEventListener("submit", (event) => event.preventDefault());
  reglages.addEventListener("input", () => {
    etat.textContent = "";
    for (const cle of ["personnes", "animation", "sousGroupe", "battement"]) {
      if (reglages[cle].checkValidity()) deroule[cle] = Number(reglages[cle].value);
    }
    if (reglages.debut.checkValidity()) deroule.debut = lireHeure(reglages.debut.value) ?? deroule.debut;
    deroule.fin = lireHeure(reglages.fin.value);
    deroule.titre = reglages.titre.value;
    deroule.format = reglages.format.value || null;
    synthese();
    if (!faute()) retenir();
  });

  const ajouts = trouver("ajouts");
  ajouts.addEventListener("submit", (event) => {
    event.preventDefault();
    const champ = ajouts.elements.methode;
    const cherche = champ.value.trim().toLowerCase();
    const activite = activites.find(({ titre }) => titre.toLowerCase() === cherche);
    if (!activite) {
      etat.textContent = mots.inconnue;
      return;
    }
    changer(() => ajouter(bloc(activite)));
    champ.value = "";
    champ.focus();
  });
  const modeles = {
    accueil: () => bloc(null, { titre: mots.accueil, minutes: 15 }),
    pause: () => bloc(null, { titre: mots.pause, minutes: 15, moins: 10, pause: true }),
    repas: () => bloc(null, { titre: mots.repas, minutes: 60, verrou: 750, pause: true }),
    libre: () => bloc(null, { titre: mots.libre, minutes: 15 }),
  };
  ajouts.addEventListener("click", (event) => {
    const { ajout } = event.target.dataset;
    if (ajout) changer(() => ajouter(modeles[ajout]()));
  });

  trouver("annuler").addEventListener("click", () => {
    const avant = passe.pop();
    if (!avant) return;
    ouvrir(avant);
    etat.textContent = "";
    remplir();
    montrer();
    retenir();
  });
  trouver("vider").addEventListener("click", () => {
    changer(() => { deroule = vide(); });
    remplir();
    montrer();
    etat.textContent = mots.vide;
    reglages.titre.focus();
  });
  trouver("garder").addEventListener("change", () => {
    if (trouver("garder").checked) return retenir();
    appareil.oublier();
  });
  trouver("copier").addEventListener("click", () => {
    Promise.resolve(navigator.clipboard?.writeText(location.href))
      .then(() => { etat.textContent = mots.copie; }, () => { etat.textContent = location.href; });
  });

  document.getElementById("methodes-du-site").replaceChildren(...activites.map(({ titre }) => creer("option", { value: titre })));
  for (const [id, texte] of Object.entries(criteres.format?.valeurs ?? {})) {
    reglages.format.append(creer("option", { value: id, texte }));
  }

  window.ArchipelComposeur = {
    racine, mots, dire, creer, heure, duree, nom, tableau, lien, phrase, faute,
    get deroule() { return deroule; },
    get calcul() { return calcul; },
    dit(texte) { etat.textContent = texte; },
  };

  const gardee = appareil.lire();
  if (gardee !== null) {
    trouver("garder").checked = true;
    if (gardee && !/^#d\d/.test(location.hash)) ouvrir(gardee);
  }
  racine.hidden = false;
  addEventListener("hashchange", lireAdresse);
  lireAdresse();
})();
