// Keeps an open page as its source is: the preview tells what becomes of the page, which is retouched or
// loaded anew when it has changed, and shows over it what is wrong. Only previews have this script.
(() => {
  "use strict";
  const script = document.currentScript;
  const { page } = script.dataset;
  let { digest } = script.dataset;
  let text = null; // of the page, once it was asked for again: what the browser made it from
  const key = "archipel-apercu";
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";
  let words = null; // what the preview says around problems, once it has said something
  let panel = null;
  let corner = null; // what leads to the desk
  let shown = ""; // what the panel shows, so that the same is not shown twice
  let closed = ""; // what the reader has closed
  let latest = null; // what was told, and was not looked at yet
  let isBusy = false;
  let failures = 0;
  let isLeaving = false;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  // A box over the page, out of reach of its style sheets.
  function cover(...contents) {
    panel?.remove();
    panel = element("div");
    panel.lang = words.language;
    const style = element("link");
    style.rel = "stylesheet";
    style.href = new URL(script.dataset.style, script.src).href;
    const box = element("section");
    box.setAttribute("role", "alert");
    box.hidden = true; // without its style, it would be anywhere
    style.addEventListener("load", () => { box.hidden = false; });
    box.append(...contents);
    panel.attachShadow({ mode: "open" }).append(style, box);
    document.documentElement.append(panel);
    // What leads to the desk stands above the box.
    new ResizeObserver(() => corner?.style.setProperty("--dessous", `${box.offsetHeight}px`)).observe(box);
    return box;
  }

  /** Offers to write, in a corner of the page and out of reach of its style sheets. */
  function offerToWrite() {
    const desk = script.dataset.bureau;
    if (!desk || isInDesk) return;
    corner = element("archipel-apercu");
    const links = element("nav");
    links.setAttribute("aria-label", script.dataset.ecrire);
    const style = element("link");
    style.rel = "stylesheet";
    style.href = new URL(script.dataset.style, script.src).href;
    links.hidden = true;
    style.addEventListener("load", () => { links.hidden = false; });
    for (const [text, query] of [[script.dataset.ecrire, { page: location.pathname }], [script.dataset.nouvelle, { nouvelle: "" }]]) {
      const link = element("a", text);
      link.href = `${desk}?${new URLSearchParams(query)}`;
      links.append(link);
    }
    corner.attachShadow({ mode: "open" }).append(style, links);
    document.documentElement.append(corner);
  }

  function uncover() {
    panel?.remove();
    panel = null;
    corner?.style.removeProperty("--dessous");
    shown = "";
  }

  function close() {
    closed = shown;
    uncover();
  }

  // The line of the source, and under it a caret, of which a voice has nothing to say.
  function excerpt(text) {
    const made = element("pre");
    const [line, caret] = text.trimEnd().split("\n");
    const pointer = element("span", caret);
    pointer.setAttribute("aria-hidden", "true");
    made.append(`${line}\n`, pointer);
    return made;
  }

  // A sentence has its capital; a key in quotes stays as it is written.
  function sentence(text) {
    return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  }

  function item(problem) {
    const made = element("li", "", problem.severity);
    made.append(element("p", sentence(problem.message), "message"));
    if (problem.place) made.append(element("p", problem.place, "lieu"));
    if (problem.excerpt) made.append(excerpt(problem.excerpt));
    // The nearest answer first: what is expected may be a long list.
    if (problem.suggestion) made.append(element("p", sentence(problem.suggestion)));
    if (problem.expected) made.append(element("p", words.expected + problem.expected, "conseil"));
    return made;
  }

  // The desk says at the fields of its form what is wrong with the page that it shows.
  const isInDesk = script.dataset.bureau !== undefined && window.top !== window;

  function show(problems) {
    if (isInDesk) return;
    const text = JSON.stringify(problems);
    if (text === shown) return;
    if (!problems.length) closed = "";
    if (!problems.length || text === closed) {
      uncover();
      return;
    }
    const hasErrors = problems.some(({ severity }) => severity === "error");
    const details = element("details");
    details.open = hasErrors; // what may wait takes one line until it is asked for
    const list = element("ul");
    list.append(...problems.map(item));
    details.append(element("summary", words.title), element("p", words.advice, "conseil"), list);
    if (words.more) details.append(element("p", words.more));
    const button = element("button", words.close);
    button.type = "button";
    button.addEventListener("click", close);
    cover(details, button).className = hasErrors ? "error" : "warning";
    shown = text;
  }

  // What a page loaded anew does not keep by itself: the browser keeps the place and the fields.
  function remember() {
    const state = {
      path: location.pathname,
      closed,
      open: [...document.querySelectorAll("details")].map(({ open }) => open),
      focus: [...document.querySelectorAll(focusable)].indexOf(document.activeElement),
    };
    try { sessionStorage.setItem(key, JSON.stringify(state)); } catch { /* no storage, no memory */ }
  }

  function recall() {
    let state = null;
    try {
      state = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch { /* as above */ }
    if (state?.path !== location.pathname) return;
    closed = state.closed;
    const details = document.querySelectorAll("details");
    if (details.length === state.open.length) {
      details.forEach((one, place) => { one.open = state.open[place]; });
    }
    document.querySelectorAll(focusable)[state.focus]?.focus({ preventScroll: true });
  }

  /** The page as the preview has it now: its text, and its digest; nothing if it is not there. */
  async function current() {
    const answer = await fetch(location.href, { cache: "no-store" });
    const answered = await answer.text();
    const found = /\bdata-digest="([^"]*)"><\/script>\s*$/.exec(answered)?.[1];
    return answer.ok && found ? { text: answered, digest: found } : null;
  }

  async function keepText() {
    const now = await current().catch(() => null);
    if (now?.digest === digest) text = now.text;
  }

  /** Makes the page what it is now; gives back whether it could. */
  async function retouch() {
    const now = text && await current().catch(() => null);
    if (!now || !archipelRetouche(text, now.text)) return false;
    ({ text, digest } = now);
    return true;
  }

  async function receive(news) {
    words = news.words;
    if (news.digest === digest || await retouch()) {
      show(news.problems);
    } else {
      remember();
      location.reload();
    }
  }

  /** Looks at the last that was told, one after the other, once somebody looks at the page. */
  async function look() {
    if (isBusy || document.hidden) return;
    isBusy = true;
    while (latest) {
      const news = latest;
      latest = null;
      await receive(news);
    }
    isBusy = false;
  }

  function connect() {
    const address = new URL(`nouvelles?${new URLSearchParams({ page })}`, script.src);
    address.protocol = "ws:";
    const socket = new WebSocket(address);
    socket.addEventListener("message", ({ data }) => {
      failures = 0;
      latest = JSON.parse(data);
      look();
    });
    socket.addEventListener("close", () => {
      failures += 1;
      if (failures > 1 && words && !isLeaving) {
        shown = "";
        cover(element("p", words.stopped)).className = "warning";
      }
      setTimeout(connect, 500); // the preview was stopped, and may start again
    });
  }

  addEventListener("keydown", ({ key: name }) => {
    if (name === "Escape" && shown) close();
  });
  addEventListener("pagehide", () => { isLeaving = true; });
  document.addEventListener("visibilitychange", look);
  recall();
  offerToWrite();
  if (digest) addEventListener("load", keepText, { once: true });
  connect();
})();
