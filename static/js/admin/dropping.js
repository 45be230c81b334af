/* Files dropped on the form join those that are chosen, and all are named. Without this, the plain
   field takes several. */
(() => {
  "use strict";

  const form = document.querySelector(".intake-bring");
  const field = form && form.querySelector("input[type=file]");
  if (!field) return;
  const said = form.querySelector("[data-chosen]");
  form.querySelector("[data-drop-hint]").hidden = false;
  let inside = 0;

  const hasFiles = (event) => [...event.dataTransfer.types].includes("Files");
  const mark = (step) => {
    inside = step ? inside + step : 0;
    form.classList.toggle("is-over", inside > 0);
  };
  const tell = () => {
    const names = [...field.files].map((file) => file.name);
    said.textContent = names.length > 1 ? `${names.length} files: ${names.join(", ")}` : names.join("");
  };

  form.addEventListener("dragenter", (event) => hasFiles(event) && mark(1));
  form.addEventListener("dragleave", (event) => hasFiles(event) && mark(-1));
  form.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  form.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(0);
    const all = new DataTransfer();
    [...field.files, ...event.dataTransfer.files].forEach((file) => all.items.add(file));
    field.files = all.files;
    tell();
    field.focus();
  });
  field.addEventListener("change", tell);
})();
