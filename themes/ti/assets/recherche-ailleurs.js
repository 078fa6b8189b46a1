/* The sheets of other labs in the search, after all those of this site: recherche.js runs once for each of
   the two indexes. recherche-amorce.js loads this in the place of the engine on a site that shows such
   sheets; its tag tells as well data-propre, where the engine is, and data-ailleurs, the root of the other
   index. A result has then `isElsewhere`; what cannot be had of the other index is left out. */
(() => {
  "use strict";

  const { propre, ailleurs, ...bearings } = document.currentScript.dataset;

  /** Runs the engine on an index, and returns what it offers. */
  const engine = (places) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script.dataset, bearings, places);
    script.onload = () => resolve({ ...window.Archipel });
    script.onerror = () => reject(new Error(propre));
    script.src = propre;
    document.head.append(script);
  });

  const without = (error) => { console.warn(error.message); };

  /** The facets of both indexes, their values with all their pages. */
  function joined(own, others) {
    const facets = own.map((facet) => ({ ...facet, values: [...facet.values] }));
    for (const { name, label, values } of others) {
      const facet = facets.find((other) => other.name === name);
      if (!facet) { facets.push({ name, label, values }); continue; }
      for (const value of values) {
        const at = facet.values.findIndex(({ id }) => id === value.id);
        if (at < 0) facet.values.push(value);
        else facet.values[at] = { ...facet.values[at], count: facet.values[at].count + value.count };
      }
    }
    return facets;
  }

  async function start() {
    const own = await engine({});
    own.outline().catch(() => {}); // takes the root that travels with the engine
    const theirs = await engine({ index: ailleurs, seul: "" }).catch(without);
    if (!theirs) return;

    /** Searches this site, then the others for the results that are left to show. */
    async function search(query, options = {}) {
      const { limit = 10, offset = 0, exact = false } = options;
      const mine = await own.search(query, options);
      const others = await theirs.search(query, {
        ...options, exact: exact || mine.total > 0 && !mine.corrected,
        offset: Math.max(0, offset - mine.total),
        limit: Math.max(0, Math.min(limit, offset + limit - mine.total)),
      }).catch(without);
      if (!others) return mine;
      const results = others.results.map((result) => ({ ...result, isForeign: false, isElsewhere: true }));
      return {
        ...mine, total: mine.total + others.total, results: [...mine.results, ...results],
        corrected: mine.total ? mine.corrected : others.corrected, facets: joined(mine.facets, others.facets),
      };
    }

    async function outline() {
      const [mine, others] = await Promise.all([own.outline(), theirs.outline().catch(without)]);
      const added = (others?.facets ?? []).filter(([name]) => !mine.facets.some(([known]) => known === name));
      return {
        ...mine, pages: mine.pages + (others?.pages ?? 0), facets: [...mine.facets, ...added],
        hasTags: mine.hasTags || Boolean(others?.hasTags),
      };
    }

    Object.assign(window.Archipel, own, { search, outline });
  }

  window.Archipel.index(start());
})();
