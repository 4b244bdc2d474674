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
