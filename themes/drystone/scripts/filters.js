// Filters work by CSS alone. Here they are kept in the address, so that a choice can be linked to and comes back with
// the page; and what is left is counted. `data-filters` may say which elements that is, by default the lines.

function keepInAddress(change) {
  const address = new URL(location.href);
  change(address.searchParams);
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A page without an origin may not; the choice holds all the same.
  }
}

function startFilters(form) {
  const inputs = [...form.elements].filter((input) => input.name && ["radio", "checkbox"].includes(input.type));
  const names = new Set(inputs.map((input) => input.name));
  const count = form.querySelector("[data-filters-count]") ?? document.querySelector("[data-filters-count]");

  const tell = () => {
    if (!count) return;
    const items = [...document.querySelectorAll(form.dataset.filters || "main .line")];
    count.textContent = counted(count, items.filter((item) => item.getClientRects().length).length);
  };

  const wanted = new URLSearchParams(location.search);
  for (const name of names) {
    const chosen = wanted.getAll(name);
    const own = inputs.filter((input) => input.name === name);
    if (!own.some((input) => chosen.includes(input.value))) continue;
    for (const input of own) input.checked = chosen.includes(input.value);
  }
  tell();

  form.addEventListener("change", () => {
    keepInAddress((query) => {
      for (const name of names) query.delete(name);
      for (const input of inputs) {
        if (input.checked && !input.defaultChecked) query.append(input.name, input.value);
      }
    });
    tell();
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change"))));
  form.addEventListener("submit", (event) => event.preventDefault());
}

begin("form[data-filters]", startFilters);
