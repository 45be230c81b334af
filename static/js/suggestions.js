// Suggestions under a search field while somebody types: a combobox with a list of links, after
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. Nothing is needed of it: submitting the form
// shows the same names above the results. The words on it come with the answer.
(() => {
  "use strict";

  const PAUSE = 120;
  const KEPT = 10_000; // for letters that are taken back; then the archive may have changed
  const answers = new Map();
  let begun = 0;
  let fields = 0;

  async function ask(address, typed, signal) {
    if (Date.now() - begun > KEPT) {
      answers.clear();
      begun = Date.now();
    }
    if (!answers.has(typed)) {
      const answer = await fetch(`${address}?${new URLSearchParams({ q: typed })}`, { signal });
      if (!answer.ok) return null;
      answers.set(typed, await answer.json());
    }
    return answers.get(typed);
  }

  function element(name, attributes, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  function option(one, id) {
    const pieces = one.parts.map(([piece, typed]) => (typed ? element("mark", {}, piece) : piece));
    const notes = [one.also, one.note].filter(Boolean).flatMap((note) => [" · ", element("bdi", {}, note)]);
    return element(
      "a",
      { role: "option", class: "suggestions__one", id, href: one.url, tabindex: -1, "aria-selected": false },
      element("bdi", {}, ...pieces),
      element("small", {}, ...notes),
    );
  }

  function group(each, id) {
    const title = element("div", { class: "suggestions__kind", id, role: "presentation" }, each.label);
    const options = each.options.map((one, number) => option(one, `${id}-${number}`));
    return element("div", { role: "group", "aria-labelledby": id }, title, ...options);
  }

  function set(input) {
    const id = `suggestions-${++fields}`;
    const list = element("div", { role: "listbox", class: "suggestions", id, hidden: "" });
    const status = element("div", { role: "status", class: "visually-hidden" });
    let timer = 0;
    let running = new AbortController();
    let active = null;

    function activate(next) {
      active?.setAttribute("aria-selected", "false");
      active = next ?? null;
      active?.setAttribute("aria-selected", "true");
      active?.scrollIntoView({ block: "nearest" });
      if (active) input.setAttribute("aria-activedescendant", active.id);
      else input.removeAttribute("aria-activedescendant");
    }

    function show(open) {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) activate(null);
    }

    async function suggest() {
      running.abort();
      running = new AbortController();
      const typed = input.value.trim();
      const answer = typed && (await ask(input.dataset.suggestions, typed, running.signal).catch(() => null));
      if (!answer || input.value.trim() !== typed || document.activeElement !== input) return show(false);
      activate(null);
      list.setAttribute("aria-label", answer.label);
      list.replaceChildren(...answer.groups.map((each, number) => group(each, `${id}-${number}`)));
      status.textContent = answer.said;
      show(answer.groups.length > 0);
    }

    function close() {
      clearTimeout(timer);
      running.abort();
      show(false);
    }

    function move(step) {
      const options = [null, ...list.querySelectorAll("[role=option]")];
      activate(options.at((options.indexOf(active) + step) % options.length));
    }

    function key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (list.hidden) {
        if (event.key !== "ArrowDown") return;
        suggest();
      } else if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && active) active.click();
      else {
        if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) activate(null);
        return;
      }
      event.preventDefault();
    }

    const said = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(said)) input.setAttribute(name, value);
    input.after(list, status);
    input.addEventListener("input", () => {
      clearTimeout(timer);
      activate(null); // it answered what stood there before
      timer = setTimeout(suggest, PAUSE);
    });
    input.addEventListener("keydown", key);
    input.addEventListener("blur", close);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    window.addEventListener("pagehide", close);
  }

  document.addEventListener("focusin", (event) => {
    const input = event.target;
    if (input.matches("input[data-suggestions]") && input.getAttribute("role") !== "combobox") set(input);
  });
})();
