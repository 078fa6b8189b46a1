/* Le crédit d’une page, à copier : en texte, en HTML ou en Markdown, pour qui la reprend telle quelle ou
   l’adapte. fiche.js le charge quand on le demande. */
(() => {
  const button = document.querySelector("[data-credit]");
  const [asItIs, adapted, after, changes, plain, done] = button.dataset.mots.split("|");
  const licence = document.querySelector(".reutiliser [rel=license]");
  const title = document.querySelector("h1").textContent.trim();
  // La citation de la page dit le titre, l’autrice ou l’auteur, la source et la licence, dans cet ordre.
  const said = document.querySelector(".credit q").textContent;
  const canonical = document.querySelector("link[rel=canonical]");
  const address = canonical ? canonical.href : location.href.split(/[?#]/)[0];
  const author = said.slice(title.length + 2, -licence.textContent.length - 2).replace(`, ${address}`, "");
  const isOnline = /^https?:/.test(address);
  const isFrench = !document.documentElement.lang.startsWith("en");
  const quoted = (text) => (isFrench ? `«\u00A0${text}\u00A0»` : `“${text}”`);

  const escapeHTML = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
  const escapeMarkdown = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&");
  const escapeAddress = (url) => url.replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  const forms = {
    [plain]: { escape: (text) => text },
    HTML: {
      escape: escapeHTML,
      link: (text, url, rel) => `<a ${rel ? 'rel="license" ' : ""}href="${escapeHTML(url)}">${text}</a>`,
    },
    Markdown: { escape: escapeMarkdown, link: (text, url) => `[${text}](${escapeAddress(url)})` },
  };

  const credit = ({ escape, link }, isAdapted) => {
    const work = quoted(escape(title));
    const terms = escape(licence.textContent);
    const parts = link
      ? [isOnline ? link(work, address) : work, escape(author), link(terms, licence.href, true)]
      : [work, author, ...(isOnline ? [address] : []), terms];
    const line = `${parts.join(", ")}.`;
    return isAdapted ? `${after} ${line} ${escape(changes)}` : `${line} ${asItIs}.`;
  };

  const field = document.createElement("textarea");
  field.readOnly = true;
  field.rows = 4;
  field.style.width = "100%";
  field.ariaLabel = document.querySelector(".credit b").textContent;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const copy = async (text) => {
    field.hidden = false;
    field.value = text;
    field.select();
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      if (!document.execCommand("copy")) return;
    }
    status.textContent = done;
  };

  const box = document.createElement("div");
  for (const isAdapted of [false, true]) {
    const group = document.createElement("p");
    const name = document.createElement("span");
    name.id = `credit-${Number(isAdapted)}`;
    name.textContent = `${isAdapted ? adapted : asItIs}${isFrench ? "\u00A0" : ""}: `;
    group.className = "actions";
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", name.id);
    group.append(name);
    for (const [form, marks] of Object.entries(forms)) {
      const choice = document.createElement("button");
      choice.type = "button";
      choice.textContent = form;
      choice.onclick = () => copy(credit(marks, isAdapted));
      group.append(choice);
    }
    box.append(group);
  }
  field.hidden = true;
  box.append(field, status);
  button.parentElement.replaceWith(box);
  box.querySelector("button").focus();
})();
