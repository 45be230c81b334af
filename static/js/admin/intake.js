/* The proposals of an intake light up their words in the document; Alt and Return accepts the one
   in hand and goes to the next that waits. Without this, each proposal has a link to its words. */
(() => {
  "use strict";

  const form = document.querySelector("#intake-form");
  if (!form) return;
  const marks = [...form.querySelectorAll("mark[data-words]")];
  const proposals = [...form.querySelectorAll("[data-proposal]")];

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

  const status = form.querySelector("#desk-status");
  let current = null;

  const next = (proposal) => {
    const later = proposals.slice(proposals.indexOf(proposal) + 1);
    const open = (other) => other.classList.contains("is-open");
    const waiting = later.find(open) || proposals.find((other) => other !== proposal && open(other));
    const field = (waiting || form.querySelector(".intake-row")).querySelector(
      "input[type=radio]:checked, input:not([type=hidden]), select",
    );
    const left = proposals.filter(open).length;
    status.textContent = left ? `${left} still open.` : "All are answered: file as drafts.";
    const folded = waiting && waiting.closest("details");
    if (folded) folded.open = true;
    field.focus();
    (waiting || field).scrollIntoView({ block: "center" });
  };

  const acceptNext = (proposal) => {
    const answer = yes(proposal);
    if (answer) answer.checked = true;
    tell(proposal);
    form.dispatchEvent(new Event("change"));
    next(proposal);
  };

  proposals.forEach((proposal) => {
    if (proposal.classList.contains("is-open")) proposal.dataset.waits = "yes";
    proposal.addEventListener("focusin", () => {
      current = proposal;
      light(proposal);
    });
    proposal.addEventListener("pointerenter", () => light(proposal));
    proposal.addEventListener("change", () => tell(proposal));
  });

  /* With none in hand yet, the first that waits is gone to: nothing is accepted unseen. */
  const goOn = (proposal) => (proposal ? acceptNext(proposal) : next(null));

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.altKey) return;
    event.preventDefault();
    goOn(event.target.closest("[data-proposal]") || current);
  });

  const button = form.querySelector(".accept-next");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => goOn(current));
  }
})();
