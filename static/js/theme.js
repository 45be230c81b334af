// Light, dark or as the system: a choice that is remembered. Loaded in the head, before the first
// paint, so that a page never flashes in the other colours. Without it the system decides.
(function () {
  "use strict";
  const root = document.documentElement;
  const KEY = "theme";

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage can be forbidden: then the choice lasts for this page
    }
  }

  function apply(choice) {
    if (choice === "light" || choice === "dark") {
      root.dataset.theme = choice;
    } else {
      delete root.dataset.theme;
    }
  }

  function remember(choice) {
    try {
      if (choice === "system") localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, choice);
    } catch {
      // see remembered()
    }
  }

  apply(remembered());

  document.addEventListener("DOMContentLoaded", function () {
    const control = document.querySelector("[data-theme-switch]");
    if (!control) return;
    const select = control.querySelector("select");
    select.value = root.dataset.theme || "system";
    control.hidden = false;
    select.addEventListener("change", function () {
      apply(select.value);
      remember(select.value);
    });
    window.addEventListener("storage", function (event) {
      if (event.key !== KEY) return;
      apply(event.newValue);
      select.value = root.dataset.theme || "system";
    });
  });
})();
