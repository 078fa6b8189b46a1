/* Amène les scripts d’un outil l’un après l’autre, quand la page est lue. Sa balise dit data-scripts, data-style,
   où sont les données des activités et la page pour composer, et data-attente pour n’amener
   l’outil qu’au premier geste. */
(() => {
  "use strict";

  const charger = (adresse) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = adresse;
    script.onload = resolve;
    script.onerror = () => reject(new Error(adresse));
    document.head.append(script);
  });
  const { scripts, style, attente, ...reperes } = document.currentScript.dataset;

  const creer = (nom, attributs = {}, ...enfants) => {
    const element = document.createElement(nom);
    for (const [cle, valeur] of Object.entries(attributs)) {
      if (cle === "texte") element.textContent = valeur;
      else if (cle in element && typeof valeur !== "string") element[cle] = valeur;
      else element.setAttribute(cle, valeur);
    }
    element.append(...enfants);
    return element;
  };

  /** Les mots que la page donne à un outil, et une phrase faite de l’un d’eux. */
  const motsDe = (racine) => {
    const mots = Object.fromEntries([...racine.querySelectorAll("[data-mot]")].map((m) => [m.dataset.mot, m.dataset.texte]));
    const dire = (mot, valeurs = {}) => Object.entries(valeurs)
      .reduce((texte, [nom, valeur]) => texte.replaceAll(`{${nom}}`, valeur), mots[mot] ?? mot);
    return { mots, dire };
  };

  /** Met un texte dans l’adresse, après « # ». */
  const adresser = (texte) => {
    const suite = texte ? `#${texte}` : "";
    try {
      history.replaceState(null, "", suite || location.pathname + location.search);
    } catch {
      location.replace(suite || "#");
    }
  };

  /** Ce que l’appareil garde, tant que la case est cochée ; `refus` est appelé s’il ne le peut pas. */
  const memoire = (cle, coche, refus) => ({
    lire() {
      try {
        return localStorage.getItem(cle);
      } catch {
        return null;
      }
    },
    retenir(texte) {
      if (!coche.checked) return;
      try {
        localStorage.setItem(cle, texte);
      } catch {
        coche.checked = false;
        refus();
      }
    },
    oublier() {
      try { localStorage.removeItem(cle); } catch { /* rien n’était gardé */ }
    },
  });

  window.ArchipelOutils = { charger, creer, motsDe, adresser, memoire, ...reperes };
  let parti = false;
  const partir = () => {
    if (parti) return;
    parti = true;
    if (style) document.head.append(creer("link", { rel: "stylesheet", href: style }));
    scripts.split(" ").reduce((suite, adresse) => suite.then(() => charger(adresse)), Promise.resolve())
      .catch(console.warn);
  };
  // Une page que l’on peut ne faire que lire attend un geste, sauf si l’adresse ou l’appareil tient un choix.
  if (!attente || location.hash || memoire(attente).lire() !== null) partir();
  else for (const geste of ["pointermove", "pointerdown", "keydown", "scroll", "hashchange"]) addEventListener(geste, partir, { once: true, passive: true });
})();
