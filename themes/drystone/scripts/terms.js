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
