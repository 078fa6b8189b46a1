/* Choisit des cartes, et en fait des planches à découper ou un livret. Sans ce script, la page imprime
   toutes ses cartes, quatre par feuille ; ici, une carte a un recto et un verso, qu’un script à côté
   de chaque fiche donne.

   Le choix est dans l’adresse, après « # » : « c1.SOMME.DONNÉES ». « #ajouter=methodes/world-cafe,… »
   ajoute des fiches : les autres pages y mènent, dans l’onglet « archipel-cartes ». Rien n’est gardé sur
   l’appareil avant que la case soit cochée. */
(() => {
  "use strict";

  const racine = document.querySelector("[data-choix]");
  if (!racine) return;
  const { charger, creer, adresser, memoire, motsDe } = window.ArchipelOutils;
  const { emballer, deballer } = window.ArchipelCalculs;
  const { mots, dire } = motsDe(racine);
  const trouver = (nom) => racine.querySelector(`[data-${nom}]`);
  const [etat, liste, reglages] = ["etat", "liste", "reglages"].map(trouver);
  const partie = document.querySelector("[data-partie-planches]");
  const planches = partie.querySelector("[data-planches]");
  const PAR_SOMMAIRE = 22;
  const MAX = 400;

  const cartes = new Map([...document.querySelectorAll("[data-carte]")].map((element) => [
    element.dataset.carte, {
      id: element.dataset.carte, element, titre: element.querySelector("h3").textContent,
      donnees: element.querySelector("h3 a").href.replace(/index\.html$/, "") + "carte.js",
    }]));
  let choix = [];

  /* L’adresse et la mémoire -------------------------------------------------------------------- */

  const ecrit = () => choix.length || reglages.titre.value
    ? emballer("c", [reglages.sortie.value, reglages.titre.value, reglages.perdu.checked ? 1 : 0, choix]) : "";
  const appareil = memoire("archipel-cartes", trouver("garder"), () => { etat.textContent = mots.gardeNon; });

  function retenir() {
    adresser(ecrit());
    appareil.retenir(ecrit());
  }

  function ouvrir(texte) {
    const { valeur, faute } = deballer("c", texte);
    if (faute) {
      etat.textContent = mots[faute];
      return;
    }
    const [sortie, titre, perdu, ids] = Array.isArray(valeur) ? valeur : [];
    const juste = ["cartes", "livret"].includes(sortie) && typeof titre === "string" && titre.length <= 120 &&
      [0, 1].includes(perdu) && Array.isArray(ids) && ids.length <= MAX && ids.every((id) => typeof id === "string");
    if (!juste) {
      etat.textContent = mots.fausse;
      return;
    }
    choix = [...new Set(ids)].filter((id) => cartes.has(id));
    const perdues = new Set(ids).size - choix.length;
    if (perdues) etat.textContent = dire("perdue", { n: perdues });
    reglages.sortie.value = sortie;
    reglages.titre.value = titre;
    reglages.perdu.checked = perdu === 1;
  }

  function ajouter(ids) {
    const connues = ids.map((id) => id.replace(/\/$/, "")).filter((id) => cartes.has(id));
    const neuves = [...new Set(connues)].filter((id) => !choix.includes(id)).slice(0, MAX);
    choix.push(...neuves);
    etat.textContent = neuves.length === 1 ? dire("ajoutee", { nom: cartes.get(neuves[0]).titre })
      : neuves.length ? dire("ajoutees", { n: neuves.length }) : connues.length ? mots.deja : mots.inconnue;
  }

  function lireAdresse() {
    const texte = location.hash.slice(1);
    etat.textContent = "";
    if (texte.startsWith("ajouter=")) {
      let ids = "";
      try { ids = decodeURIComponent(texte.slice(8)); } catch { /* une adresse mal écrite n’ajoute rien */ }
      ajouter(ids.split(","));
      retenir();
    } else if (/^[a-z]\d*\./.test(texte) && texte !== ecrit()) {
      ouvrir(texte);
    }
    montrer();
  }

  /* Le choix ------------------------------------------------------------------------------------ */

  function montrer() {
    const n = choix.length;
    trouver("compte").textContent = n === 0 ? mots.vide : n === 1 ? mots.une : dire("compte", { n });
    liste.replaceChildren(...choix.map(ligne));
    racine.classList.toggle("choix-livret", reglages.sortie.value === "livret");
    for (const { id, element } of cartes.values()) {
      element.querySelector("[data-prendre]").disabled = choix.includes(id);
    }
    for (const nom of ["imprimer-choix", "copier", "vider"]) trouver(nom).disabled = !n;
    dessiner();
  }

  function ligne(id, i) {
    const { titre } = cartes.get(id);
    const bouton = (geste, signe, action, bloque) => {
      const element = creer("button", { type: "button", "data-geste": geste, "aria-label": `${mots[geste]} : ${titre}`, title: mots[geste], texte: signe, disabled: bloque });
      element.addEventListener("click", () => {
        action();
        retenir();
        montrer();
        const voisine = liste.children[Math.min(geste === "monter" ? i - 1 : i, choix.length - 1)];
        (voisine?.querySelector(`[data-geste="${geste}"]:not(:disabled)`) ?? voisine?.querySelector("button:not(:disabled)")
          ?? trouver("toutes")).focus();
      });
      return element;
    };
    return creer("li", {}, creer("span", { texte: titre }),
      bouton("monter", "↑", () => { choix.splice(i - 1, 0, ...choix.splice(i, 1)); }, i === 0),
      bouton("retirer", "×", () => {
        choix.splice(i, 1);
        etat.textContent = dire("retiree", { nom: titre });
      }, false));
  }

  /* Les planches -------------------------------------------------------------------------------- */

  /** Amène les deux faces des cartes choisies : chacune est un script à côté de sa fiche. */
  function amener() {
    const manquent = choix.map((id) => cartes.get(id)).filter((carte) => !window.ArchipelCartes?.[carte.id]);
    return Promise.all(manquent.map((carte) => charger(carte.donnees).catch(console.warn)));
  }

  function face(genre, nom, { id, titre }) {
    const recue = new DOMParser().parseFromString(window.ArchipelCartes?.[id] ?? "", "text/html").querySelector(`.face-${genre}`);
    const [pied] = recue?.querySelectorAll(".jeu-pied") ?? [];
    pied?.remove();
    return creer("article", { class: `face face-${genre}` },
      creer("header", {}, creer("p", { texte: nom }), creer("h3", { texte: titre })),
      creer("div", { class: "face-corps" }, ...(recue?.children ?? []), creer("p", { class: "face-suite", texte: mots.suite, hidden: true })),
      ...(pied ? [pied] : []));
  }

  const recto = (carte) => face("recto", mots.site, carte);
  const verso = (carte) => face("verso", mots.deroule, carte);

  /** Quatre rectos, puis leurs versos dans l’ordre où une feuille retournée sur son bord long les met. */
  function aDecouper() {
    const choisies = choix.map((id) => cartes.get(id));
    const perdu = reglages.perdu.checked ? " planche-perdu" : "";
    if (choisies.length === 1) {
      return [recto, verso].map((face) => creer("div", { class: `planche planche-seule${perdu}` }, face(choisies[0])));
    }
    const feuilles = [];
    for (let i = 0; i < choisies.length; i += 4) {
      const quatre = [0, 1, 2, 3].map((place) => choisies[i + place]);
      const rang = (face, ordre) => creer("div", { class: `planche${perdu}` },
        ...ordre.map((place) => quatre[place] ? face(quatre[place]) : creer("div", { class: "face-vide" })));
      feuilles.push(rang(recto, [0, 1, 2, 3]), rang(verso, [1, 0, 3, 2]));
    }
    return feuilles;
  }

  /** Couverture, sommaire, puis chaque fiche sur deux pages qui se regardent. */
  function livret() {
    const choisies = choix.map((id) => cartes.get(id));
    const titre = reglages.titre.value || mots.titre;
    const page = (genre, ...enfants) => creer("div", { class: `planche page-livret ${genre}` }, ...enfants);
    const sommaires = Math.ceil(choisies.length / PAR_SOMMAIRE);
    // Une fiche commence à gauche : sur une page paire.
    const premiere = 3 + sommaires + (sommaires + 3) % 2;
    const pages = [
      page("page-couverture", creer("p", { texte: mots.site }), creer("h2", { texte: titre }),
        creer("p", { texte: choix.length === 1 ? mots.uneFiche : dire("fiches", { n: choix.length }) })),
      page("page-colophon", creer("p", { texte: dire("colophon", { n: choix.length, site: mots.site }) })),
    ];
    for (let s = 0; s < sommaires; s += 1) {
      const debut = s * PAR_SOMMAIRE;
      pages.push(page("page-sommaire", creer("h2", { texte: mots.sommaire }),
        creer("ol", { start: debut + 1 }, ...choisies.slice(debut, debut + PAR_SOMMAIRE).map((carte, i) =>
          creer("li", {}, creer("span", { texte: carte.titre }), creer("b", { texte: String(premiere + 2 * (debut + i)) }))))));
    }
    while (pages.length < premiere - 1) pages.push(page("page-blanche"));
    for (const carte of choisies) pages.push(page("page-fiche", recto(carte)), page("page-fiche", verso(carte)));
    return pages;
  }

  const deborde = (face) => {
    const corps = face.querySelector(".face-corps");
    return corps.scrollHeight > corps.clientHeight + 1 || corps.scrollWidth > corps.clientWidth + 1;
  };

  /** Fait tenir une face : les lettres rapetissent d’abord, puis les consignes se coupent, ce qu’elle dit. */
  function ajuster(face) {
    const tient = () => {
      for (let taille = 1; taille >= 0.72; taille -= 0.04) {
        face.style.setProperty("--taille", taille.toFixed(2));
        if (!deborde(face)) return true;
      }
      return false;
    };
    if (tient()) return;
    const suite = face.querySelector(".face-suite");
    if (suite) suite.hidden = false;
    const textes = [...face.querySelectorAll("ol .jeu-plus")];
    for (const texte of textes) {
      const [phrase] = /^.+?[.!?…](?:\s*»)?(?=\s|$)/.exec(texte.textContent) ?? [];
      if (phrase && phrase.length < texte.textContent.length) texte.textContent = `${phrase} […]`;
    }
    if (tient()) return;
    for (const texte of [face.querySelector(".jeu-materiel"), face.querySelector(".jeu-quand"), ...textes.reverse()]) {
      texte?.remove();
      if (!deborde(face)) return;
    }
  }

  let dessin = 0;

  /** Attend les cartes, puis dessine ; un dessin plus récent remplace celui qui attend. */
  function dessiner() {
    dessin += 1;
    const celui = dessin;
    partie.hidden = !choix.length;
    partie.classList.add("planches-en-attente");
    amener().then(() => {
      if (celui !== dessin) return;
      planches.replaceChildren(...(choix.length ? (reglages.sortie.value === "livret" ? livret() : aDecouper()) : []));
      planches.classList.add("planches-mesure");
      planches.querySelectorAll(".face").forEach(ajuster);
      planches.classList.remove("planches-mesure");
      partie.classList.remove("planches-en-attente");
    });
  }

  /* Les gestes ---------------------------------------------------------------------------------- */

  const geste = (nom, action) => trouver(nom).addEventListener("click", action);
  geste("imprimer-choix", () => {
    Promise.allSettled([...planches.querySelectorAll("img")].map((image) => image.decode())).then(() => print());
  });
  geste("toutes", () => {
    ajouter([...cartes.keys()]);
    retenir();
    montrer();
  });
  geste("vider", () => {
    choix = [];
    reglages.titre.value = "";
    retenir();
    montrer();
    etat.textContent = mots.vide;
    trouver("toutes").focus();
  });
  geste("copier", () => {
    Promise.resolve(navigator.clipboard?.writeText(location.href))
      .then(() => { etat.textContent = mots.copie; }, () => { etat.textContent = location.href; });
  });
  reglages.addEventListener("submit", (event) => event.preventDefault());
  reglages.addEventListener("change", () => {
    retenir();
    montrer();
  });
  trouver("garder").addEventListener("change", () => {
    if (trouver("garder").checked) retenir();
    else appareil.oublier();
  });
  for (const { id, element, titre } of cartes.values()) {
    const bouton = creer("button", { type: "button", class: "ajouter", "data-prendre": "", "aria-label": `${mots.ajouter} : ${titre}`, texte: mots.ajouter });
    bouton.addEventListener("click", () => {
      ajouter([id]);
      retenir();
      montrer();
    });
    element.append(bouton);
  }

  const gardee = appareil.lire();
  if (gardee !== null) {
    trouver("garder").checked = true;
    if (gardee && !/^#c\d/.test(location.hash)) ouvrir(gardee);
  }
  racine.hidden = false;
  addEventListener("hashchange", lireAdresse);
  // Les lettres doivent être là, et le style aussi, avant que les faces se mesurent.
  Promise.resolve(document.fonts?.ready).then(lireAdresse);
})();
