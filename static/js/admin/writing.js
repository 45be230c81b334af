/* The writing surface: a toolbar over each text box, and beside it the text as readers will see it,
   rendered by the server with the renderer of the public pages. */
(() => {
  "use strict";

  const PAUSE = 400; // milliseconds without a key before the preview asks

  const TOOLS = [
    ["Heading", (words) => line(words, "## ")],
    ["Quotation", (words) => line(words, "> ")],
    ["Emphasis", (words) => [`*${words || "words"}*`, 1, 1]],
    ["Strong", (words) => [`**${words || "words"}**`, 2, 2]],
    ["Link", (words) => [`[${words || "words"}](https://)`, 1, "](https://)".length]],
  ];

  function line(words, mark) {
    const text = (words || "words").split("\n").map((each) => mark + each).join("\n");
    return [text, mark.length, 0];
  }

  /* execCommand keeps the browser's undo; where it is gone, the range is set directly. */
  function replace(area, text) {
    area.focus();
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function apply(area, tool) {
    const start = area.selectionStart;
    const [text, before, after] = tool(area.value.slice(start, area.selectionEnd));
    replace(area, text);
    area.setSelectionRange(start + before, start + text.length - after);
  }

  function toolbar(area) {
    const bar = document.createElement("div");
    bar.className = "desk-tools";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Form of the text");
    for (const [name, tool] of TOOLS) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => apply(area, tool));
      bar.append(button);
    }
    return bar;
  }

  function token(form) {
    return form.querySelector("[name=csrfmiddlewaretoken]").value;
  }

  function preview(area, pane, address) {
    let timer = 0;
    let asked = 0;
    async function show() {
      const turn = ++asked;
      const body = new URLSearchParams({ body: area.value });
      try {
        const headers = { "X-CSRFToken": token(area.form) };
        const answer = await fetch(address, { method: "POST", body, headers });
        if (!answer.ok) throw new Error(answer.status);
        const html = await answer.text();
        if (turn === asked) pane.innerHTML = html || "<p class=help>Nothing written yet.</p>";
      } catch {
        if (turn === asked) pane.textContent = "The preview can’t be had just now; your text is safe.";
      }
    }
    area.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE);
    });
    /* Only what is looked at, or soon will be, is asked for: a form may hold many texts. */
    const look = (entries, watcher) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      show();
    };
    new IntersectionObserver(look, { rootMargin: "1500px" }).observe(pane);
  }

  function set(desk) {
    const area = desk.querySelector("textarea");
    if (desk.classList.contains("desk-set") || area.name.includes("__prefix__")) return;
    desk.classList.add("desk-set");
    const pane = document.createElement("div");
    pane.className = "desk-preview";
    pane.tabIndex = 0;
    pane.setAttribute("role", "region");
    pane.setAttribute("aria-label", "Preview");
    desk.querySelector(".desk-button").remove();
    desk.prepend(toolbar(area));
    desk.append(pane);
    preview(area, pane, desk.dataset.preview);
  }

  function setAll(root) {
    root.querySelectorAll("[data-desk]").forEach(set);
  }

  document.addEventListener("DOMContentLoaded", () => setAll(document));
  document.addEventListener("formset:added", (event) => setAll(event.target));
})();
