// The text of a sheet: its source, with buttons and keys for those who know no Markdown.
Bureau.texte = (() => {
  "use strict";
  const { make, newID, button, announce, capital, dialog, labelled, relative } = Bureau;

  function create(context) {
    const id = newID("texte");
    const area = make("textarea", { id, class: "texte", rows: 18, spellcheck: "true", "aria-describedby": `${id}-aide`,
      on: { input: context.changed, keydown: keys, paste, drop, dragover: (event) => event.preventDefault() } });
    const messages = make("div", { class: "messages" });
    const chosen = make("input", { type: "file", hidden: true, accept: "image/*", tabindex: "-1",
      on: { change: () => { picture(chosen.files[0]); chosen.value = ""; } } });

    // What is put in can be taken back with Ctrl+Z.
    function put(text, start = area.selectionStart, end = area.selectionEnd) {
      area.focus();
      area.setSelectionRange(start, end);
      if (!document.execCommand(text === "" ? "delete" : "insertText", false, text)) {
        area.setRangeText(text, start, end, "end");
        context.changed();
      }
    }

    const selected = () => area.value.slice(area.selectionStart, area.selectionEnd);

    function wrap(mark, words) {
      const [start, end] = [area.selectionStart, area.selectionEnd];
      const inside = selected();
      const before = area.value.slice(Math.max(0, start - mark.length), start);
      if (inside.startsWith(mark) && inside.endsWith(mark) && inside.length > 2 * mark.length) {
        put(inside.slice(mark.length, -mark.length));
        area.setSelectionRange(start, end - 2 * mark.length);
      } else if (before === mark && area.value.slice(end, end + mark.length) === mark) {
        put(inside, start - mark.length, end + mark.length);
        area.setSelectionRange(start - mark.length, end - mark.length);
      } else {
        const text = inside.trim() || words;
        put(inside.replace(inside.trim(), "") === inside && inside ? inside : `${mark}${text}${mark}`);
        area.setSelectionRange(start + mark.length, start + mark.length + text.length);
      }
    }

    /** Changes each line of the selection. */
    function lines(change) {
      const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
      let end = area.value.indexOf("\n", area.selectionEnd);
      if (end < 0) end = area.value.length;
      const text = change(area.value.slice(start, end).split("\n")).join("\n");
      put(text, start, end);
      area.setSelectionRange(start, start + text.length);
    }

    const list = (pattern, sign) => lines((all) => all.every((line) => pattern.test(line))
      ? all.map((line) => line.replace(pattern, ""))
      : all.map((line, place) => sign(place) + line.replace(/^(\s*[-*+] |\s*\d+[.)] )/, "")));
    const bullets = () => list(/^- /, () => "- ");
    const numbers = () => list(/^\d+\. /, (place) => `${place + 1}. `);
    const heading = (level) => lines((all) => all.map((line) => {
      const words = line.replace(/^#{1,6} /, "");
      return line.startsWith(`${"#".repeat(level)} `) ? words : `${"#".repeat(level)} ${words || "Titre"}`;
    }));

    /** A block of its own, with an empty line before and after. */
    function block(text) {
      const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
      const start = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
      put(start + text + (after.startsWith("\n") || after === "" ? "\n" : "\n\n"));
    }

    async function link() {
      const [start, end] = [area.selectionStart, area.selectionEnd];
      const words = make("input", { value: selected() });
      const address = make("input", { inputmode: "url", placeholder: "https://" });
      let sheet = null;
      const chosenSheet = make("p", { class: "choisie", role: "status" });
      const picker = Bureau.choix.sheet(context.site, [], newID(), (one) => {
        sheet = one;
        chosenSheet.textContent = `Vers : ${one.title}`;
        picker.input.value = one.title;
        words.value ||= one.title;
      });
      const made = await dialog("Ajouter un lien", [
        labelled("Texte du lien", words), labelled("Vers une fiche du site", picker.input, "Cherchez-la par son titre."),
        picker.element.querySelector("ul"), chosenSheet, labelled("Ou vers une adresse du web", address),
      ], "Ajouter", () => {
        const target = address.value.trim() || (sheet && relative(context.path, sheet.path));
        if (!target) throw { message: "choisissez une fiche, ou écrivez une adresse" };
        return { text: words.value.trim() || target, target: target.replace(/[()\s<>]/g, encodeURIComponent) };
      });
      area.focus();
      if (made) put(`[${made.text.replace(/[[\]]/g, "\\$&")}](${made.target})`, start, end);
    }

    async function picture(file) {
      if (!file) return;
      try {
        const name = (await context.upload(file)).name;
        if (!/\.(png|jpe?g|gif|webp|avif|svg)$/.test(name)) {
          put(`[${file.name.replace(/[[\]]/g, "")}](${name})`);
          return;
        }
        const words = make("input", {});
        const made = await dialog("Décrire l’image", [labelled("Ce que montre l’image", words,
          "Pour qui ne la voit pas : une phrase. Laissez vide si l’image n’est qu’un décor.")], "Ajouter", () => ({ text: words.value.trim() }));
        if (made) block(`![${made.text.replace(/[[\]]/g, "\\$&")}](${name})`);
      } catch (error) {
        announce(capital(error.message), true);
      }
    }

    const table = () => block("| Titre | Titre |\n| --- | --- |\n| Texte | Texte |\n| Texte | Texte |");
    const alert = () => block(`> [!NOTE]\n> ${selected().trim().replaceAll("\n", "\n> ") || "À savoir."}`);

    function keys(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const action = { b: () => wrap("**", "texte en gras"), i: () => wrap("*", "texte en italique"), k: link }[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    }

    function paste(event) {
      const { files } = event.clipboardData;
      const html = event.clipboardData.getData("text/html");
      if (html && !isPlain) {
        event.preventDefault();
        put(Bureau.collage.markdown(html) || event.clipboardData.getData("text/plain"));
      } else if (files.length) {
        event.preventDefault();
        picture(files[0]);
      }
    }

    // Ctrl+Shift+V pastes the words alone.
    let isPlain = false;
    area.addEventListener("keydown", ({ key, shiftKey }) => { isPlain = shiftKey && key.toLowerCase() === "v"; });

    function drop(event) {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      picture(event.dataTransfer.files[0]);
    }

    const tools = make("div", { class: "barre", role: "toolbar", "aria-label": "Mise en forme", "aria-controls": id },
      ...[["Gras", () => wrap("**", "texte en gras"), "Control+B"], ["Italique", () => wrap("*", "texte en italique"), "Control+I"],
        ["Titre", () => heading(2)], ["Sous-titre", () => heading(3)], ["Liste", bullets], ["Liste numérotée", numbers],
        ["Lien…", link, "Control+K"], ["Image…", () => chosen.click()], ["Tableau", table], ["Encadré", alert]]
        .map(([name, action, key], place) => button(name, action, { tabindex: place ? "-1" : "0", "aria-keyshortcuts": key,
          title: key ? `${name.replace("…", "")} (${key.replace("Control", "Ctrl")})` : null })));
    tools.addEventListener("keydown", (event) => {
      const all = [...tools.children];
      const place = all.indexOf(document.activeElement);
      const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: all.length - 1 }[event.key];
      if (next === undefined || !all[next]) return;
      event.preventDefault();
      all.forEach((one, rank) => { one.tabIndex = rank === next ? 0 : -1; });
      all[next].focus();
    });

    return {
      element: make("section", { class: "corps" }, make("h2", {}, make("label", { for: id }, "Texte de la fiche")),
        make("p", { class: "aide", id: `${id}-aide` }, "Écrivez, ou collez depuis votre traitement de texte : titres, listes, liens et tableaux sont repris. Une ligne vide sépare deux paragraphes."),
        tools, area, chosen, messages),
      control: area,
      focus: () => area.focus(),
      get: () => area.value,
      set(value) { area.value = value; },
      place: (line) => ({ messages, control: area, focus() {
        const start = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
        area.focus();
        area.setSelectionRange(start, start + (area.value.split("\n")[line - 1] ?? "").length);
      } }),
    };
  }

  return { create };
})();
