/* The tag picker: suggestions while a name is typed, each chosen name on a line of its own. The text
   box stays what is sent, so a pasted list works with or without this. */
(() => {
  "use strict";

  const PAUSE = 200;
  let pickers = 0;

  /* The name being typed: what stands round the caret between lines, semicolons and commas. */
  function current(area) {
    const before = area.value.slice(0, area.selectionStart);
    const start = Math.max(...["\n", ";", ","].map((mark) => before.lastIndexOf(mark))) + 1;
    const rest = area.value.slice(area.selectionStart);
    const end = area.selectionStart + rest.search(/[\n;,]|$/);
    return { start, end, term: area.value.slice(start, end).trim() };
  }

  function choose(area, list, name) {
    const { start, end } = current(area);
    const before = area.value.slice(0, start).replace(/[\s;,]+$/, "");
    const after = area.value.slice(end).replace(/^[\s;,]+/, "");
    const head = before ? `${before}\n${name}\n` : `${name}\n`;
    area.value = head + after;
    area.setSelectionRange(head.length, head.length);
    area.focus();
    close(area, list);
  }

  function close(area, list) {
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  }

  function option(area, list, tag, number) {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.name = tag.name;
    item.textContent = tag.name;
    const note = document.createElement("small");
    note.textContent = ` ${tag.label ? `“${tag.label}”, ` : ""}${tag.kind.toLowerCase()}`;
    item.append(note);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(area, list, tag.name);
    });
    return item;
  }

  async function suggest(area, list, address) {
    const { term } = current(area);
    if (!term) return close(area, list);
    const answer = await fetch(`${address}?${new URLSearchParams({ term })}`);
    if (!answer.ok || current(area).term !== term) return close(area, list);
    const { results } = await answer.json();
    list.replaceChildren(...results.map((tag, number) => option(area, list, tag, number)));
    list.hidden = !results.length;
  }

  function move(area, list, step) {
    const items = [...list.children];
    const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    const next = items[(now + step + items.length + (now < 0 && step < 0 ? 1 : 0)) % items.length];
    items.forEach((item) => item.setAttribute("aria-selected", String(item === next)));
    area.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  function keys(area, list) {
    return (event) => {
      if (list.hidden) return;
      const chosen = list.querySelector("[aria-selected=true]");
      if (event.key === "ArrowDown") move(area, list, 1);
      else if (event.key === "ArrowUp") move(area, list, -1);
      else if (event.key === "Escape") close(area, list);
      else if (event.key === "Enter" && chosen) choose(area, list, chosen.dataset.name);
      else return;
      event.preventDefault();
    };
  }

  function set(picker) {
    const area = picker.querySelector("textarea");
    const list = document.createElement("ul");
    list.className = "tag-picker-list";
    list.id = `tag-suggestions-${++pickers}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Tags");
    list.hidden = true;
    area.setAttribute("aria-autocomplete", "list");
    area.setAttribute("aria-controls", list.id);
    area.after(list);
    let timer = 0;
    area.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => suggest(area, list, picker.dataset.suggestions), PAUSE);
    });
    area.addEventListener("keydown", keys(area, list));
    area.addEventListener("blur", () => close(area, list));
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-tag-picker]").forEach(set);
  });
})();
