/* The desk is saved as it goes, says so, and tells who else is there. What others change meanwhile
   is shown in its field. Offline or signed out, what was typed stays in the page and is sent once
   it can be. Without this, the buttons save. */
(() => {
  "use strict";

  const form = document.querySelector("#intake-form[data-autosave]");
  if (!form) return;
  const QUIET = 2000; // after the last key
  const ROUND = 20000; // a sign of life
  const state = form.querySelector("[data-saving]");
  const company = document.querySelector("[data-company]");
  const news = document.querySelector("[data-news]");
  const login = form.dataset.login;
  let sent = null;
  let busy = false;
  let timer = 0;
  let leaving = false;

  const token = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1];
  const renew = () => {
    // Signing in again, in another tab, gives a new one.
    if (token()) form.elements.csrfmiddlewaretoken.value = token();
  };

  const fields = () => {
    renew();
    return new FormData(form);
  };
  const written = (data) => {
    const typed = [...data.entries()].filter(([name]) => !["csrfmiddlewaretoken", "version", "page"].includes(name));
    return JSON.stringify(typed);
  };
  const isUnsaved = () => written(fields()) !== sent;

  const show = (text, isTrouble = false) => {
    state.textContent = text;
    state.classList.toggle("trouble", isTrouble);
  };
  const tell = (text, address = "", label = "") => {
    if (news.dataset.said === text) return;
    news.dataset.said = text;
    news.replaceChildren();
    if (!text) return;
    const line = document.createElement("p");
    line.textContent = `${text} `;
    if (address) {
      const link = Object.assign(document.createElement("a"), { href: address, textContent: label });
      if (address === login) link.target = "_blank";
      line.append(link);
    }
    news.append(line);
  };
  const meet = (people) => {
    if (company.textContent.trim() === people.join("")) return;
    company.replaceChildren(...people.map((said) => Object.assign(document.createElement("p"), { textContent: said })));
  };

  const post = async (address, data) => {
    const answer = await fetch(address, { method: "POST", body: data, redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 403) throw new Error("signed out");
    if (!answer.ok) throw new Error("refused");
    return answer.json();
  };

  const fill = (name, value) => {
    const values = Array.isArray(value) ? value : [value || ""];
    form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach((field) => {
      if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
      else field.value = values[0];
    });
  };

  const trouble = (error) => {
    if (error.message === "signed out") {
      show("Not saved: you are signed out", true);
      tell("You are signed out. What you typed stays here: sign in again, in another tab, and it is saved.", login, "Sign in");
    } else {
      show("Not saved: no connection", true);
      tell("There is no connection. What you typed stays here and is saved once there is one.");
    }
  };

  const take = (answer, before) => {
    if (written(fields()) === before) {
      // Only what nobody touched meanwhile may be shown anew.
      Object.entries(answer.taken).forEach(([name, value]) => fill(name, value));
      form.elements.version.value = answer.version;
      sent = written(fields());
    }
    meet(answer.people);
    show(answer.said);
    const again = answer.aside || answer.closed;
    tell(answer.told, again ? window.location.pathname : "", answer.closed ? "Show it" : "Choose");
  };

  const save = async () => {
    window.clearTimeout(timer);
    if (busy || leaving) return;
    busy = true;
    const data = fields();
    const before = written(data);
    try {
      take(await post(form.dataset.autosave, data), before);
    } catch (error) {
      trouble(error);
    }
    busy = false;
    if (isUnsaved()) timer = window.setTimeout(save, ROUND);
  };

  const call = async () => {
    if (isUnsaved()) return save();
    const data = new FormData();
    data.set("csrfmiddlewaretoken", fields().get("csrfmiddlewaretoken"));
    try {
      const answer = await post(form.dataset.here, data);
      meet(answer.people);
      if (answer.version > Number(form.elements.version.value)) return save();
      if (state.classList.contains("trouble")) return save();
    } catch (error) {
      trouble(error);
    }
    return undefined;
  };

  const changed = () => {
    if (!isUnsaved()) return;
    if (!state.classList.contains("trouble")) show("Not saved yet");
    window.clearTimeout(timer);
    timer = window.setTimeout(save, QUIET);
  };

  // What the server sent, not what stands there: somebody may have typed before this ran.
  const served = form.cloneNode(true);
  served.reset();
  sent = written(new FormData(served));
  changed();
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("keyup", changed);
  form.addEventListener("submit", () => {
    renew();
    leaving = true;
  });
  window.addEventListener("online", call);
  window.addEventListener("focus", call);
  window.setInterval(call, ROUND);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && isUnsaved()) event.preventDefault();
  });
})();
