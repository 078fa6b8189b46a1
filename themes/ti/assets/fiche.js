/* Ce qu’un script ajoute à une fiche : le sommaire suit la lecture et reste ouvert sur un grand écran,
   un bouton imprime, un autre apporte de quoi copier le crédit, et les quantités se comptent pour le groupe que l’on attend. */
(() => {
  const nav = document.querySelector("[data-sommaire] details");
  if (nav) {
    const isWide = matchMedia("(min-width: 62rem)");
    const links = [...nav.querySelectorAll("a")];
    const fit = () => { nav.open = isWide.matches; };
    // La section lue est la dernière dont le titre a passé le haut de l’écran.
    const topOf = ({ hash }) => document.getElementById(hash.slice(1))?.getBoundingClientRect().top;
    const follow = () => {
      // De deux sections côte à côte, la première.
      const last = links.reduce((found, link) =>
        topOf(link) < 96 && !(found && topOf(link) <= topOf(found) + 1) ? link : found, undefined);
      for (const link of links) link.ariaCurrent = link === last ? "location" : null;
    };
    addEventListener("scroll", follow, { passive: true });
    isWide.addEventListener("change", fit);
    nav.addEventListener("click", ({ target }) => {
      if (target.hash && !isWide.matches) nav.open = false;
    });
    fit();
    follow();
  }

  const offer = (name, act) => {
    const button = document.querySelector(`[data-${name}]`);
    if (button) {
      button.hidden = false;
      button.onclick = () => act(button);
    }
  };
  offer("imprimer", () => print());
  offer("credit", (button) => {
    button.onclick = null;
    const script = document.createElement("script");
    script.src = button.dataset.credit;
    document.head.append(script);
  });

  for (const list of document.querySelectorAll("[data-materiel]")) {
    const form = list.querySelector(".pour");
    const read = (name) => {
      const number = form.querySelector(`[data-pour=${name}]`).valueAsNumber;
      return number > 0 && number < 1e4 ? Math.ceil(number) : 0;
    };
    const items = [...list.querySelectorAll("[data-par]")].map((element) => [
      element, element.textContent, parseFloat(element.textContent.replace(/\s/g, "").replace(",", ".")),
    ]);
    const count = () => {
      const people = read("personne");
      const size = read("groupe");
      const times = { personne: people, groupe: size && Math.ceil(people / size) };
      for (const [element, text, quantity] of items) {
        const total = Math.ceil(quantity * (times[element.dataset.par] || 0));
        element.textContent = text;
        if (total) {
          const told = document.createElement("strong");
          told.textContent = list.dataset.motTotal.replace("{n}", total.toLocaleString(document.documentElement.lang));
          element.append(", ", told);
        }
      }
    };
    form.hidden = !items.some(([element]) => element.dataset.par in { personne: 0, groupe: 0 });
    form.addEventListener("input", count);
  }
})();
