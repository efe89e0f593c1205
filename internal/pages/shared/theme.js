// The theme switch without a new page. The cookie is the one that the server
// would set, so the next page agrees.
(() => {
  "use strict";
  const form = document.querySelector("[data-theme-form]");
  if (!form) return;
  form.addEventListener("submit", (e) => {
    const value = e.submitter?.value;
    if (value === undefined) return;
    e.preventDefault();
    document.documentElement.classList.remove("theme-light", "theme-dark");
    if (value) document.documentElement.classList.add("theme-" + value);
    const meta = document.querySelector('meta[name="color-scheme"]');
    if (meta) meta.content = value || "light dark";
    for (const b of form.querySelectorAll("button")) b.setAttribute("aria-pressed", String(b.value === value));
    const age = value ? 31536000 : 0;
    document.cookie = `rung_theme=${value}; Path=/; Max-Age=${age}; SameSite=Lax`;
  });
})();
