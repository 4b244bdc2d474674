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
