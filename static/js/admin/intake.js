/* The proposals of an intake light up their words in the document; Alt and Return accepts the one
   in hand and goes to the next that waits. Without this, each proposal has a link to its words. */
(() => {
  "use strict";

  const form = document.querySelector("#intake-form");
  if (!form) return;
  const marks = [...form.querySelectorAll("mark[data-words]")];
  const proposals = [...form.querySelectorAll("[data-proposal]")];
  const keys = form.querySelector(".keys");
  if (keys) keys.hidden = false;

  const bears = (mark, name) => mark.dataset.words.split(" ").includes(name);

  const light = (proposal) => {
    const name = proposal.dataset.proposal;
    const words = marks.filter((mark) => bears(mark, name));
    marks.forEach((mark) => mark.classList.toggle("lit", words.includes(mark)));
    const paper = form.querySelector(".paper");
    if (words.length && paper.scrollHeight > paper.clientHeight) {
      const inside = words[0].getBoundingClientRect().top - paper.getBoundingClientRect().top;
      paper.scrollTop += inside - paper.clientHeight / 3;
    }
  };

  /* What accepting means here: “Accept”, or the one candidate that is certain. */
  const yes = (proposal) => {
    const values = ["yes", proposal.dataset.certain].filter(Boolean);
    return [...proposal.querySelectorAll("input[type=radio]")].find((input) => values.includes(input.value));
  };

  const tell = (proposal) => {
    const chosen = proposal.querySelector("input[type=radio]:checked");
    if (chosen) proposal.classList.toggle("is-open", chosen.value === "" && proposal.dataset.waits === "yes");
  };

  const next = (proposal) => {
    const later = proposals.slice(proposals.indexOf(proposal) + 1);
    const waiting = later.find((other) => other.classList.contains("is-open"));
    const field = (waiting || form.querySelector(".intake-row")).querySelector("input:not([type=hidden]), select");
    field.focus();
    field.scrollIntoView({ block: "center" });
  };

  proposals.forEach((proposal) => {
    if (proposal.classList.contains("is-open")) proposal.dataset.waits = "yes";
    proposal.addEventListener("focusin", () => light(proposal));
    proposal.addEventListener("pointerenter", () => light(proposal));
    proposal.addEventListener("change", () => tell(proposal));
  });

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.altKey) return;
    const proposal = event.target.closest("[data-proposal]") || proposals[0];
    event.preventDefault();
    const answer = yes(proposal);
    if (answer) answer.checked = true;
    tell(proposal);
    next(proposal);
  });
})();
