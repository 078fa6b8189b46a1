// What the parts of the desk share: elements, requests, the dialog, the memory of what was typed.
const Bureau = (() => {
  "use strict";
  let lastID = 0;

  /** Makes an element: `make("p", { class: "aide" }, "texte", other)`. */
  function make(name, attributes = {}, ...contents) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "on") {
        for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
      } else if (value === true) {
        made.setAttribute(key, "");
      } else if (value !== false && value !== null && value !== undefined) {
        made.setAttribute(key, value);
      }
    }
    made.append(...contents.filter((one) => one !== null && one !== undefined));
    return made;
  }

  const newID = (start = "c") => `${start}-${lastID += 1}`;

  function button(text, listener, attributes = {}) {
    return make("button", { type: "button", on: { click: listener }, ...attributes }, text);
  }

  const tokenKey = "archipel-jeton";
  const token = /^#jeton=(\w+)$/.exec(location.hash)?.[1];
  if (token) {
    try { localStorage.setItem(tokenKey, token); } catch { /* kept for this page alone */ }
    history.replaceState(null, "", location.pathname + location.search);
  }

  function kept() {
    try { return localStorage.getItem(tokenKey) ?? ""; } catch { return ""; }
  }

  /** A request to the program: its answer, as data or a picture; throws `{ status, data, message }`. */
  async function ask(action, query = {}, body = null, address = "") {
    let answer;
    try {
      answer = await fetch(action + address, {
        method: "POST",
        headers: { "Archipel-Token": token ?? kept(), "Content-Type": body ? "application/octet-stream" : "application/json" },
        body: body ?? JSON.stringify(query),
      });
    } catch {
      throw { status: 0, message: "Le programme ne répond plus. Relancez « archipel desk » : "
        + "ce que vous avez écrit est gardé dans ce navigateur." };
    }
    const type = answer.headers.get("Content-Type") ?? "";
    if (answer.ok && type.startsWith("image/")) return answer.blob();
    const isData = type.startsWith("application/json");
    const data = isData ? await answer.json() : null;
    if (answer.ok) return data;
    const said = isData ? "" : (await answer.text()).trim();
    const plain = { 400: "Cette demande n’a pas été comprise : rechargez la page.",
      404: "Ce fichier n’est plus là.", 413: "Ce fichier est trop lourd." }[answer.status];
    throw { status: answer.status, data, message: plain ?? said };
  }

  let announced = 0;

  /** Says something to everybody, for a while or until the next. */
  function announce(text, isError = false) {
    const place = document.getElementById("annonce");
    place.textContent = text;
    place.classList.toggle("erreur", isError);
    clearTimeout(announced);
    if (!isError) announced = setTimeout(() => { place.textContent = ""; }, 6000);
  }

  const capital = (text) => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

  /** Text without accents and capitals, to be searched. */
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").toLowerCase();

  /** A dialog; gives back what `accept` returns, or null when it is closed. */
  function dialog(title, contents, acceptText, accept, attributes = {}) {
    return new Promise((resolve) => {
      const id = newID("dialogue");
      const problem = make("p", { class: "message error", role: "alert" });
      let result = null;
      const box = make("dialog", { "aria-labelledby": id });
      const form = make("form", { method: "dialog", on: { submit: async (event) => {
        event.preventDefault();
        try {
          result = await accept();
          if (result === undefined || result === null) return;
          box.close();
        } catch (error) {
          problem.textContent = capital(error.message ?? String(error));
        }
      } } },
      make("h2", { id }, title), ...contents, problem,
      make("div", { class: "boutons" },
        make("button", { type: "submit", class: attributes.class ?? "principal" }, acceptText),
        button(attributes.cancel ?? "Annuler", () => box.close())));
      box.append(form);
      box.addEventListener("close", () => { box.remove(); resolve(result); });
      document.body.append(box);
      box.showModal();
    });
  }

  /** A field with its label, for dialogs. */
  function labelled(text, control, help) {
    control.id ||= newID();
    return make("div", { class: "champ" }, make("label", { for: control.id }, text),
      help ? make("p", { class: "aide" }, help) : null, control);
  }

  const languageName = (id) => {
    try { return capital(new Intl.DisplayNames("fr", { type: "language" }).of(id)); } catch { return id; }
  };

  const memoryKey = (path) => `archipel-bureau:${path}`;

  const memory = {
    keep(path, value) {
      try { localStorage.setItem(memoryKey(path), JSON.stringify(value)); } catch { /* full or refused */ }
    },
    recall(path) {
      try { return JSON.parse(localStorage.getItem(memoryKey(path))); } catch { return null; }
    },
    forget(path) {
      try { localStorage.removeItem(memoryKey(path)); } catch { /* refused */ }
    },
  };

  /** The path from the folder of a file to another file of the site. */
  function relative(from, to) {
    const start = from.split("/").slice(0, -1);
    const parts = to.split("/");
    while (start.length && parts.length > 1 && start[0] === parts[0]) {
      start.shift();
      parts.shift();
    }
    return [...start.map(() => ".."), ...parts].join("/");
  }

  /** Makes a text area as high as its text, where the style cannot. */
  function fit(area) {
    if (CSS.supports("field-sizing", "content")) return;
    const grow = () => { area.rows = Math.max(1, area.value.split("\n").length, Math.ceil(area.value.length / 70)); };
    area.addEventListener("input", grow);
    grow();
  }

  return { make, newID, button, ask, announce, capital, folded, dialog, labelled, languageName, memory, relative, fit };
})();
