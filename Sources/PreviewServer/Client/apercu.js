// Keeps an open page as its source is: waits for the next state of the site, loads the page anew when
// it has changed, and shows over it what is wrong. Only previews have this script.
(() => {
  "use strict";
  const script = document.currentScript;
  const { page, digest } = script.dataset;
  let version = Number(script.dataset.version);
  let panel = null;

  function show(problems, words) {
    panel?.remove();
    panel = null;
    if (!problems.length) return;
    panel = document.createElement("div");
    const root = panel.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = new URL("apercu.css", script.src).href;
    const box = document.createElement("section");
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", words.title);
    const title = document.createElement("h2");
    title.textContent = words.title;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = words.close;
    close.addEventListener("click", () => panel?.remove());
    box.append(title, close, ...problems.map((problem) => {
      const text = document.createElement("pre");
      text.textContent = problem;
      return text;
    }));
    root.append(style, box);
    document.documentElement.append(panel);
  }

  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") panel?.remove();
  });

  /** Resolves once somebody looks at the page: a browser has few connections for many pages. */
  const seen = () => new Promise((resolve) => {
    if (!document.hidden) resolve();
    else document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
  const pause = (delay) => new Promise((resolve) => { setTimeout(resolve, delay); });

  async function follow() {
    for (;;) {
      await seen();
      try {
        const query = new URLSearchParams({ page, depuis: version });
        const answer = await fetch(new URL(`etat?${query}`, script.src), { cache: "no-store" });
        const state = await answer.json();
        if (state.digest !== digest) {
          location.reload();
          return;
        }
        if (state.version !== version) show(state.problems, state.words);
        version = state.version;
      } catch {
        await pause(1000); // the preview was stopped, and may start again
      }
    }
  }

  version -= 1; // the first answer says what is wrong already
  follow();
})();
