// A count in words: an element's data-forms holds a sentence for each of the language's plural categories.

function counted(element, count, facts = {}) {
  const language = document.documentElement.lang;
  const number = count.toLocaleString(language);
  if (!element.dataset.forms) return number;
  const forms = JSON.parse(element.dataset.forms);
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replace(/%\((\w+)\)s/g, (_, name) => (name === "num" ? number : facts[name]));
}
