/* The only script that every page loads. It offers Archipel.search and brings the rest of the search
   when somebody needs it: a call, the search field, the key `/`, the search page, words to mark.
   Its tag gives the bearings: data-racine, data-index and data-langue as recherche.js wants them,
   data-moteur and data-faces the addresses of the two other scripts. */
(() => {
  "use strict";

  const { racine, index, langue, moteur, faces } = document.currentScript.dataset;
  const loads = new Map(); // address → promise

  function load(address) {
    if (!loads.has(address)) {
      loads.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        Object.assign(script.dataset, { racine, index, langue });
        script.onload = resolve;
        script.onerror = () => {
          loads.delete(address); // the next search tries again
          reject(new Error(`recherche : ${address} est introuvable`));
        };
        script.src = address;
        document.head.append(script);
      }));
    }
    return loads.get(address);
  }

  // recherche.js puts its own function in the place of this one.
  window.Archipel = {
    search: (...query) => load(moteur).then(() => window.Archipel.search(...query)),
  };

  let areFacesWanted = false;

  /** Loads the faces; what was typed meanwhile is told to them as if it were typed now. */
  async function showFaces() {
    if (areFacesWanted) return;
    areFacesWanted = true;
    try {
      await load(moteur);
      await load(faces);
      const field = document.activeElement;
      if (field?.matches?.("[data-recherche] input") && field.value) {
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    } catch {
      areFacesWanted = false;
    }
  }

  for (const form of document.querySelectorAll("form[data-recherche]")) {
    form.action = form.dataset.page;
    form.addEventListener("focusin", showFaces);
    // A field that offers suggestions says so before it is reached.
    const field = form.querySelector("input");
    field?.setAttribute("role", "combobox");
    field?.setAttribute("aria-expanded", "false");
    field?.setAttribute("aria-autocomplete", "list");
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || areFacesWanted || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    document.querySelector("[data-recherche] input")?.focus();
  });
  if (document.querySelector("[data-recherche-page]") || location.hash.startsWith("#mots=")) {
    showFaces();
  }
})();
