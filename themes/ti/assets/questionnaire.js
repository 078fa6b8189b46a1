/* Un questionnaire qui se remplit dans la page. Sans ce script, c’est un formulaire à imprimer, avec
   les points de chaque réponse et le barème dessous.

   <div data-questionnaire="score|grille|parcours" data-mot-…>
     <section data-partie data-filtre> <form> <fieldset data-poids data-bloquant data-critere>
       <input type="radio" value="points ou choix"> … <textarea>
     <div data-resultat hidden> <p data-etat> <p data-actions hidden>
   <section data-bareme> <div data-seuil> … <p data-ferme>

   Les réponses sont dans l’adresse, après « # » : « r1.SOMME.DONNÉES ». Rien n’est gardé ni envoyé. */
(() => {
  "use strict";

  const { charger, activites, racine, composeur } = window.ArchipelOutils;
  const form = document.querySelector("[data-questionnaire]");
  if (!form) return;
  const mots = form.dataset;
  const mode = mots.questionnaire;
  const etat = form.querySelector("[data-etat]");
  const resultat = form.querySelector("[data-resultat]");
  const bareme = document.querySelector("[data-bareme]");
  const MAX = 12000;

  const questions = [...form.querySelectorAll(".question")].map((element) => {
    const partie = element.closest("[data-partie]");
    const choix = [...element.querySelectorAll("[type=radio]")];
    return {
      element, partie, boutons: choix, critere: element.dataset.critere,
      titre: element.querySelector("legend").textContent, phrase: element.querySelector("textarea"),
      valeurs: choix.map((bouton) => Number(bouton.value) || 0),
      poids: Number(element.dataset.poids ?? 1),
      bloque: "bloquant" in element.dataset || "filtre" in partie.dataset,
      get choix() {
        const coche = choix.findIndex((bouton) => bouton.checked);
        return coche < 0 ? null : coche;
      },
    };
  });
  const seuils = [...(bareme?.querySelectorAll("[data-seuil]") ?? [])];
  const dire = (mot, valeurs = {}) =>
    Object.entries(valeurs).reduce((texte, [nom, valeur]) => texte.replaceAll(`{${nom}}`, valeur), mot ?? "");
  const creer = (nom, texte, ...enfants) => {
    const element = document.createElement(nom);
    if (texte) element.textContent = texte;
    element.append(...enfants);
    return element;
  };
  const texteDe = (bouton) => bouton.nextSibling.textContent.trim();

  /* L’adresse ----------------------------------------------------------------------------- */

  function adresse() {
    const reponses = questions.map((question) => question.choix ?? -1);
    const phrases = questions.map((question) => question.phrase?.value ?? "");
    if (reponses.every((choix) => choix < 0) && phrases.every((phrase) => !phrase)) return "";
    const octets = new TextEncoder().encode(JSON.stringify([reponses, phrases.some(Boolean) ? phrases : []]));
    let lettres = "";
    for (const octet of octets) lettres += String.fromCharCode(octet);
    const base = btoa(lettres).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    return `#r1.${ArchipelCalculs.somme(octets)}.${base}`;
  }

  function retenir() {
    const suite = adresse();
    try {
      history.replaceState(null, "", suite || location.pathname + location.search);
    } catch {
      location.hash = suite;
    }
  }

  /** Reprend les réponses de l’adresse ; rend une phrase si elle n’est pas bonne. */
  function reprendre() {
    const texte = location.hash.slice(1);
    if (!/^r\d+\./.test(texte)) return "";
    if (texte.length > MAX) return mots.motLongue;
    const [version, somme, base = ""] = texte.split(".");
    if (version !== "r1") return mots.motVersion;
    try {
      const lettres = atob(base.replaceAll("-", "+").replaceAll("_", "/"));
      const octets = Uint8Array.from(lettres, (lettre) => lettre.charCodeAt(0));
      if (ArchipelCalculs.somme(octets) !== somme) return mots.motCoupee;
      const [reponses, phrases] = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(octets));
      const tient = Array.isArray(reponses) && Array.isArray(phrases) && reponses.length === questions.length &&
        reponses.every((choix, q) => Number.isInteger(choix) && choix >= -1 && choix < questions[q].boutons.length);
      if (!tient) return mots.motVersion;
      questions.forEach((question, q) => {
        question.boutons.forEach((bouton, b) => { bouton.checked = b === reponses[q]; });
        if (question.phrase) question.phrase.value = String(phrases[q] ?? "").slice(0, 300);
      });
      return "";
    } catch {
      return mots.motCoupee;
    }
  }

  /* Le résultat ---------------------------------------------------------------------------- */

  /** Une barre dont la longueur dit une part, et ses mots. */
  function barre(nom, n, total) {
    const jauge = creer("meter");
    Object.assign(jauge, { min: 0, max: total || 1, value: n });
    jauge.setAttribute("aria-label", nom);
    return creer("li", "", creer("span", nom), jauge, creer("span", dire(mots.motPoints, { n, total })));
  }

  const copie = (element) => [...element.cloneNode(true).childNodes];

  function texteDuSeuil(place) {
    const article = seuils[place];
    if (!article) return [];
    return [
      creer("h2", article.querySelector("[data-titre]").textContent || mots.motResultat),
      ...copie(article.querySelector("dd")),
    ];
  }

  function score() {
    const compte = ArchipelCalculs.score(questions, seuils.map((seuil) => Number(seuil.dataset.seuil)));
    etat.textContent = compte.repondues < questions.length
      ? dire(mots.motReste, { n: compte.repondues, total: questions.length }) : "";
    const complet = compte.repondues === questions.length;
    if (compte.arret >= 0 && bareme?.querySelector("[data-ferme]")) return ferme();
    if (!complet) return [];
    const parties = [...new Set(questions.map((question) => question.partie))].map((partie) => {
      const siennes = questions.filter((question) => question.partie === partie);
      const { total, haut } = ArchipelCalculs.score(siennes, []);
      return barre(partie.dataset.partie, total, haut);
    });
    const liste = creer("ul", "", ...parties);
    liste.className = "outil-barres";
    const total = creer("p", dire(mots.motPoints, { n: compte.total, total: compte.haut }));
    total.className = "outil-total";
    return [total, ...texteDuSeuil(compte.seuil), creer("h3", mots.motThemes), liste];
  }

  const ferme = () => [creer("h2", mots.motFerme), creer("p", "", ...copie(bareme.querySelector("[data-ferme]")))];

  function grille() {
    const compte = ArchipelCalculs.score(questions, seuils.map((seuil) => Number(seuil.dataset.seuil)));
    const filtre = questions.filter((question) => question.bloque);
    const passe = filtre.every((question) => question.choix != null && question.valeurs[question.choix] > 0);
    const complet = compte.repondues === questions.length;
    for (const question of questions) question.element.disabled = compte.arret >= 0 && !question.bloque;
    etat.textContent = compte.arret >= 0 ? mots.motFerme
      : complet ? "" : (passe && filtre.length ? `${mots.motFiltre} ` : "") +
        dire(mots.motReste, { n: compte.repondues, total: questions.length });
    if (compte.arret < 0 && !complet) return [];
    return [...(compte.arret >= 0 ? ferme() : texteDuSeuil(compte.seuil)), creer("h2", mots.motFeuille), feuille()];
  }

  /** La feuille à apporter : critère, réponse, phrase. */
  function feuille() {
    const tete = creer("tr", "", ...[mots.motCritere, mots.motReponse, mots.motPhrase].map((mot) => {
      const cellule = creer("th", mot);
      cellule.scope = "col";
      return cellule;
    }));
    const lignes = questions.filter((question) => !question.element.disabled).map((question) => {
      const nom = creer("th", question.titre);
      nom.scope = "row";
      const reponse = question.choix == null ? mots.motSans : texteDe(question.boutons[question.choix]);
      return creer("tr", "", nom, creer("td", reponse), creer("td", question.phrase?.value || "…"));
    });
    const table = creer("table", "", creer("thead", "", tete), creer("tbody", "", ...lignes));
    table.className = "outil-feuille";
    return table;
  }

  /* Le parcours : les fiches qui répondent, et pourquoi --------------------------------------- */

  const dans = ([bas, haut], n) => n >= bas && n <= haut;
  const repond = (activite, critere, choix) => {
    if (critere === "duree") return activite.duree[0] <= Number(choix);
    if (critere === "personnes") return dans(activite.personnes, Number(choix));
    if (critere === "formats") return !activite.formats.length || activite.formats.includes(choix);
    return (activite.criteres[critere] ?? []).includes(choix);
  };

  function parcours() {
    const voulus = questions
      .filter((question) => question.choix != null && question.boutons[question.choix].value)
      .map((question) => {
        const bouton = question.boutons[question.choix];
        return { critere: question.critere, choix: bouton.value, texte: texteDe(bouton) };
      });
    if (!voulus.length) {
      etat.textContent = dire(mots.motReste, { n: 0, total: questions.length });
      return [];
    }
    if (!window.ArchipelActivites) {
      etat.textContent = mots.motCharge;
      charger(racine + activites).then(montrer, () => { etat.textContent = activites; });
      return [];
    }
    const classees = window.ArchipelActivites.activites.map((activite) => {
      const oui = voulus.filter(({ critere, choix }) => repond(activite, critere, choix));
      return { activite, oui, non: voulus.filter((voulu) => !oui.includes(voulu)) };
    }).filter(({ oui }) => oui.length && oui.includes(voulus[0]))
      .sort((a, b) => a.non.length - b.non.length || a.activite.titre.localeCompare(b.activite.titre));
    const justes = classees.filter(({ non }) => !non.length);
    const proches = classees.filter(({ non }) => non.length === 1).slice(0, justes.length < 3 ? 5 : 0);
    etat.textContent = justes.length ? dire(mots.motToutes, { n: justes.length }) : mots.motAucune;
    const blocs = [];
    if (justes.length) blocs.push(creer("h2", dire(mots.motToutes, { n: justes.length })), liste(justes.slice(0, 12)));
    if (justes.length > 12) blocs.push(creer("p", dire(mots.motAutres, { n: justes.length - 12 })));
    if (proches.length) blocs.push(creer("h2", mots.motPresque), liste(proches));
    if (!blocs.length) blocs.push(creer("p", mots.motAucune));
    return blocs;
  }

  function liste(reponses) {
    const cartes = reponses.map(({ activite, oui, non }) => {
      const lien = creer("a", activite.titre);
      lien.href = racine + activite.url + (location.protocol === "file:" ? "index.html" : "");
      const raison = creer("p", dire(mots.motOui, { liste: oui.map(({ texte }) => texte).join(" · ") }));
      raison.className = "outil-raison";
      const titre = creer("h3", "", lien);
      titre.className = "carte-titre";
      const carte = creer("li", "", titre, creer("p", activite.resume), raison);
      carte.className = "carte";
      if (non.length) {
        const sauf = creer("p", dire(mots.motNon, { liste: non.map(({ texte }) => texte).join(" · ") }));
        sauf.className = "outil-raison outil-sauf";
        carte.append(sauf);
      }
      if (composeur) {
        const ajout = creer("a", mots.motAjouter);
        ajout.href = `${composeur}#ajouter=${encodeURIComponent(activite.id)}`;
        ajout.target = "archipel-deroule";
        ajout.className = "ajouter";
        ajout.setAttribute("aria-label", `${mots.motAjouter} : ${activite.titre}`);
        carte.append(creer("p", "", ajout));
      }
      return carte;
    });
    const liste = creer("ul", "", ...cartes);
    liste.className = "cartes";
    return liste;
  }

  function montrer() {
    const contenu = { score, grille, parcours }[mode]?.() ?? [];
    resultat.hidden = !contenu.length;
    resultat.replaceChildren(...contenu);
  }

  /* Les gestes ----------------------------------------------------------------------------- */

  function commencer() {
    document.documentElement.classList.add("outil-actif");
    if (bareme) bareme.hidden = true;
    form.querySelector("[data-actions]").hidden = false;
    form.addEventListener("input", () => { retenir(); montrer(); });
    // « Entrée » n’envoie rien : il n’y a personne à qui envoyer.
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("[data-effacer]").addEventListener("click", () => {
      for (const question of questions) {
        question.element.form.reset();
        question.element.disabled = false;
      }
      retenir();
      montrer();
      questions[0]?.boutons[0]?.focus();
    });
    form.querySelector("[data-imprimer]").addEventListener("click", () => print());
    form.querySelector("[data-copier]").addEventListener("click", () => {
      Promise.resolve(navigator.clipboard?.writeText(location.href))
        .then(() => { etat.textContent = mots.motCopie; }, () => { etat.textContent = location.href; });
    });
    const lire = () => {
      const faute = reprendre();
      montrer();
      if (faute) etat.textContent = faute;
    };
    addEventListener("hashchange", lire);
    lire();
  }

  commencer();
})();
