/* Selected words that the source prints wrongly go below their paragraph, to be marked [sic] when
   it is filed. Without this they are typed there. */
(() => {
  "use strict";

  const form = document.querySelector("#intake-form");
  if (!form) return;

  const letters = (text) => [...text].length;

  /* Which time the words stand in their paragraph, as editors write it: “teh (2)”; once, nothing. */
  const named = ({ text, span, paper }) => {
    const literal = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+");
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, "gu");
    const all = paper.textContent;
    const places = [...all.matchAll(whole)].map((found) => letters(all.slice(0, found.index)));
    const time = places.indexOf(Number(span.split("-")[0]) - Number(paper.dataset.start));
    return places.length > 1 && time >= 0 ? `${text} (${time + 1})` : text;
  };

  form.addEventListener("desk:sic", ({ detail: words }) => {
    const field = words.paper.closest(".passage").querySelector("textarea[name$='-sic']");
    field.closest("details").open = true;
    field.value = `${field.value.trim()}\n${named(words)}`.trim();
    form.dispatchEvent(new Event("change"));
    field.focus();
  });
})();
