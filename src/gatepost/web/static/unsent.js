// The words of a draft that the server has not confirmed: kept in this tab, sent as the page is left, offered back.
(() => {
  "use strict";
  const form = document.getElementById("compose");
  const note = document.getElementById("unsent");
  if (!form || !note) return;
  const key = `gatepost-unsent:${new URL(form.action).pathname}`;
  const check = form.querySelector("[hx-post]");
  const areas = () => [...form.querySelectorAll("textarea[id]:not([id^='keep-'])")];
  const written = () => JSON.stringify(Object.fromEntries(areas().map((area) => [area.id, area.value])));
  const confirmed = () => document.getElementById("saved").dataset.saved === "yes";
  const say = (words) => { const when = document.getElementById("saved-when"); if (when) when.textContent = words; };
  // A browser may keep nothing, as in a private window: then the words are only sent as the page is left.
  const keep = (words) => { try { sessionStorage.setItem(key, words); } catch { /* only kept on the page */ } };
  const kept = () => { try { return sessionStorage.getItem(key); } catch { return null; } };
  const forget = () => { try { sessionStorage.removeItem(key); } catch { /* nothing was kept */ } };

  let safe = written(), asked = "", checks = 0, leaving = false, parting = false;

  // On coming back: what differs from the page is offered, and never put in by itself.
  const lost = () => Object.entries(JSON.parse(kept() || "{}"))
    .map(([id, words]) => [document.getElementById(id), words])
    .filter(([area, words]) => area && words !== area.value);
  const offer = () => {
    if (lost().some(([, words]) => words.trim())) {
      document.getElementById("unsent-words").textContent = lost().map(([, words]) => words).join("\n\n");
      note.hidden = false;
    } else if (confirmed()) forget();
  };
  // What went as the page was left may have come after this page was made: then the page takes what was saved.
  const caughtUp = async () => {
    if (!lost().length || !confirmed()) return;
    await new Promise((done) => setTimeout(done, 400));
    const answer = await fetch(form.action, { headers: { Accept: "text/html" } });
    // The form alone: the page's own styles are none of this page's.
    const [made] = (await answer.text()).match(/<form id="compose"[^]*?<\/form>/) || [""];
    const page = new DOMParser().parseFromString(made, "text/html");
    if (!lost().every(([area, words]) => page.getElementById(area.id)?.value === words)) return;
    lost().forEach(([area, words]) => { area.value = words; });
    document.getElementById("edits").value = page.getElementById("edits").value;
    safe = written();
    document.getElementById("text").dispatchEvent(new Event("input", { bubbles: true }));  // the answers are of before
  };
  caughtUp().catch(() => { /* it is offered */ }).finally(offer);
  document.getElementById("unsent-back").addEventListener("click", () => {
    lost().forEach(([area, words]) => {
      area.value = words;
      for (const kind of ["input", "change"]) area.dispatchEvent(new Event(kind, { bubbles: true }));
    });
    note.hidden = true;
    document.getElementById("text").focus();
  });
  document.getElementById("unsent-leave").addEventListener("click", () => {
    forget();
    note.hidden = true;
    document.getElementById("text").focus();
  });

  form.addEventListener("input", (event) => {
    if (!areas().includes(event.target)) return;
    keep(written());
    if (navigator.onLine) say("not saved yet"); else unsaved();
  });
  const unsaved = () => {
    const why = navigator.onLine ? "the server could not be reached" : "you are offline";
    say(`not saved yet: ${why}. Your words are kept in this tab`);
  };
  window.addEventListener("offline", () => { if (written() !== safe) unsaved(); });
  window.addEventListener("online", () => {
    if (written() !== safe) document.getElementById("text").dispatchEvent(new Event("input", { bubbles: true }));
  });

  // What the server confirms is forgotten here, unless more has been written meanwhile.
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (parting) { event.preventDefault(); return; }
    checks += 1;
    if (!event.target.closest(".gp-seen")) asked = written();
  });
  form.addEventListener("htmx:afterRequest", () => { checks = Math.max(checks - 1, 0); });
  form.addEventListener("htmx:sendError", unsaved);
  let answered = document.getElementById("saved");
  form.addEventListener("htmx:afterSettle", () => {
    const now = document.getElementById("saved");
    if (now === answered) return;  // other parts of the page came: nothing is said of the words
    answered = now;
    if (!confirmed()) return;
    // A tap writes the words itself: what stands there now came from the server.
    const same = written() === asked || checks === 0 && document.activeElement !== document.getElementById("text");
    if (same) { safe = written(); forget(); } else say("not saved yet");
  });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    leaving = true;
    if (event.submitter && /\/discard\/$/.test(event.submitter.formAction)) forget();
  });
  window.addEventListener("pageshow", () => { leaving = false; });

  // As the page is left or hidden: what is not saved goes by a request that outlives the page.
  const part = async () => {
    if (leaving || parting || checks || written() === safe || !note.hidden) return;
    const sent = written(), body = new FormData(form);
    body.delete("pictures");
    parting = true;
    try {
      const answer = await fetch(check.getAttribute("hx-post"), {
        method: "POST", body, keepalive: true, headers: { "HX-Request": "true" }, redirect: "manual",
      });
      const parts = new DOMParser().parseFromString((await answer.text()).replace(/<\/?template>/g, ""), "text/html");
      const edits = parts.getElementById("edits"), saved = parts.getElementById("saved");
      if (!edits || !saved || saved.dataset.saved !== "yes") return;
      document.getElementById("edits").value = edits.value;
      document.getElementById("saved").replaceWith(saved);
      answered = saved;
      safe = sent;
      if (written() === sent) forget();
    } catch { /* the words are kept in this tab */ } finally {
      parting = false;
      if (!document.hidden && written() !== safe) window.dispatchEvent(new Event("online"));
    }
  };
  window.addEventListener("pagehide", part);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) part();
    else if (written() !== safe && note.hidden) window.dispatchEvent(new Event("online"));
  });
})();
