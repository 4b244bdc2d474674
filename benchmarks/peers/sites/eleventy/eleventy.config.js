// The journal's days as collections: by month and year, by goal and value in pages of a hundred.

const LONGEST = 100;

const format = (options) => {
  const formatter = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
  return (date) => formatter.format(date);
};
const longDate = format({ day: "numeric", month: "long", year: "numeric" });
const monthYear = format({ month: "long", year: "numeric" });
const monthName = format({ month: "long" });
const iso = (date) => date.toISOString().slice(0, 10);
const monthUrl = (date) => `/${iso(date).slice(0, 7).replace("-", "/")}/`;

const grouped = (items, key) => {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
};

// Days by month, each with those of its wins that are wanted.
const months = (days, wanted = () => true) =>
  [...grouped(days, (day) => iso(day.date).slice(0, 7)).values()].map((group) => ({
    title: monthYear(group[0].date),
    url: monthUrl(group[0].date),
    days: group.map((day) => ({ url: day.url, date: day.date, wins: day.data.wins.filter(wanted) })),
  }));

// The days of each goal or value as pages, newest first.
const listed = (days, folder, field) => {
  const terms = new Map();
  for (const day of days) {
    for (const id of new Set(day.data.wins.map((win) => win[field]))) {
      if (!terms.has(id)) terms.set(id, []);
      terms.get(id).push(day);
    }
  }
  const pages = {};
  for (const [id, found] of terms) {
    const base = `/${folder}/${id}/`;
    const url = (number) => (number === 1 ? base : `${base}page/${number}/`);
    const count = Math.ceil(found.length / LONGEST);
    pages[id] = Array.from({ length: count }, (_, at) => ({
      id,
      url: url(at + 1),
      months: months(found.slice(at * LONGEST, (at + 1) * LONGEST), (win) => win[field] === id),
      earlier: at + 1 < count ? { url: url(at + 2), title: "Earlier" } : null,
      later: at > 0 ? { url: url(at), title: "Later" } : null,
    }));
  }
  return pages;
};

// Months or years, oldest first, each with its neighbours.
const periods = (days, length, title, url) => {
  const found = [...grouped(days, (day) => iso(day.date).slice(0, length)).values()];
  const ways = found.map((group) => ({ title: title(group[0].date), url: url(group[0].date), days: group }));
  return ways.map((period, at) => ({ ...period, earlier: ways[at - 1], later: ways[at + 1] }));
};

export default function (config) {
  const days = (api) => api.getFilteredByTag("day");
  const newest = (api) => [...days(api)].reverse();
  const older = (pages) => Object.values(pages).flatMap((all) => all.slice(1));

  config.addPassthroughCopy("plain.css");
  config.addCollection("neighbours", (api) => {
    const all = days(api);
    const way = (day) => day && { url: day.url, title: longDate(day.date) };
    return Object.fromEntries(all.map((day, at) => [day.url, { earlier: way(all[at - 1]), later: way(all[at + 1]) }]));
  });
  config.addCollection("latest", (api) => newest(api).slice(0, 20));
  config.addCollection("recent", (api) => months(newest(api).slice(0, 60)));
  config.addCollection("goalPages", (api) => listed(newest(api), "goals", "goal"));
  config.addCollection("valuePages", (api) => listed(newest(api), "values", "value"));
  config.addCollection("olderGoals", (api) => older(listed(newest(api), "goals", "goal")));
  config.addCollection("olderValues", (api) => older(listed(newest(api), "values", "value")));
  config.addCollection("months", (api) =>
    periods(days(api), 7, monthYear, monthUrl).map((month) => ({ ...month, days: months(month.days)[0].days })),
  );
  config.addCollection("years", (api) =>
    periods(days(api), 4, (date) => iso(date).slice(0, 4), (date) => `/${iso(date).slice(0, 4)}/`).map((year) => ({
      ...year,
      months: months(year.days).map((month) => ({
        title: monthName(month.days[0].date),
        url: month.url,
        days: month.days.length,
        wins: month.days.reduce((sum, day) => sum + day.wins.length, 0),
      })),
    })),
  );
  for (const [name, filter] of Object.entries({ longDate, monthYear, monthUrl, iso })) config.addFilter(name, filter);

  return {
    dir: { output: "public", includes: "_includes", data: "_data" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
