/* Amène les scripts d’un outil l’un après l’autre, quand la page est lue. Sa balise dit data-scripts, data-style,
   et où sont les données des activités et la page pour composer. */
(() => {
  "use strict";

  const charger = (adresse) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = adresse;
    script.onload = resolve;
    script.onerror = () => reject(new Error(adresse));
    document.head.append(script);
  });
  const { scripts, style, ...reperes } = document.currentScript.dataset;
  if (style) {
    const lien = document.createElement("link");
    lien.rel = "stylesheet";
    lien.href = style;
    document.head.append(lien);
  }
  window.ArchipelOutils = { charger, ...reperes };
  scripts.split(" ").reduce((suite, adresse) => suite.then(() => charger(adresse)), Promise.resolve())
    .catch(console.warn);
})();
