/* Le sommaire marque la dernière section dont le titre a passé le haut de l’écran. */
(() => {
  const links = [...document.querySelectorAll("[data-sommaire] a")];
  const isRead = ({ hash }) =>
    document.getElementById(hash.slice(1))?.getBoundingClientRect().top < 96;
  const follow = () => {
    const last = links.filter(isRead).pop();
    for (const link of links) link.ariaCurrent = link === last ? "location" : null;
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
})();
