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
