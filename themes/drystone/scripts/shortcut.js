// Ctrl+K (⌘K) goes to the search field: the page's own, or the one that the link in the head leads to. A letter alone
// would be in the way of who speaks to their computer (WCAG 2.1.4).

document.addEventListener("keydown", (event) => {
  const asked = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  if (!asked || event.defaultPrevented) return;
  const field = document.querySelector("[data-search] input");
  const link = document.querySelector("a[data-search-link]");
  if (!field && !link) return;
  event.preventDefault();
  if (!field) return link.click();
  field.focus();
  field.select();
});
