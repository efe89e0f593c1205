// Progressive: every page works without this file.
(() => {
  "use strict";
  const stored = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch { /* storage may be closed; then nothing is remembered */ }
    return null;
  };
  for (const el of document.querySelectorAll("[data-script]")) el.hidden = false;

  // Whatever says data-opens="x" opens the dialog of that id.
  const open = (id) => {
    const dialog = document.getElementById(id);
    if (dialog && !dialog.open) dialog.showModal();
  };
  for (const el of document.querySelectorAll("[data-opens]")) {
    el.addEventListener("click", () => open(el.dataset.opens));
  }

  // What went wrong is said first.
  document.querySelector("[data-focus]")?.focus();

  // Single keys can be turned off (they get in the way of speech input).
  const toggle = document.querySelector("[data-keys-toggle]");
  let on = stored("rung-keys") !== "off";
  const name = () => { if (toggle) toggle.textContent = on ? "Turn single keys off" : "Turn single keys on"; };
  name();
  toggle?.addEventListener("click", () => { on = !on; stored("rung-keys", on ? "on" : "off"); name(); });

  const typing = (el) => el instanceof HTMLElement &&
    (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  let going = 0;
  document.addEventListener("keydown", (e) => {
    if (!on || e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
    if (typing(e.target) || document.querySelector("dialog[open]")) return;
    if (Date.now() - going < 1500) {
      going = 0;
      const link = [...document.querySelectorAll("[data-key]")].find((a) => a.dataset.key === e.key);
      if (link) { e.preventDefault(); link.click(); }
      return;
    }
    if (e.key === "g") { going = Date.now(); return; }
    if (e.key === "?") { e.preventDefault(); open("keys"); return; }
    const field = [...document.querySelectorAll("[data-key-focus]")].find((f) => f.dataset.keyFocus === e.key);
    if (field) { e.preventDefault(); field.focus(); }
  });
})();
