/* Words selected in the document of an intake: they go into the field that was last in hand, with
   their place as evidence, or become a paragraph of their own. Without this, a value that the
   document prints is found in it by the server, and each quotation can be sent elsewhere. */
(() => {
  "use strict";

  const form = document.querySelector("#intake-form");
  const tools = form && form.querySelector(".word-tools");
  if (!tools) return;
  const take = tools.querySelector(".take-words");
  const part = tools.querySelector(".part-words");
  const sic = tools.querySelector(".sic-words");
  const LONGEST = 300;
  let proposal = null;
  let detail = null; // a field of a new record, which rests on no words of its own

  const length = (text) => [...text].length;
  const plain = (text) => text.replace(/\s+/g, " ").trim();

  /* How many characters of the document stand before a place in one of its paragraphs. */
  const offset = (paper, node, within) => {
    const before = document.createRange();
    before.setStart(paper, 0);
    before.setEnd(node, within);
    return Number(paper.dataset.start) + length(before.toString());
  };

  /* The selected words with their span, cut to the paragraphs of the document; null for none. */
  const selected = () => {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const papers = [...form.querySelectorAll(".paper-text")].filter((paper) => range.intersectsNode(paper));
    const parts = papers.map((paper) => {
      const inside = document.createRange();
      inside.selectNodeContents(paper);
      if (paper.contains(range.startContainer)) inside.setStart(range.startContainer, range.startOffset);
      if (paper.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
      const text = inside.toString();
      const start = offset(paper, inside.startContainer, inside.startOffset) + length(text) - length(text.trimStart());
      return { text: plain(text), start, end: start + length(text.trim()), paper };
    });
    const found = parts.filter((one) => one.text);
    if (!found.length) return null;
    return {
      text: found.map((one) => one.text).join(" "),
      span: `${found[0].start}-${found[found.length - 1].end}`,
      paper: found[0].paper,
      isPart: found.length === 1 && found[0].paper.closest(".passage") !== null,
    };
  };

  const box = () => detail || proposal.querySelector("input[type=text]:not([data-detail]), textarea");
  const own = () => proposal.querySelector(".own input");

  const show = () => {
    const words = selected();
    const into = proposal && (box() || own());
    tools.hidden = !words || !(into || words.isPart);
    take.hidden = !into;
    part.hidden = sic.hidden = !words || !words.isPart;
  };

  const accept = () => {
    const yes = proposal.querySelector("input[type=radio][value=yes]");
    if (yes) yes.click();
  };

  const rest = (words) => {
    const check = own();
    if (!check) return;
    check.value = words.span;
    check.checked = true;
    check.closest(".own").hidden = false;
    check.parentNode.querySelector("span").textContent = `Rest it on the words selected: “${words.text.slice(0, 160)}”`;
  };

  form.addEventListener("focusin", (event) => {
    const near = event.target.closest("[data-proposal]");
    if (near) detail = event.target.matches("[data-detail]") ? event.target : null;
    if (!near || (!near.querySelector("input[type=text], textarea") && !near.querySelector(".own"))) return;
    proposal = near;
    const name = (detail ? detail.labels[0] : near.querySelector("legend")).textContent.trim();
    take.textContent = box() ? `Put the selected words into “${name}”` : `Rest “${name}” on the selected words`;
  });

  document.addEventListener("selectionchange", show);
  tools.addEventListener("pointerdown", (event) => event.preventDefault());

  take.addEventListener("click", () => {
    const words = selected();
    const field = box();
    if (!words || !proposal) return;
    if (field && field.matches("textarea")) field.value = `${field.value.trim()}\n${words.text}`.trim();
    else if (field) field.value = words.text.slice(0, LONGEST);
    if (!detail) {
      rest(words);
      accept();
    }
    form.dispatchEvent(new Event("change"));
    tools.hidden = true;
    (field || own()).focus();
  });

  sic.addEventListener("click", () => {
    const words = selected();
    if (words) form.dispatchEvent(new CustomEvent("desk:sic", { detail: words }));
    tools.hidden = true;
  });

  part.addEventListener("click", () => {
    const words = selected();
    if (!words) return;
    const cut = document.createElement("input");
    Object.assign(cut, { type: "hidden", name: "cut", value: words.span });
    form.append(cut);
    form.requestSubmit(form.querySelector(".first-button"));
  });
})();
