/* After a button of the desk the same page comes again: with the field in hand and the places of
   document and window as they were. What must be read first, an error or a warning, wins. */
(() => {
  "use strict";

  const form = document.querySelector("#intake-form");
  if (!form) return;
  const KEY = `desk ${window.location.pathname}`;
  const paper = form.querySelector(".paper");
  const RECENT = 60000;

  form.addEventListener("submit", () => {
    const held = document.activeElement;
    const place = {
      name: held && held.type !== "submit" ? held.name : "",
      value: held && held.type === "radio" ? held.value : null,
      window: window.scrollY,
      paper: paper.scrollTop,
      at: Date.now(),
    };
    window.sessionStorage.setItem(KEY, JSON.stringify(place));
  });

  const kept = JSON.parse(window.sessionStorage.getItem(KEY) || "null");
  window.sessionStorage.removeItem(KEY);
  if (!kept || Date.now() - kept.at > RECENT || window.location.hash) return;
  if (document.querySelector(".error-summary")) return;
  const field = [...form.elements].find(
    (other) => other.name && other.name === kept.name && (kept.value === null || other.value === kept.value),
  );
  const folded = field && field.closest("details");
  if (folded) folded.open = true;
  if (field) field.focus({ preventScroll: true });
  paper.scrollTop = kept.paper;
  window.scrollTo(0, kept.window);
})();
