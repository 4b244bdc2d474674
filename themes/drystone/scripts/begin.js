// Begins a behaviour on each element that asks for it, when every script has been read, whatever their order.

function begin(selector, behaviour) {
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(selector).forEach(behaviour));
}
