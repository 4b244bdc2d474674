// Filters work by CSS alone. Here what was chosen is kept in the address, so that it can be linked to and comes back
// with the page; and what is left is counted. `data-filters` may say what is counted, by default the lines.

function startFilters(form) {
  const controls = [...form.elements].filter((control) => control.name);
  const names = new Set(controls.map((control) => control.name));
  const standard = new Set(controls.filter((one) => one.defaultChecked).map((one) => `${one.name}=${one.value}`));
  const count = form.querySelector("[data-filters-count]") ?? document.querySelector("[data-filters-count]");

  const tell = () => {
    if (!count) return;
    const items = [...document.querySelectorAll(form.dataset.filters || "main .line")];
    count.textContent = counted(count, items.filter((item) => item.getClientRects().length).length);
  };

  const wanted = new URLSearchParams(location.search);
  for (const name of names) {
    const chosen = wanted.getAll(name);
    const own = controls.filter((control) => control.name === name);
    const [first] = own;
    if (first.options) {
      if ([...first.options].some((option) => option.value === chosen[0])) first.value = chosen[0];
    } else if (own.some((control) => chosen.includes(control.value))) {
      for (const control of own) control.checked = chosen.includes(control.value);
    }
  }
  tell();

  const keep = () => {
    keepInAddress((query) => {
      for (const name of names) query.delete(name);
      for (const [name, value] of new FormData(form)) {
        if (value && !standard.has(`${name}=${value}`)) query.append(name, value);
      }
    });
    tell();
  };
  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep)); // the form is as it was only after this event
  form.addEventListener("submit", (event) => event.preventDefault());
}

begin("form[data-filters]", startFilters);
