/* L’arithmétique des outils : horaires, matériel, scores, adresses. Rien ici ne touche à la page.
   Le générateur calcule de même (module Tools) : les deux reproduisent Tests/Fixtures/tools/cases.json.

   Un déroulé : { titre, debut, fin, personnes, animation, sousGroupe, battement, format, blocs },
   un bloc : { activite, titre, minutes, moins, verrou, parallele, pause, suite }, une activité :
   { minutes, duree: [a, b], personnes: [a, b], animation, formats, materiel: [[nom, n, par, consommable]] }.
   Les heures sont des minutes depuis minuit ; null quand rien n’est dit. */
(() => {
  "use strict";

  const BLOCS = 100;
  const LONGUEUR = 20000;

  const moins = (bloc) => Math.min(bloc.moins ?? bloc.activite?.duree[0] ?? bloc.minutes, bloc.minutes);

  /** Les blocs qui ont lieu en même temps, par leurs places. */
  function rangees(blocs) {
    const rangees = [];
    blocs.forEach((bloc, place) => {
      if (bloc.parallele && rangees.length) rangees.at(-1).push(place);
      else rangees.push([place]);
    });
    return rangees;
  }

  const part = (deroule, rangee) => Math.ceil(deroule.personnes / rangee.length);

  /** Quand chaque bloc commence et finit, et ce qu’il faut savoir avant de se lancer. */
  function horaires(deroule) {
    const { blocs } = deroule;
    const rangs = rangees(blocs);
    const temps = blocs.map((bloc) => ({ debut: deroule.debut, minutes: bloc.minutes, libre: 0 }));
    const alertes = [];
    const battements = rangs.map((rang, r) =>
      r === 0 || blocs[rang[0]].pause || blocs[rangs[r - 1][0]].pause ? 0 : deroule.battement);
    const duree = (r) => Math.max(...rangs[r].map((place) => temps[place].minutes));
    const arrivee = (r) => r === 0 ? deroule.debut : temps[rangs[r - 1][0]].debut + duree(r - 1) + battements[r];
    const poser = (r, debut, libre) => {
      for (const place of rangs[r]) {
        temps[place].debut = debut;
        temps[place].libre = place === rangs[r][0] ? libre : 0;
      }
    };
    let premiere = 0;
    rangs.forEach((rang, r) => {
      const verrou = rang.map((place) => blocs[place].verrou).find((heure) => heure != null);
      if (verrou != null && arrivee(r) > verrou) {
        let retard = arrivee(r) - verrou;
        for (let b = r; b >= premiere; b -= 1) {
          const cede = Math.min(battements[b], retard);
          battements[b] -= cede;
          retard -= cede;
        }
        for (let b = r - 1; b >= premiere; b -= 1) {
          const longueur = duree(b);
          const plancher = Math.max(...rangs[b].map((place) => Math.min(temps[place].minutes, moins(blocs[place]))));
          const cede = Math.min(longueur - plancher, retard);
          for (const place of rangs[b]) temps[place].minutes = Math.min(temps[place].minutes, longueur - cede);
          retard -= cede;
        }
        for (let b = premiere; b < r; b += 1) poser(b, arrivee(b), 0);
        if (retard > 0) alertes.push({ genre: "lock", bloc: rang[0], n: retard });
      }
      const debut = Math.max(arrivee(r), verrou ?? 0);
      poser(r, debut, debut - arrivee(r));
      if (verrou != null) premiere = r + 1;
    });
    const fin = rangs.length ? temps[rangs.at(-1)[0]].debut + duree(rangs.length - 1) : deroule.debut;

    for (const rang of rangs) {
      const n = part(deroule, rang);
      let animation = 0;
      for (const place of rang) {
        const { activite } = blocs[place];
        if (!activite) continue;
        animation += activite.animation;
        if (blocs[place].suite) continue;
        const [min, max] = activite.personnes;
        if (n < min || n > max) alertes.push({ genre: "group", bloc: place, n, min, max });
        if (deroule.format && activite.formats.length && !activite.formats.includes(deroule.format)) {
          alertes.push({ genre: "format", bloc: place });
        }
        const [court, long] = activite.duree;
        const suites = blocs.slice(place + 1).filter((b) => b.suite && b.activite === activite);
        const dure = suites.reduce((somme, b) => somme + b.minutes, blocs[place].minutes);
        if (dure < court || dure > long) {
          alertes.push({ genre: "length", bloc: place, min: court, max: long });
        }
      }
      if (animation > deroule.animation) alertes.push({ genre: "facilitators", bloc: rang[0], n: animation });
    }

    let depuis = deroule.debut;
    const mesurer = (jusque, bloc) => {
      if (jusque - depuis > 90) alertes.push({ genre: "stretch", bloc, n: jusque - depuis });
    };
    rangs.forEach((rang, r) => {
      const { debut, libre } = temps[rang[0]];
      const { pause } = blocs[rang[0]];
      if (!pause && !libre) return;
      mesurer(debut - libre, Math.max(rang[0] - 1, 0));
      depuis = pause ? debut + duree(r) : debut;
    });
    mesurer(fin, Math.max(blocs.length - 1, 0));
    if (deroule.fin != null && fin > deroule.fin) alertes.push({ genre: "end", n: fin - deroule.fin });
    if (fin > 1440) alertes.push({ genre: "midnight" });
    return { temps, fin, alertes };
  }

  /** Une alerte en quelques mots fixes, pour les tables de cas. */
  function resume({ genre, bloc, n, min, max }) {
    return [genre, bloc, n, min == null ? undefined : `${min}-${max}`].filter((mot) => mot !== undefined).join(" ");
  }

  /** Ce qu’il faut apporter, objet par objet : ce qui s’use s’additionne, ce qui ressert compte une fois. */
  function courses(deroule) {
    const objets = [];
    const places = new Map();
    const ressert = new Map();
    for (const rang of rangees(deroule.blocs)) {
      const personnes = part(deroule, rang);
      const groupes = Math.ceil(personnes / deroule.sousGroupe);
      const ici = new Map();
      for (const place of rang) {
        const bloc = deroule.blocs[place];
        if (bloc.suite) continue;
        for (const [nom, quantite, par, consommable] of bloc.activite?.materiel ?? []) {
          const fois = { person: personnes, group: groupes }[par] ?? 1;
          const besoin = Math.max(Math.ceil(quantite * fois - 1e-6), 0);
          const cle = nom.toLowerCase();
          if (!places.has(cle)) {
            places.set(cle, objets.length);
            objets.push({ nom, total: 0, blocs: [] });
          }
          const objet = objets[places.get(cle)];
          if (objet.blocs.at(-1) !== place) objet.blocs.push(place);
          if (consommable) objet.total += besoin;
          else ici.set(objet, (ici.get(objet) ?? 0) + besoin);
        }
      }
      for (const [objet, besoin] of ici) ressert.set(objet, Math.max(ressert.get(objet) ?? 0, besoin));
    }
    for (const [objet, besoin] of ressert) objet.total += besoin;
    return objets;
  }

  /** Le score d’un questionnaire : questions { valeurs, poids, bloque, choix } ; choix null sans réponse. */
  function score(questions, seuils) {
    const poids = (question) => question.poids ?? 1;
    const repondues = questions.filter((question) => question.choix != null);
    const total = repondues.reduce((somme, q) => somme + poids(q) * q.valeurs[q.choix], 0);
    const haut = questions.reduce((somme, q) => somme + poids(q) * Math.max(...q.valeurs), 0);
    const bas = questions.reduce((somme, q) => somme + poids(q) * Math.min(...q.valeurs), 0);
    const atteints = seuils.map((seuil, place) => ({ seuil, place })).filter(({ seuil }) => seuil <= total);
    const meilleur = atteints.reduce((a, b) => (a && a.seuil >= b.seuil ? a : b), null);
    return {
      total, haut, bas, repondues: repondues.length, seuil: meilleur ? meilleur.place : null,
      arret: questions.findIndex((q) => q.bloque && q.choix != null && q.valeurs[q.choix] <= 0),
    };
  }

  /** FNV-1a, 32 bits, huit chiffres hexadécimaux : une adresse coupée ne passe pas pour entière. */
  function somme(octets) {
    let empreinte = 0x811c9dc5;
    for (const octet of octets) empreinte = Math.imul(empreinte ^ octet, 0x01000193) >>> 0;
    return empreinte.toString(16).padStart(8, "0");
  }

  /** Une valeur entière pour l’adresse, après « # » : « LETTRE1.SOMME.DONNÉES ». */
  function emballer(lettre, valeur) {
    const octets = new TextEncoder().encode(JSON.stringify(valeur));
    let lettres = "";
    for (const octet of octets) lettres += String.fromCharCode(octet);
    const base = btoa(lettres).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    return `${lettre}1.${somme(octets)}.${base}`;
  }

  /** Lit ce qu’« emballer » a écrit : { valeur }, ou { faute } parmi longue, version, coupee. */
  function deballer(lettre, adresse) {
    if (adresse.length > LONGUEUR) return { faute: "longue" };
    const parties = /^([a-z])(\d+)\.([0-9a-f]{8})\.([A-Za-z0-9_-]*)$/.exec(adresse);
    if (!parties || parties[1] !== lettre) return { faute: "coupee" };
    if (parties[2] !== "1") return { faute: "version" };
    try {
      const lettres = atob(parties[4].replaceAll("-", "+").replaceAll("_", "/"));
      const octets = Uint8Array.from(lettres, (lu) => lu.charCodeAt(0));
      if (somme(octets) !== parties[3]) return { faute: "coupee" };
      return { valeur: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(octets)) };
    } catch {
      return { faute: "coupee" };
    }
  }

  const marque = (bloc) => (bloc.parallele ? 1 : 0) + (bloc.pause ? 2 : 0) + (bloc.suite ? 4 : 0);

  /** Le déroulé entier, pour l’adresse après « # » : « d1.SOMME.DONNÉES ». */
  function ecrire(d) {
    const valeur = [
      d.titre, d.debut, d.fin ?? -1, d.personnes, d.animation, d.sousGroupe, d.battement, d.format ?? "",
      d.blocs.map((b) => [b.id ?? "", b.titre, b.minutes, moins(b), b.verrou ?? -1, marque(b)]),
    ];
    return emballer("d", valeur);
  }

  const entier = (valeur, bas, haut) => Number.isInteger(valeur) && valeur >= bas && valeur <= haut;
  const texte = (valeur, longueur) => typeof valeur === "string" && valeur.length <= longueur;

  /** Lit une adresse : { deroule }, ou { faute } parmi longue, version, coupee, fausse, blocs. */
  function lire(adresse) {
    const { valeur, faute } = deballer("d", adresse);
    if (faute) return { faute };
    if (!Array.isArray(valeur) || valeur.length !== 9) return { faute: "fausse" };
    const [titre, debut, fin, personnes, animation, sousGroupe, battement, format, blocs] = valeur;
    if (Array.isArray(blocs) && blocs.length > BLOCS) return { faute: "blocs" };
    const juste = texte(titre, 200) && entier(debut, 0, 1439) && entier(fin, -1, 1440) && entier(personnes, 1, 2000) &&
      entier(animation, 1, 50) && entier(sousGroupe, 1, 100) && entier(battement, 0, 60) && texte(format, 40) &&
      Array.isArray(blocs) && blocs.every((b) => Array.isArray(b) && b.length === 6 && texte(b[0], 200) &&
        texte(b[1], 200) && entier(b[2], 1, 1440) && entier(b[3], 0, b[2]) && entier(b[4], -1, 1439) && entier(b[5], 0, 7));
    if (!juste) return { faute: "fausse" };
    return {
      deroule: {
        titre, debut, fin: fin < 0 ? null : fin, personnes, animation, sousGroupe, battement, format: format || null,
        blocs: blocs.map(([id, nom, minutes, plancher, verrou, m]) => ({
          id: id || null, titre: nom, minutes, moins: plancher, verrou: verrou < 0 ? null : verrou,
          parallele: (m & 1) > 0, pause: (m & 2) > 0, suite: (m & 4) > 0,
        })),
      },
    };
  }

  window.ArchipelCalculs = { BLOCS, horaires, courses, score, resume, rangees, part, somme, emballer, deballer, ecrire, lire };
})();
