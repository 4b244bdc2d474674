// The preview in the browser: how the page stands comes from the server, what to do about it is decided here.
(() => {
  const given = JSON.parse(document.currentScript.dataset.preview);
  const url = given.url;
  let shown = {page: given.page, parts: given.parts};
  let source = null;

  // ---- Where the reader is, kept over a reload ----

  const PLACE = `smallwins ${url}`;

  const pathOf = element => {
    const steps = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (at.id) return [`#${CSS.escape(at.id)}`, ...steps].join(" > ");
      steps.unshift(`${at.localName}:nth-of-type(${[...at.parentElement.children]
        .filter(one => one.localName === at.localName).indexOf(at) + 1})`);
    }
    return ["body", ...steps].join(" > ");
  };

  // What stands in the window, to be found again by its words: what is written above it moves it.
  const BLOCKS = "main :is(h1, h2, h3, h4, p, li, dt, dd, td, figcaption, summary)";
  const wordsOf = element => element.textContent.trim().slice(0, 80);
  const inView = () => [...document.querySelectorAll(BLOCKS)]
    .map(element => [element, element.getBoundingClientRect().top])
    .filter(([element, top]) => top >= 0 && top < innerHeight && wordsOf(element))
    .slice(0, 12)
    .map(([element, top]) => ({name: element.localName, words: wordsOf(element), top}));

  const scrollBack = kept => {
    for (const {name, words, top} of scrollY || kept.y ? kept.inView : []) {
      const alike = [...document.querySelectorAll(`main ${name}`)].filter(element => wordsOf(element) === words);
      if (alike.length !== 1) continue;
      scrollTo({left: kept.x, top: scrollY + alike[0].getBoundingClientRect().top - top, behavior: "instant"});
      return;
    }
    scrollTo({left: kept.x, top: kept.y, behavior: "instant"});
  };

  const keep = () => {
    const focus = document.activeElement === document.body ? null : document.activeElement;
    sessionStorage.setItem(PLACE, JSON.stringify({
      x: scrollX,
      y: scrollY,
      inView: inView(),
      focus: focus && {path: pathOf(focus), value: focus.value, from: focus.selectionStart, to: focus.selectionEnd},
      details: [...document.querySelectorAll("details")].map(one => [pathOf(one), one.open]),
    }));
    history.scrollRestoration = "manual";
  };

  const comeBack = () => {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    if (!kept) return;
    sessionStorage.removeItem(PLACE);
    for (const [path, open] of kept.details) {
      const one = document.querySelector(path);
      if (one?.localName === "details") one.open = open;
    }
    if (kept.focus) {
      const one = document.querySelector(kept.focus.path);
      one?.focus({preventScroll: true});
      if (one && typeof kept.focus.value === "string" && /^(search|text)$/.test(one.type ?? "")) {
        if (one.value !== kept.focus.value) {
          one.value = kept.focus.value;
          one.dispatchEvent(new Event("input", {bubbles: true}));
        }
        one.setSelectionRange(kept.focus.from, kept.focus.to);
      }
    }
    scrollBack(kept);
    // The browser would scroll by itself once all is loaded, to where the page was before it changed.
    addEventListener("load", () => setTimeout(() => { history.scrollRestoration = "auto"; }));
  };

  // ---- What changed of the page ----

  const own = address => {
    const there = new URL(address, location.href);
    return there.origin === location.origin ? decodeURIComponent(there.pathname) : null;
  };

  const anew = (address, writing) => `${new URL(address, location.href).pathname}?${writing}`;

  // The new style is there before the old one goes: no moment without.
  const swapStyle = (link, writing) => {
    const next = link.cloneNode();
    next.href = anew(link.href, writing);
    next.addEventListener("load", () => link.remove());
    next.addEventListener("error", () => next.remove());
    link.after(next);
  };

  const follow = seen => {
    if (!seen.page) return;  // it is gone: what was there stays to be read
    if (seen.page !== shown.page) {
      source.close();
      keep();
      location.reload();
      return;
    }
    for (const [part, writing] of Object.entries(seen.parts)) {
      if (writing === shown.parts[part]) continue;
      const links = [...document.querySelectorAll("link[rel=stylesheet]")].filter(one => own(one.href) === part);
      const pictures = [...document.images].filter(one => own(one.src) === part);
      links.forEach(link => swapStyle(link, writing));
      pictures.forEach(picture => { picture.src = anew(picture.src, writing); });
      if (!links.length && !pictures.length) {
        source.close();
        keep();
        location.reload();
        return;
      }
    }
    shown = seen;
  };

  // ---- What is to be said ----

  const WHY = {
    private: "Private: readers don’t see this page",
    draft: "A draft: readers don’t see this page",
    future: "Dated after today: readers don’t see this page yet",
    partly: "Readers don’t see all of this page",
  };

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };

  const host = make("div", {id: "_smallwins", lang: "en", dir: "ltr"});
  const root = host.attachShadow({mode: "open"});
  const panel = make("section", {class: "panel", role: "region", "aria-label": "What is wrong", hidden: ""});
  const signs = make("div", {class: "signs", role: "status", hidden: ""});
  root.append(make("link", {rel: "stylesheet", href: "/_smallwins/preview.css"}), panel, signs);
  document.body.append(host);

  let news = {problems: [], more: 0, fault: "", why: "", stands: false};
  let lost = false;
  let waiting = 0;
  let dismissed = sessionStorage.getItem("smallwins dismissed") ?? "";

  const isError = one => one.severity === "error";
  const errorsOf = said => JSON.stringify([said.fault, said.problems.filter(isError)]);
  const many = (count, word) => count ? `${count} ${word}${count === 1 ? "" : "s"}` : "";
  const counted = () => [
    news.fault ? "a mistake of ours" : "",
    many(news.problems.filter(isError).length, "error"),
    many(news.problems.filter(one => !isError(one)).length, "warning"),
    news.more ? `and ${news.more} more` : "",
  ].filter(Boolean).join(", ");

  const open = shows => {
    panel.hidden = !shows;
    signs.querySelector("button")?.setAttribute("aria-expanded", shows);
    dismissed = shows ? "" : errorsOf(news);
    sessionStorage.setItem("smallwins dismissed", dismissed);
  };

  const excerpt = one => {
    const before = one.excerpt.slice(0, one.column - 1).replace(/[^\t]/gu, " ");
    return make("pre", {}, `${one.excerpt}\n${before}`, make("span", {class: "caret"}, "^"));
  };

  const item = one => make("li", {},
    make("p", {class: "place"}, `${one.path}${one.line ? `:${one.line}:${one.column}` : ""} · ${one.severity} ${one.code}`),
    make("p", {class: "message"}, one.message),
    ...(one.excerpt ? [excerpt(one)] : []),
    ...(one.hint ? [make("p", {class: "hint"}, one.hint)] : []));

  const draw = gone => {
    const wrong = counted();
    const why = WHY[news.why] ?? "";
    panel.replaceChildren(
      make("header", {},
        make("h2", {}, wrong),
        news.stands ? make("p", {class: "stands"}, "You see the last good site. What you write, here or elsewhere, shows once this is put right.") : "",
        make("button", {type: "button", onclick: () => open(false)}, "Hide")),
      ...(news.fault ? [make("p", {}, news.fault)] : []),
      make("ol", {}, ...news.problems.map(item)));
    signs.replaceChildren(
      ...(why ? [make("span", {class: "why"}, why)] : []),
      ...(gone ? [make("span", {}, "This page is not part of the site any more")] : []),
      ...(lost ? [make("span", {}, "The preview has ended")] : []),
      ...(wrong ? [make("button", {type: "button", "aria-expanded": "false", onclick: () => open(panel.hidden)}, wrong)] : []));
    signs.hidden = !signs.childElementCount;
    panel.hidden = !wrong || errorsOf(news) === dismissed || !(news.fault || news.problems.some(isError));
    signs.querySelector("button")?.setAttribute("aria-expanded", !panel.hidden);
  };

  addEventListener("keydown", event => {
    if (event.key === "Escape" && !panel.hidden) open(false);
  });

  // ---- The line to the server: only where the page is looked at, for a browser gives no more than six ----

  const calm = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  const listen = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/_smallwins/events?page=${encodeURIComponent(url)}`);
    source.onmessage = message => {
      news = JSON.parse(message.data);
      lost = false;
      follow(news.seen);
      draw(!news.seen.page && Boolean(given.page));
    };
    source.onopen = calm;
    // A browser tries again every few seconds, and fails each time: the first time counts.
    source.onerror = () => { waiting ||= setTimeout(() => { lost = true; draw(false); }, 4000); };
  };
  const rest = () => {
    calm();
    source?.close();
    source = null;
  };

  addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  document.addEventListener("DOMContentLoaded", comeBack);  // when the theme's scripts have made what they make
  listen();
})();
