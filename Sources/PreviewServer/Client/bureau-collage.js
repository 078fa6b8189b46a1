// What is pasted from a word processor or a page becomes plain Markdown.
Bureau.collage = (() => {
  "use strict";
  const blocks = new Set(["P", "DIV", "SECTION", "ARTICLE", "MAIN", "HEADER", "FOOTER", "FIGURE", "FIGCAPTION", "DL", "DT",
    "DD", "ADDRESS", "CENTER", "BODY", "FORM", "ASIDE", "NAV"]);
  const dropped = new Set(["SCRIPT", "STYLE", "META", "LINK", "TITLE", "HEAD", "TEMPLATE", "IFRAME", "OBJECT", "INPUT",
    "BUTTON", "SELECT", "TEXTAREA", "SVG", "MATH", "NOSCRIPT"]);

  const escape = (text) => text.replace(/[\\`*_[\]<>]/g, "\\$&");

  /** Marks around words, out of the spaces that they have at their ends. */
  function around(mark, text) {
    const [, start, words, end] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text);
    return words ? `${start}${mark}${words}${mark}${end}` : text;
  }

  function style(element, property) { return element.style?.getPropertyValue(property) ?? ""; }

  const isBold = (element) => ["B", "STRONG"].includes(element.tagName) && style(element, "font-weight") !== "normal"
    || /^(bold|[6-9]00)$/.test(style(element, "font-weight"));
  const isItalic = (element) => ["I", "EM", "CITE"].includes(element.tagName) && style(element, "font-style") !== "normal"
    || style(element, "font-style") === "italic";

  /** The words in a node, on one line. */
  function inline(node) {
    if (node.nodeType === Node.TEXT_NODE) return escape(node.data.replace(/[\s\u00A0]*\n[\s]*/g, " ").replace(/[ \t]+/g, " "));
    if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName.toUpperCase())) return "";
    // Word writes the sign of a list in the paragraph.
    if (/mso-list:\s*Ignore/i.test(node.getAttribute("style") ?? "")) return "";
    if (node.tagName === "BR") return "\n";
    if (node.tagName === "IMG") return node.alt ? escape(node.alt) : "";
    if (node.tagName === "CODE") return `\`${node.textContent.replaceAll("`", "")}\``;
    let text = [...node.childNodes].map(inline).join("");
    const address = node.tagName === "A" ? node.getAttribute("href") ?? "" : "";
    if (/^(https?:|mailto:)/i.test(address) && text.trim()) return `[${text.trim()}](${address.replace(/[()\s]/g, encodeURIComponent)})`;
    if (isItalic(node)) text = around("*", text);
    if (isBold(node) && !/^H[1-6]$/.test(node.tagName)) text = around("**", text);
    return text;
  }

  const holdsBlocks = (node) => [...node.querySelectorAll?.("*") ?? []]
    .some(({ tagName }) => blocks.has(tagName) || /^(H[1-6]|UL|OL|LI|TABLE|PRE|BLOCKQUOTE|HR)$/.test(tagName));

  const tidy = (text) => text.replace(/ *\n */g, "\n").replace(/[ \u00A0]+$/gm, "").trim();

  /** A line that would start a list or a heading by its first sign. */
  const plainStart = (text) => text.replace(/^(\d+)([.)]\s)/, "$1\\$2").replace(/^([-+#]|>)(\s|$)/, "\\$1$2");

  function list(element, depth) {
    const isNumbered = element.tagName === "OL";
    let number = Number(element.getAttribute("start")) || 1;
    const lines = [];
    for (const item of element.children) {
      if (["UL", "OL"].includes(item.tagName)) {
        lines.push(...list(item, depth + 1));
        continue;
      }
      const own = [...item.childNodes].filter((one) => !["UL", "OL"].includes(one.tagName));
      const sign = isNumbered ? `${number}. ` : "- ";
      number += 1;
      lines.push("   ".repeat(depth) + sign + tidy(own.map(inline).join("")).replaceAll("\n", " "));
      for (const inner of item.children) {
        if (["UL", "OL"].includes(inner.tagName)) lines.push(...list(inner, depth + 1));
      }
    }
    return lines;
  }

  function table(element) {
    const rows = [...element.rows].map((row) => [...row.cells].map((cell) =>
      tidy([...cell.childNodes].map((one) => inline(one)).join(" ")).replaceAll("\n", " ").replaceAll("|", "\\|")));
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (!width) return "";
    const line = (cells) => `| ${Array.from({ length: width }, (_, place) => cells[place] ?? "").join(" | ")} |`;
    return [line(rows[0]), `|${" --- |".repeat(width)}`, ...rows.slice(1).map(line)].join("\n");
  }

  /** The paragraphs of Word that are items of a list. */
  function wordItem(element) {
    const [, level] = /mso-list:[^;]*level(\d)/i.exec(element.getAttribute("style") ?? "") ?? [];
    if (!level) return null;
    const sign = [...element.querySelectorAll("*")].find((one) => /mso-list:\s*Ignore/i.test(one.getAttribute("style") ?? ""));
    const isNumbered = /^\s*\w+[.)]/.test(sign?.textContent ?? "");
    return "   ".repeat(level - 1) + (isNumbered ? "1. " : "- ") + tidy(inline(element)).replaceAll("\n", " ");
  }

  function walk(node, found) {
    let words = "";
    const flush = () => {
      const text = plainStart(tidy(words));
      if (text) found.push({ text });
      words = "";
    };
    for (const child of node.childNodes) {
      const name = child.nodeType === Node.ELEMENT_NODE ? child.tagName.toUpperCase() : "";
      if (dropped.has(name)) continue;
      if (/^H[1-6]$/.test(name)) {
        flush();
        // The title of the sheet is the only one of the first level.
        const text = tidy(inline(child)).replaceAll("\n", " ");
        if (text) found.push({ text: `${"#".repeat(Math.max(2, Number(name[1])))} ${text}` });
      } else if (name === "UL" || name === "OL") {
        flush();
        found.push({ text: list(child, 0).join("\n") });
      } else if (name === "TABLE") {
        flush();
        found.push({ text: table(child) });
      } else if (name === "PRE") {
        flush();
        found.push({ text: `\`\`\`\n${child.textContent.replace(/\n+$/, "")}\n\`\`\`` });
      } else if (name === "HR") {
        flush();
        found.push({ text: "---" });
      } else if (name === "BLOCKQUOTE") {
        flush();
        const inner = [];
        walk(child, inner);
        found.push({ text: join(inner).replace(/^/gm, "> ") });
      } else if (name && wordItem(child)) {
        flush();
        found.push({ text: wordItem(child), isItem: true });
      } else if (name && (blocks.has(name) || holdsBlocks(child))) {
        flush();
        walk(child, found);
      } else {
        words += inline(child);
      }
    }
    flush();
  }

  const join = (found) => found.filter(({ text }) => text).reduce((text, one, place, all) =>
    text + (place === 0 ? "" : one.isItem && all[place - 1].isItem ? "\n" : "\n\n") + one.text, "");

  /** Markdown for HTML; nothing of it is run, and no picture of it is asked for. */
  function markdown(html) {
    const found = [];
    walk(new DOMParser().parseFromString(html, "text/html").body, found);
    return join(found);
  }

  return { markdown };
})();
