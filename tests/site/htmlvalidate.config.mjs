// Everything that html-validate recommends, but for what is a choice of ours.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // Lower case throughout, as the tags.
    "doctype-style": ["error", { style: "lowercase" }],
    // The theme's own ids begin with "_", so that no heading of the journal can have the same.
    "valid-id": ["error", { relaxed: true }],
    // A list may have a name ("Values"), by the standard.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A stone is a link without words; its name is its title, which axe-core checks as well.
    "wcag/h30": "off",
    // The search answers while its word is typed, and Enter sends the form.
    "wcag/h32": "off",
  },
};
