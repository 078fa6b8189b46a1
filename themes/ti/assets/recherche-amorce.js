/* The only script that all pages load. It offers Archipel.search, and brings the rest of the search
   when needed. Its tag tells data-racine, data-index, data-langue (see recherche.js), and where the
   other scripts are: data-moteur, data-faces, data-fautes, data-nombres. */
(() => {
  "use strict";

  const { moteur, faces, ...bearings } = document.currentScript.dataset;
  const loads = {}; // by address

  // Resolves to what a file of the index gives, or to nothing.
  const load = (address) => loads[address] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script.dataset, bearings);
    script.take = resolve;
    script.onload = () => resolve();
    script.onerror = () => {
      delete loads[address]; // the next search tries again
      reject(new Error(address));
    };
    script.src = address;
    document.head.append(script);
  });

  const start = () => {
    // The first file of the index travels with the engine, which asks again for what is not there.
    (Archipel.first ??= load(bearings.racine + bearings.index)).catch(() => {});
    return load(moteur);
  };

  // recherche.js puts its own search in the place of this one.
  window.Archipel = {
    index: (value) => document.currentScript.take?.(value),
    search: (...query) => start().then(() => Archipel.search(...query)),
  };

  const show = () => start().then(() => load(faces)).catch(console.warn);

  for (const form of document.querySelectorAll("[data-recherche]")) {
    const input = form.querySelector("input");
    form.action = form.dataset.page;
    input.type = "text"; // a search field may not be a combobox
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("focus", async () => {
      const before = input.value;
      await show();
      // What was typed meanwhile counts as typed now.
      if (input.value !== before) input.dispatchEvent(new Event("input"));
    });
  }
  if (document.querySelector("[data-recherche-page]") || location.hash.startsWith("#mots=")) show();
})();
