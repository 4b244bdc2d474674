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
