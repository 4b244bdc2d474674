(() => {
"use strict";
// What was asked for or chosen, kept in the page's address.

function keepInAddress(change) {
  const address = new URL(location.href);
  change(address.searchParams);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Some browsers refuse it to a page on a disk; the choice holds all the same.
  }
}
// Begins a behaviour on each element that asks for it, when every script has been read, whatever their order.

function begin(selector, behaviour) {
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(selector).forEach(behaviour));
}
// A count in words: an element's data-forms holds a sentence for each of the language's plural categories.

function counted(element, count, facts = {}) {
  const language = document.documentElement.lang;
  const number = count.toLocaleString(language);
  if (!element.dataset.forms) return number;
  const forms = JSON.parse(element.dataset.forms);
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace(/%\((\w+)\)s/g, (_, name) => (name === "num" ? number : facts[name]));
}
// Filters work by CSS alone. Here what was chosen is kept in the address, so that it can be linked to and comes back
// with the page; and what is left is counted. `data-filters` may say what is counted, by default the lines.

function startFilters(form) {
  const controls = [...form.elements].filter((control) => control.name);
  const names = new Set(controls.map((control) => control.name));
  const standard = new Set(controls.filter((one) => one.defaultChecked).map((one) => `${one.name}=${one.value}`));
  const count = form.querySelector("[data-filters-count]") ?? document.querySelector("[data-filters-count]");

  const tell = () => {
    if (!count) return;
    const items = [...document.querySelectorAll(form.dataset.filters || "main .line")];
    count.textContent = counted(count, items.filter((item) => item.getClientRects().length).length);
  };

  const wanted = new URLSearchParams(location.search);
  for (const name of names) {
    const chosen = wanted.getAll(name);
    const own = controls.filter((control) => control.name === name);
    const [first] = own;
    if (first.options) {
      if ([...first.options].some((option) => option.value === chosen[0])) first.value = chosen[0];
    } else if (own.some((control) => chosen.includes(control.value))) {
      for (const control of own) control.checked = chosen.includes(control.value);
    }
  }
  tell();

  const keep = () => {
    keepInAddress((query) => {
      for (const name of names) query.delete(name);
      for (const [name, value] of new FormData(form)) {
        if (value && !standard.has(`${name}=${value}`)) query.append(name, value);
      }
    });
    tell();
  };
  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep)); // the form is as it was only after this event
  form.addEventListener("submit", (event) => event.preventDefault());
}

begin("form[data-filters]", startFilters);
// Text as it is compared: without case, accents and ligatures. Some letters are also written as two, ü as ue: such a
// text has two forms, and one that matches is enough.

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ", "’": "'", "‘": "'" };
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const PAIRS = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

function fold(text, paired = false) {
  let folded = text.toLowerCase().normalize("NFC");
  if (paired) folded = folded.replace(/[äöüøå]/g, (letter) => PAIRS[letter]);
  folded = folded.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return folded.replace(LETTER, (letter) => LETTERS[letter]);
}

function forms(text) {
  const plain = fold(text), paired = fold(text, true);
  return plain === paired ? [plain] : [plain, paired];
}

// The folded text, and for each of its places the letter of `text` that it comes from: where it begins and ends.
function foldWithPlaces(text, paired) {
  let folded = "";
  const places = [];
  for (const { 0: letter, index } of text.matchAll(CLUSTER)) {
    const part = fold(letter, paired);
    for (let at = 0; at < part.length; at++) places.push([index, index + letter.length]);
    folded += part;
  }
  return [folded, places];
}
// The search index: a script for each year and one for what has no date, each read once, when it is asked for.

const SITE = new URL("..", document.currentScript.src);
const parts = new Map();
const arrivals = new Map();

window.smallwinsIndex = (name, part) => arrivals.get(name)?.(part);

function readPart(name) {
  if (!parts.has(name)) {
    const arriving = new Promise((resolve, reject) => {
      arrivals.set(name, resolve);
      const script = document.createElement("script");
      script.src = new URL(`assets/search/${name}.js`, SITE);
      script.addEventListener("error", () => {
        parts.delete(name); // another try may find it
        reject(new Error(`${script.src} could not be read`));
      });
      document.head.append(script);
    });
    parts.set(name, arriving);
  }
  return parts.get(name);
}

// The entries of a year, or of "undated", the newest first.
async function readEntries(name) {
  const [undated, part] = await Promise.all([readPart("undated"), readPart(name)]);
  part.entries ??= entriesOf(undated, part);
  return part.entries;
}

