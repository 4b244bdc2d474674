export default {
  layout: "day.njk",
  tags: "day",
  section: "/timeline/",
  permalink: (data) => `/${data.page.date.toISOString().slice(0, 10).replaceAll("-", "/")}/`,
};
