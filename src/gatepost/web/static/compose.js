// The page of a draft: the focus stays where somebody works, and nothing that was typed is lost.
(() => {
  "use strict";
  const form = document.getElementById("compose");
  if (!form) return;
  // One thing at a time: a button waits for the check that is on its way, and then no check follows it. Otherwise one of
  // them would find that the draft has been changed since.
  let checking = 0, waiting = null, sending = false;
  const same = (button) => button.isConnected ? button : [...document.querySelectorAll("button")].find((other) =>
    other.form === form && other.getAttribute("formaction") === button.getAttribute("formaction")
    && other.name === button.name && other.value === button.value);
  form.addEventListener("submit", (event) => {
    if (sending || checking) event.preventDefault();
    if (!sending && checking) waiting = event.submitter;
    sending = sending || !checking;
  });
  form.addEventListener("htmx:beforeRequest", (event) => { if (sending) event.preventDefault(); else checking += 1; });
  form.addEventListener("htmx:afterRequest", () => {
    checking = Math.max(checking - 1, 0);
    const button = !checking && waiting && same(waiting);
    if (button) { waiting = null; form.requestSubmit(button); }
  });
  window.addEventListener("pageshow", () => { sending = false; });

  // Enter in the field for a name looks for it.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.name || !event.target.name.endsWith("-find")) return;
    event.preventDefault();
    event.target.closest(".gp-find").querySelector("[data-find]").click();
  });

  // A button that put something right is gone with what it put right: go on at the answers.
  form.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.closest(".gp-seen")) return;  // a picture that is being looked into
    if (document.activeElement === document.body) document.getElementById("answers-title").focus({ preventScroll: true });
  });

  // A whole page in answer to a check is the one for signing in, or a refusal: what was typed stays.
  form.addEventListener("htmx:beforeSwap", (event) => {
    if (!/^\s*<!doctype/i.test(event.detail.xhr.responseText)) return;
    event.detail.shouldSwap = false;
    const trouble = document.getElementById("trouble");
    const said = document.createElement("p");
    said.className = "gp-note gp-note--fix gp-message";
    said.setAttribute("role", "alert");
    said.textContent = event.detail.xhr.status === 200 ? trouble.dataset.signedOut : trouble.dataset.refused;
    trouble.replaceChildren(said);
  });

  // What is written in a reason outlives a new answer beside it.
  const kept = new Map();
  form.addEventListener("htmx:beforeSwap", () => {
    form.querySelectorAll("textarea[id^='keep-']").forEach((area) => { if (area.value) kept.set(area.id, area.value); });
  });
  form.addEventListener("htmx:afterSwap", () => kept.forEach((words, id) => {
    const area = document.getElementById(id);
    if (area && !area.value) { area.value = words; area.closest("details").open = true; }
  }));
})();
