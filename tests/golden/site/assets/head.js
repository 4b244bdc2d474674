(() => {
"use strict";
// Light, dark, or as the system says. It runs before the page is drawn, so that no page shows the other scheme first.
// What was chosen stays in the reader's browser, where that may keep anything.

const SCHEME = "smallwins-scheme";
const SCHEMES = ["system", "light", "dark"];

function chosenScheme() {
  try {
    const kept = localStorage.getItem(SCHEME);
    return SCHEMES.includes(kept) ? kept : "system";
  } catch {
    return "system";
  }
}

function keepScheme(scheme) {
  try {
    if (scheme === "system") localStorage.removeItem(SCHEME);
    else localStorage.setItem(SCHEME, scheme);
  } catch {
    // It holds for this page, then.
  }
}

function showScheme(scheme) {
  const system = scheme === "system";
  if (system) delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  document.querySelector('meta[name="color-scheme"]')?.setAttribute("content", system ? "light dark" : scheme);
  for (const meta of document.querySelectorAll('meta[name="theme-color"][media]')) {
    meta.dataset.media ??= meta.media;
    meta.media = system ? meta.dataset.media : meta.dataset.media.includes(scheme) ? "all" : "not all";
  }
}

function startSwitch(template) {
  const button = template.content.cloneNode(true).querySelector("button");
  const words = [...button.querySelectorAll("[data-scheme-is]")];
  const say = (scheme) => words.forEach((word) => (word.hidden = word.dataset.schemeIs !== scheme));
  button.addEventListener("click", () => {
    const next = SCHEMES[(SCHEMES.indexOf(chosen) + 1) % SCHEMES.length];
    chosen = next;
    keepScheme(next);
    showScheme(next);
    say(next);
  });
  say(chosen);
  template.replaceWith(button);
  // Another page, or another window, may have chosen since.
  const follow = () => {
    chosen = chosenScheme();
    showScheme(chosen);
    say(chosen);
  };
  addEventListener("storage", (event) => (event.key === SCHEME || event.key === null) && follow());
  addEventListener("pageshow", (event) => event.persisted && follow());
}

let chosen = chosenScheme();
showScheme(chosen);
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("template[data-scheme-switch]").forEach(startSwitch);
});
})();
