export default { layout: "value.njk", section: "/values/", permalink: (data) => `/values/${data.page.fileSlug}/` };
