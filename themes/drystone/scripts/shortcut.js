// "/" goes to the search field: the page's own, or the one that the link in the head leads to.

function isTyping(target) {
  return target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (isTyping(event.target)) return;
  const field = document.querySelector("[data-search] input");
  const link = document.querySelector("a[data-search-link]");
  if (!field && !link) return;
  event.preventDefault();
  if (!field) return link.click();
  field.focus();
  field.select();
});