function entriesOf(undated, part) {
  const tables = {};
  for (const table of ["goals", "values", "habits"]) {
    const names = new Map(undated[table].map(([id, title, seam]) => [id, { id, title, seam }]));
    tables[table] = part[table].map((item) => names.get(typeof item === "string" ? item : item[0]));
  }
  return part.rows.map(([kind, url, date, title, text, goals, values, habits]) => {
    const entry = { kind, url: addressOf(url), date, title, text };
    entry.goals = goals.map((at) => tables.goals[at]).filter(Boolean);
    entry.values = values.map((at) => tables.values[at]).filter(Boolean);
    entry.habits = habits.map((at) => tables.habits[at]).filter(Boolean);
    const served = [...entry.goals, ...entry.values, ...entry.habits].map((one) => one.title);
    entry.folded = forms([title, text, ...served].join("\n")).join("\n");
    return entry;
  });
}

// The address of a page of the site; from a disk nobody adds the index.html that it means.
function addressOf(url) {
  const [path, place] = url.split("#");
  const file = location.protocol === "file:" ? `${path}index.html` : path;
  return new URL(place === undefined ? file : `${file}#${place}`, SITE).href;
}
// The jar: one past win at a time, by chance, and never the same twice in a row. `data-jar` says how many each year has,
// so that only the year that was drawn is read, and every win is as likely as the next.

function drawYear(years) {
  let place = Math.random() * years.reduce((sum, [, count]) => sum + count, 0);
  return (years.find(([, count]) => (place -= count) < 0) ?? years.at(-1))[0];
}

function startJar(section) {
  const template = section.querySelector("template[data-line]");
  const list = section.querySelector("[data-part=drawn] ol");
  const place = section.querySelector("template[data-jar-button]");
  const drawing = place.content.firstElementChild.cloneNode(true);
  const years = section.dataset.jar.split(" ").map((pair) => pair.split(":")).map(([year, count]) => [year, Number(count)]);
  let last = list.querySelector(".line-text a").href;

  drawing.querySelector("button").addEventListener("click", async () => {
    for (let tries = 0; tries < 20; tries++) {
      const entries = await readEntries(drawYear(years)).catch(() => []);
      const inside = entries.filter((entry) => entry.kind === "win" && entry.date <= section.dataset.today);
      const drawn = inside[Math.floor(Math.random() * inside.length)];
      if (!drawn || drawn.url === last) continue;
      last = drawn.url;
      list.replaceChildren(drawLine(template, drawn, [], drawn.text.split("\n")[0]));
      return;
    }
  });
  place.replaceWith(drawing);
}

begin("[data-jar]", startJar);
// An entry of the index as a line of a list, made from a <template data-line>. `terms` are marked in it.

function drawLine(template, entry, terms = [], excerpt = "") {
  const line = template.content.firstElementChild.cloneNode(true);
  const part = (name) => line.querySelector(`[data-part="${name}"]`);
  const fill = (place, text) => place.append(...marked(text, terms));
  const asked = (text) => rangesOf(text, terms).length > 0;

  const time = part("date");
  if (entry.date) {
    time.dateTime = entry.date;
    time.textContent = new Intl.DateTimeFormat(template.dataset.locale, {
      day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
    }).format(new Date(entry.date));
  } else {
    time.remove();
  }
  for (const kind of line.querySelectorAll("[data-kind]")) {
    if (kind.dataset.kind !== entry.kind) kind.remove();
  }
  const link = part("title");
  link.href = entry.url;
  if (entry.title) link.replaceChildren(...marked(entry.title, terms));

  const [first] = entry.values;
  if (first) {
    part("line").classList.add(`v-${first.id}`);
    if (first.seam) part("pebble").classList.add(`seam-${first.seam}`);
  }
  if (entry.kind === "tick" || entry.kind === "setback") part("pebble").classList.add(`is-${entry.kind}`);

  const isShown = (value) => asked(value.title) || !entry.goals.length;
  const values = entry.kind === "value" ? [] : entry.values.filter(isShown);
  for (const [name, served] of [["goal", entry.goals], ["habit", entry.habits], ["value", values]]) {
    const place = part(name);
    place.replaceWith(
      ...served.map((one) => {
        const copy = place.cloneNode(true);
        fill(copy.querySelector("bdi"), one.title);
        return copy;
      }),
    );
  }
  if (excerpt) fill(part("excerpt"), excerpt);
  else part("excerpt").remove();
  return line;
}
// The search page: what is typed is looked for in the index, the newest year first, as far back as it takes.

const PAGE = 50;
const AHEAD = 4; // where the newest year is not enough, so many are asked for at once

