// What pages do beyond HTML and htmx. Every page works without it.
(() => {
  "use strict";
  const all = (selector) => document.querySelectorAll(selector);

  // A menu closes on Escape, and when the next thing is touched.
  const close = (menu) => { menu.open = false; };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    all("details.gp-pop[open]").forEach((menu) => { close(menu); menu.querySelector("summary").focus(); });
  });
  document.addEventListener("click", (event) => {
    all("details.gp-pop[open]").forEach((menu) => { if (!menu.contains(event.target)) close(menu); });
  });

  // An error summary is read out when the page comes back with it.
  all("[data-focus]").forEach((summary) => summary.focus());

  // What needs a script is shown only where scripts run, and says so where it fails.
  all("[data-needs-script]").forEach((part) => { part.hidden = false; });
  all("[data-without-script]").forEach((part) => { part.hidden = true; });
  document.addEventListener("allauth.error", (event) => {
    const problem = document.getElementById("gp-passkey-problem");
    if (problem) { problem.hidden = false; event.preventDefault(); }
  });

  // Two quick presses of one button send a form once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "once";
    setTimeout(() => { delete form.dataset.sent; }, 2000);
  });

  // data-copy="#id": copy the words of that element; data-print: print the page.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (!button) return;
    if (button.hasAttribute("data-print")) { window.print(); return; }
    const from = document.querySelector(button.dataset.copy);
    const words = button.querySelector("[data-says]") || button;
    const said = button.dataset.said ||= words.textContent;
    const status = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(from.value ?? from.innerText);
      words.textContent = "Copied";
    } catch {
      if (from.select) { from.focus(); from.select(); } else window.getSelection().selectAllChildren(from);
      words.textContent = "Press Ctrl and C";
    }
    if (status) status.textContent = words.textContent;
    setTimeout(() => { words.textContent = said; if (status) status.textContent = ""; }, 2500);
  });

  // Offline, or a server that does not answer: say so, and keep what was typed.
  const show = (id) => {
    for (const one of ["gp-offline", "gp-broken"]) {
      const words = document.getElementById(one);
      if (words) words.hidden = one !== id;
    }
  };
  window.addEventListener("offline", () => show("gp-offline"));
  window.addEventListener("online", () => show());
  document.addEventListener("htmx:sendError", () => show(navigator.onLine ? "gp-broken" : "gp-offline"));
  document.addEventListener("htmx:responseError", () => show("gp-broken"));
  document.addEventListener("htmx:afterOnLoad", (event) => { if (event.detail.successful) show(); });
  if (!navigator.onLine) show("gp-offline");
})();
