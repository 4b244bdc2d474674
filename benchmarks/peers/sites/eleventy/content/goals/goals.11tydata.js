export default { layout: "goal.njk", section: "/goals/", permalink: (data) => `/goals/${data.page.fileSlug}/` };