function startSearch(section) {
  const part = (name) => section.querySelector(`[data-part="${name}"]`);
  const [form, list, status, more] = ["form", "results", "status", "more"].map(part);
  const field = form.querySelector("input");
  const template = section.querySelector("template[data-line]");
  const names = ["undated", ...section.dataset.years.split(" ").filter(Boolean)];
  let asked = 0; // the number of the last question; an answer to an earlier one comes too late
  let shown = PAGE;
  let waiting = null; // for the next key, before it is asked

  async function answer(terms) {
    const number = ++asked;
    const found = [], unread = [];
    let last = names[0];
    for (const [at, name] of names.entries()) {
      if (at > 1) names.slice(at, at + AHEAD).forEach(prepare);
      try {
        const entries = await readEntries(name);
        if (number !== asked) return;
        found.push(...entries.filter((entry) => answers(entry.folded, terms)));
      } catch {
        unread.push(name);
      }
      if (number !== asked) return;
      last = name;
      const next = found.slice(list.children.length, shown);
      list.append(...next.map((entry) => drawLine(template, entry, terms, excerpt(entry.text, terms))));
      if (found.length > shown) break;
    }
    const isWhole = last === names.at(-1);
    more.hidden = isWhole && found.length <= shown;
    say(found.length, isWhole ? null : last, unread);
  }

  function prepare(name) {
    readPart(name).catch(() => {}); // it is told when it is wanted
  }

  function say(count, year, unread) {
    const said = [];
    if (!count) said.push(status.dataset.none);
    else if (year === null || year === "undated") said.push(counted(status, count));
    else said.push(counted(part("since"), count, { year }));
    if (unread.length) said.push(status.dataset.unread);
    status.textContent = said.join(" ");
  }

  function ask() {
    clearTimeout(waiting);
    waiting = null;
    const terms = termsOf(field.value);
    const query = field.value.trim();
    keepInAddress((address) => (query ? address.set("q", query) : address.delete("q")));
    section.classList.toggle("is-asked", terms.length > 0);
    list.replaceChildren();
    shown = PAGE;
    more.hidden = true;
    if (terms.length) return answer(terms);
    asked++;
    status.textContent = "";
  }

  function move(event) {
    if (event.isComposing) return; // the keys belong to what is being written
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === 1 && at === 0 && waiting) {
      toFirst(); // what is listed is not yet what was typed
    } else if (event.key === "Escape" && (field.value || at > 0)) {
      field.value = "";
      field.focus();
      ask();
    } else if (step && at >= 0 && stops[at + step]) {
      stops[at + step].focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  async function toFirst() {
    const typed = field.value;
    await ask();
    if (field.value === typed) list.querySelector("a")?.focus();
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  field.addEventListener("focus", () => names.slice(0, 2).forEach(prepare));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    toFirst();
  });
  more.addEventListener("click", async () => {
    const before = list.children.length;
    shown += PAGE;
    await answer(termsOf(field.value));
    list.children[before]?.querySelector("a").focus();
  });
  section.addEventListener("keydown", move);

  part("without").remove();
  form.hidden = false;
  const query = new URLSearchParams(location.search).get("q");
  if (query) field.value = query;
  if (field.value) ask();
  else field.focus();
}

begin("[data-search]", startSearch);
// Ctrl+K (⌘K) goes to the search field: the page's own, or the one that the link in the head leads to. A letter alone
// would be in the way of who speaks to their computer (WCAG 2.1.4).

document.addEventListener("keydown", (event) => {
  const asked = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  if (!asked || event.defaultPrevented) return;
  const field = document.querySelector("[data-search] input");
  const link = document.querySelector("a[data-search-link]");
  if (!field && !link) return;
  event.preventDefault();
  if (!field) return link.click();
  field.focus();
  field.select();
});
// What is asked for: words, of which the beginning is enough, and phrases in quotes, which stand as they are.

const QUOTED = /["“”„«»]([^"“”„«»]*)(["“”„«»])?|[^\s"“”„«»]+/g;
const BEFORE = /[\p{L}\p{M}\p{N}]$/u;
const AFTER = /^[\p{L}\p{M}\p{N}]/u;
// Scripts that write without spaces: a word of theirs may begin anywhere.
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

function termsOf(query) {
  const terms = [];
  for (const [all, phrase, closed] of query.matchAll(QUOTED)) {
    const words = (phrase ?? all).trim().replace(/\s+/g, " ");
    const found = forms(words).filter(Boolean);
    if (found.length) terms.push({ forms: found, whole: Boolean(closed) });
  }
  return terms;
}

// Every place in a folded text where a form of the term stands, as [start, end].
function* placesOf(folded, term) {
  for (const form of term.forms) {
    const inWord = AFTER.test(form) && !UNSPACED.test(form);
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      const end = at + form.length;
      if (inWord && at > 0 && BEFORE.test(folded.slice(Math.max(0, at - 2), at))) continue;
      if (term.whole && BEFORE.test(form) && AFTER.test(folded.slice(end, end + 2))) continue;
      yield [at, end];
    }
  }
}

