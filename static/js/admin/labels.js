/* Choices with search (select2) take the name of the field's label, for those who listen. */
(() => {
  "use strict";

  function name(root) {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const box = select.nextElementSibling;
      const shown = box && box.querySelector("[role=combobox]");
      const label = select.labels && select.labels[0];
      const words = select.getAttribute("aria-label") || (label && label.textContent.replace(/:\s*$/, ""));
      if (!shown || !words) continue;
      const rendered = shown.querySelector(".select2-selection__rendered");
      shown.setAttribute("aria-label", `${words}: ${rendered ? rendered.title : ""}`);
      shown.removeAttribute("aria-labelledby");
      if (!rendered) continue;
      rendered.removeAttribute("role");
      rendered.removeAttribute("aria-readonly");
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    setTimeout(() => name(document)); // after the admin has made its choices
    const $ = window.django && window.django.jQuery;
    if ($) $(document).on("select2:select select2:clear", () => setTimeout(() => name(document)));
  });
  document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
})();
