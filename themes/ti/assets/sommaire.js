/* Le sommaire suit la lecture : il marque la dernière section dont le titre a passé le haut. */
(() => {
  "use strict";

  const links = [...document.querySelectorAll("[data-sommaire] a")];
  const targets = links.map((link) => document.getElementById(link.hash.slice(1)));
  let current = null;

  const follow = () => {
    const line = innerHeight / 4;
    const isRead = (target) => target && target.getBoundingClientRect().top <= line;
    const next = links[targets.findLastIndex(isRead)] ?? null;
    if (next === current) return;
    current?.removeAttribute("aria-current");
    next?.setAttribute("aria-current", "location");
    current = next;
  };

  let isDue = false;
  addEventListener("scroll", () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => { isDue = false; follow(); });
  }, { passive: true });
  follow();
})();