function answers(folded, terms) {
  return terms.every((term) => !placesOf(folded, term).next().done);
}

// Where the terms stand in a text as it was written: [start, end], in order, none of them overlapping.
function rangesOf(text, terms) {
  const found = [];
  for (const paired of [false, true]) {
    const [folded, places] = foldWithPlaces(text, paired);
    for (const term of terms) {
      for (const [start, end] of placesOf(folded, term)) found.push([places[start][0], places[end - 1][1]]);
    }
  }
  found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const merged = [];
  for (const [start, end] of found) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

// The text as nodes, with what was asked for marked.
function marked(text, terms) {
  const nodes = [];
  let from = 0;
  for (const [start, end] of rangesOf(text, terms)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(from, start), mark);
    from = end;
  }
  return [...nodes, text.slice(from)].filter((node) => node !== "");
}

const EXCERPT = 200;

// The line of a text that has most of the terms, cut to what stands around them; "" where none has any.
function excerpt(text, terms) {
  let best = "", most = 0, ranges = [];
  for (const line of text.split("\n")) {
    const [plain, paired] = [fold(line), fold(line, true)];
    const count = terms.filter((term) => answers(`${plain}\n${paired}`, [term])).length;
    if (count > most) [best, most] = [line, count];
  }
  if (best.length <= EXCERPT) return best;
  ranges = rangesOf(best, terms);
  return cut(best, ranges[0][0]);
}

// The text around a place, cut between words where there is a space near.
function cut(text, place) {
  const letters = [...text];
  const at = [...text.slice(0, place)].length;
  let start = Math.max(0, Math.min(at - EXCERPT / 4, letters.length - EXCERPT));
  let end = Math.min(letters.length, start + EXCERPT);
  const space = letters.indexOf(" ", start);
  if (start > 0 && space >= 0 && space < at) start = space + 1;
  const last = letters.lastIndexOf(" ", end);
  if (end < letters.length && last > at) end = last;
  return `${start > 0 ? "… " : ""}${letters.slice(start, end).join("")}${end < letters.length ? " …" : ""}`;
}
// Arrow keys on a wall: from the name of a month or a year on to its stones, along the course, and to the next course
// above or below. The wall's sentence names the stone that is in focus.

function nearest(stones, from, isUp) {
  const here = from.getBoundingClientRect();
  const middle = here.left + here.width / 2;
  let best = null, least = Infinity;
  for (const stone of stones) {
    const there = stone.getBoundingClientRect();
    const rise = isUp ? here.bottom - there.bottom : there.bottom - here.bottom;
    if (rise < 2) continue; // of this course, or on its other side
    const distance = rise * 1000 + Math.abs(there.left + there.width / 2 - middle);
    if (distance < least) [best, least] = [stone, distance];
  }
  return best;
}

function startWall(wall) {
  const stones = [...wall.querySelectorAll(".stone > a")];
  if (!stones.length) return;
  const caption = wall.parentElement.querySelector("figcaption");
  const sentence = caption ? [...caption.childNodes] : [];
  const isLeftToRight = getComputedStyle(wall).direction === "ltr";

  wall.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const here = event.target.closest("a");
    // A name stands beside the first of its stones.
    const at = here.matches(".period") ? stones.indexOf(here.parentElement.querySelector(".stone > a")) - 0.5 : stones.indexOf(here);
    const forward = isLeftToRight ? "ArrowRight" : "ArrowLeft";
    const backward = isLeftToRight ? "ArrowLeft" : "ArrowRight";
    const next = {
      [forward]: () => stones[Math.floor(at + 1)],
      [backward]: () => stones[Math.ceil(at - 1)],
      ArrowUp: () => nearest(stones, here, true),
      ArrowDown: () => nearest(stones, here, false),
      Home: () => stones[0],
      End: () => stones.at(-1),
    }[event.key];
    if (!next) return;
    event.preventDefault();
    next()?.focus();
  });

  if (!caption) return;
  wall.addEventListener("focusin", (event) => {
    if (event.target.matches(".stone > a")) caption.textContent = event.target.title;
    else caption.replaceChildren(...sentence);
  });
  wall.addEventListener("focusout", () => caption.replaceChildren(...sentence));
}

begin(".wall", startWall);
})();
