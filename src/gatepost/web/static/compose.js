// The page of a draft: pictures go up as soon as they are chosen, and the focus stays where somebody works.
(() => {
  "use strict";
  const form = document.getElementById("compose");
  if (!form) return;
  const files = document.getElementById("pictures");
  if (files) files.addEventListener("change", () => { if (files.files.length) document.getElementById("add-pictures").click(); });

  // Enter in the field for a name looks for it.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.name || !event.target.name.endsWith("-find")) return;
    event.preventDefault();
    event.target.closest(".gp-find").querySelector("[data-find]").click();
  });

  // A button that put something right is gone with what it put right: go on at the answers.
  form.addEventListener("htmx:afterSettle", () => {
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
