/* Ce qui sort du composeur : le papier, les fichiers, et le mode direct, où l’on suit l’heure. */
(() => {
  "use strict";

  const composeur = window.ArchipelComposeur;
  if (!composeur) return;
  const { racine, mots, dire, creer, heure, duree, nom, tableau, phrase } = composeur;
  const calculs = window.ArchipelCalculs;
  const trouver = (cle) => racine.querySelector(`[data-${cle}]`);
  const papier = document.querySelector("[data-papier]");
  const titre = () => composeur.deroule.titre || mots.sans;
  const deux = (n) => String(n).padStart(2, "0");

  /** Les lignes que toutes les sorties montrent. */
  const lignes = () => composeur.deroule.blocs.map((bloc, i) => {
    const { debut, minutes } = composeur.calcul.temps[i];
    const alertes = composeur.calcul.alertes.filter((alerte) => alerte.bloc === i).map(phrase);
    return { bloc, debut, minutes, fin: debut + minutes, nom: nom(bloc), methode: bloc.activite?.titre ?? "", alertes };
  });

  /* Le papier ----------------------------------------------------------------------------------- */

  const cellules = (balise, textes) => textes.map((texte) => creer(balise, balise === "th" ? { scope: "col", texte } : { texte }));
  const feuilles = {
    animation: () => [creer("table", { class: "courses" },
      creer("thead", {}, creer("tr", {}, ...cellules("th", [mots.horaire, mots.minutes, mots.quoi]))),
      creer("tbody", {}, ...lignes().map((l) => creer("tr", {}, ...cellules("td", [heure(l.debut), String(l.minutes)]),
        creer("td", {}, creer("strong", { texte: l.nom }),
          l.methode && l.methode !== l.nom ? ` (${l.methode})` : "", l.bloc.parallele ? ` · ${mots.paralleleCourt}` : "",
          ...l.alertes.map((texte) => creer("p", { class: "horaire-alerte", texte }))))),
      creer("tr", {}, ...cellules("td", [heure(composeur.calcul.fin), "", mots.fini])))), ...feuilles.courses()],
    programme: () => [creer("table", { class: "courses programme" }, creer("tbody", {},
      ...lignes().map((l) => creer("tr", {}, ...cellules("td", [heure(l.debut), l.nom]))),
      creer("tr", {}, ...cellules("td", [heure(composeur.calcul.fin), mots.fini]))))],
    courses: () => [creer("h2", { texte: dire("courses", { n: composeur.deroule.personnes }) }), tableau(calculs.courses(composeur.deroule))],
  };

  function imprimer(quoi) {
    papier.replaceChildren(creer("h1", { texte: quoi === "programme" ? `${titre()} – ${mots.programme}` : titre() }), ...feuilles[quoi]());
    papier.hidden = false;
    document.documentElement.classList.add("imprime-papier");
    print();
  }
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("imprime-papier");
    papier.hidden = true;
  });

  /* Les fichiers -------------------------------------------------------------------------------- */

  const cellule = (texte) => String(texte).replaceAll("|", "\\|").replaceAll("\n", " ");
  const fichiers = {
    md: {
      genre: "text/markdown",
      texte() {
        const { deroule, calcul } = composeur;
        const tete = [`# ${titre()}`, "", `${heure(deroule.debut)} – ${heure(calcul.fin)}, ${deroule.personnes} ${mots.personnes}`, ""];
        const corps = lignes().map((l) => `| ${[heure(l.debut), l.minutes, l.nom, l.methode].map(cellule).join(" | ")} |`);
        const objets = calculs.courses(deroule).map((o) => `| ${cellule(o.nom)} | ${o.total} |`);
        return [...tete, `| ${mots.horaire} | ${mots.minutes} | ${mots.quoi} | ${mots.pour} |`, "| --- | ---: | --- | --- |", ...corps,
          `| ${heure(calcul.fin)} | | ${mots.fini} | |`, "", `## ${dire("courses", { n: deroule.personnes })}`, "",
          `| ${mots.objet} | ${mots.quantite} |`, "| --- | ---: |", ...objets, ""].join("\n");
      },
    },
    csv: {
      genre: "text/csv",
      texte() {
        // Un tableur prendrait pour une formule ce qui commence par =, +, - ou @.
        const champ = (valeur) => `"${String(valeur).replace(/^[=+\-@\t]/, "'$&").replaceAll('"', '""')}"`;
        const rangs = [[mots.horaire, mots.fini, mots.minutes, mots.quoi, mots.pour],
          ...lignes().map((l) => [`${deux(Math.floor(l.debut / 60))}:${deux(l.debut % 60)}`, `${deux(Math.floor(l.fin / 60))}:${deux(l.fin % 60)}`, l.minutes, l.nom, l.methode])];
        return `\ufeff${rangs.map((rang) => rang.map(champ).join(";")).join("\r\n")}\r\n`;
      },
    },
    ics: {
      genre: "text/calendar",
      texte() {
        const jour = (trouver("jour").value || new Date().toISOString().slice(0, 10)).split("-").map(Number);
        const moment = (minutes) => {
          const date = new Date(Date.UTC(jour[0], jour[1] - 1, jour[2], 0, minutes));
          return date.toISOString().slice(0, 16).replace(/[-:]/g, "") + "00";
        };
        const texte = (valeur) => valeur.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
        const marque = calculs.somme(new TextEncoder().encode(calculs.ecrire(composeur.deroule) + jour.join("-")));
        const cree = new Date().toISOString().slice(0, 19).replace(/[-:]/g, "") + "Z";
        const evenements = lignes().flatMap((l, i) => ["BEGIN:VEVENT", `UID:${marque}-${i}@archipel`, `DTSTAMP:${cree}`,
          `DTSTART:${moment(l.debut)}`, `DTEND:${moment(l.fin)}`, `SUMMARY:${texte(l.nom)}`,
          ...(l.methode ? [`DESCRIPTION:${texte(l.methode)}`] : []), "END:VEVENT"]);
        return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Archipel//Deroule//FR", `X-WR-CALNAME:${texte(titre())}`, ...evenements, "END:VCALENDAR"]
          .map(plier).join("\r\n") + "\r\n";
      },
    },
  };

  /** Une ligne d’agenda tient en 75 octets ; la suite commence par une espace (RFC 5545). */
  function plier(ligne) {
    const sortie = [];
    let courante = "";
    let octets = 0;
    for (const lettre of ligne) {
      const poids = new TextEncoder().encode(lettre).length;
      if (octets + poids > (sortie.length ? 74 : 75)) {
        sortie.push(courante);
        courante = "";
        octets = 0;
      }
      courante += lettre;
      octets += poids;
    }
    return [...sortie, courante].join("\r\n ");
  }

  function telecharger(suffixe) {
    const { genre, texte } = fichiers[suffixe];
    const adresse = URL.createObjectURL(new Blob([texte()], { type: `${genre};charset=utf-8` }));
    const base = titre().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase();
    const lien = creer("a", { href: adresse, download: `${base || "deroule"}.${suffixe}` });
    lien.click();
    setTimeout(() => URL.revokeObjectURL(adresse), 1000);
  }

  racine.addEventListener("click", (event) => {
    const { imprimer: quoi, fichier } = event.target.dataset;
    if (!quoi && !fichier) return;
    const mal = composeur.faute() || (composeur.deroule.blocs.length ? "" : mots.vide);
    if (mal) composeur.dit(mal);
    else if (quoi) imprimer(quoi);
    else telecharger(fichier);
  });

  /* Le mode direct ------------------------------------------------------------------------------- */

  const direct = trouver("direct");
  let vivant = null;

  function demarrer() {
    const mal = composeur.faute() || (composeur.deroule.blocs.length ? "" : mots.vide);
    if (mal) return composeur.dit(mal);
    const maintenant = new Date();
    vivant = {
      deroule: { ...structuredClone(composeur.deroule), debut: maintenant.getHours() * 60 + maintenant.getMinutes() },
      rang: 0, debut: maintenant.getTime(), montre: null,
    };
    vivant.montre = setInterval(suivre, 1000);
    direct.hidden = false;
    dessiner();
    direct.focus();
  }

  const rangs = () => calculs.rangees(vivant.deroule.blocs);
  const duVivant = (r) => Math.max(...rangs()[r].map((place) => vivant.calcul.temps[place].minutes));

  function dessiner() {
    vivant.calcul = calculs.horaires(vivant.deroule);
    const rang = rangs()[vivant.rang];
    if (!rang) {
      clearInterval(vivant.montre);
      direct.replaceChildren(creer("p", { class: "animer-nom", texte: mots.termine }), bouton("quitter", quitter));
      direct.querySelector("button").focus();
      return;
    }
    const suivant = rangs()[vivant.rang + 1];
    direct.replaceChildren(
      creer("p", { class: "detail", texte: mots.direct }),
      creer("h2", { class: "animer-nom", texte: rang.map((place) => nom(vivant.deroule.blocs[place])).join(" + ") }),
      creer("p", { class: "animer-reste", role: "timer", "data-reste": "" }),
      creer("p", { texte: suivant
        ? dire("suivant", { heure: heure(vivant.calcul.temps[suivant[0]].debut), nom: suivant.map((place) => nom(vivant.deroule.blocs[place])).join(" + ") })
        : dire("finPrevue", { heure: heure(vivant.calcul.fin) }) }),
      creer("p", { class: "detail", texte: dire("finPrevue", { heure: heure(vivant.calcul.fin) }) }),
      creer("p", { class: "outil-actions" }, bouton("plus", plus), bouton("passer", passer), bouton("quitter", quitter)));
    suivre();
  }

  function bouton(cle, action) {
    const element = creer("button", { type: "button", "data-direct-geste": cle, texte: mots[cle] });
    element.addEventListener("click", () => {
      action();
      direct.querySelector(`[data-direct-geste="${cle}"]`)?.focus();
    });
    return element;
  }

  function suivre() {
    const reste = direct.querySelector("[data-reste]");
    if (!reste) return;
    const secondes = Math.round((vivant.debut + duVivant(vivant.rang) * 60000 - Date.now()) / 1000);
    const s = Math.abs(secondes);
    reste.textContent = `${secondes < 0 ? mots.depasse : mots.reste} ${Math.floor(s / 60)}:${deux(s % 60)}`;
    reste.classList.toggle("animer-depasse", secondes < 0);
  }

  function plus() {
    for (const place of rangs()[vivant.rang]) vivant.deroule.blocs[place].minutes = vivant.calcul.temps[place].minutes + 5;
    dessiner();
  }

  /** Passe au bloc suivant : celui-ci a duré ce qu’il a duré, et la suite se recale. */
  function passer() {
    const dure = Math.max(1, Math.round((Date.now() - vivant.debut) / 60000));
    for (const place of rangs()[vivant.rang]) {
      Object.assign(vivant.deroule.blocs[place], { minutes: dure, moins: dure, verrou: null });
    }
    vivant.rang += 1;
    vivant.debut = Date.now();
    dessiner();
  }

  function quitter() {
    clearInterval(vivant.montre);
    vivant = null;
    direct.hidden = true;
    trouver("animer").focus();
  }

  trouver("animer").addEventListener("click", demarrer);
})();
