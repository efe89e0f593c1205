// What the stories ask of a page. Every function answers with {error} or with
// what was found.
(() => {
  const clean = (s) => (s ?? "").replace(/\s+/g, " ").trim();
  const visible = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
  // The words of an element without its hints, and without what only screen
  // readers say.
  const words = (el) => {
    const copy = el.cloneNode(true);
    copy.querySelectorAll(".sr, .choice-hint, script").forEach((x) => x.remove());
    return clean(copy.textContent);
  };
  const named = (el, name) => clean(el.textContent) === name || words(el) === name || clean(el.getAttribute("aria-label")) === name;

  // The part of the page that words name: the statement to be rated, the row,
  // the list item, the section with that heading.
  const part = (text) => {
    if (!text) return document.body;
    const all = (sel) => [...document.querySelectorAll(sel)].filter(visible);
    // What the words stand in comes before what only mentions them.
    const says = (e) => [...e.querySelectorAll(":scope .reading, :scope th")].some((r) => clean(r.textContent).startsWith(text));
    const shortest = (list) => list.sort((a, b) => says(b) - says(a) || a.textContent.length - b.textContent.length)[0];
    return all("fieldset").find((f) => clean(f.querySelector("legend")?.textContent).startsWith(text)) ??
      all("section, form").find((s) => [...s.querySelectorAll("h1, h2, h3, summary")].some((h) => named(h, text))) ??
      shortest(all("li, tr, [role=row], figure, details").filter((e) => clean(e.textContent).includes(text)));
  };

  const place = (el) => {
    el.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    const r = el.getClientRects()[0];
    const x = r.left + r.width / 2, y = r.top + r.height / 2;
    const top = document.elementFromPoint(x, y);
    if (!top || !(el.contains(top) || top.contains(el) || (el.labels && [...el.labels].some((l) => l.contains(top))))) {
      return { error: "it is covered by " + (top ? top.outerHTML.slice(0, 120) : "nothing that can be clicked") };
    }
    return { x, y };
  };

  const control = (label, within) => {
    const root = part(within);
    if (!root) return { error: "there is no part of the page about it" };
    const labels = [...root.querySelectorAll("label")].filter((l) => named(l, label));
    const found = labels.find((l) => l.control && visible(l));
    if (!found) return { error: labels.length ? "the field is not to be seen" : "there is no such field" };
    return { el: found.control };
  };

  return {
    // press finds a button, link or summary by its words.
    press(name, within) {
      const root = part(within);
      if (!root) return { error: "there is no part of the page about it" };
      const all = [...root.querySelectorAll("button, a[href], summary, input[type=submit]")].filter((b) => named(b, name));
      const el = all.find((b) => visible(b) && b.closest("main")) ?? all.find(visible);
      if (!el) return { error: all.length ? "it is not to be seen" : "there is no such button or link" };
      return place(el);
    },
    // field finds a control by its label, and makes it ready to be typed into.
    field(label, within) {
      const { el, error } = control(label, within);
      if (error) return { error };
      if (/^(checkbox|radio)$/.test(el.type)) return { error: "it is to be ticked, not filled in" };
      if (el.tagName === "SELECT") return { error: "it is to be chosen from" };
      el.scrollIntoView({ block: "center", behavior: "instant" });
      el.focus();
      if (document.activeElement !== el) return { error: "it does not take the focus" };
      if (el.type === "date" || el.type === "file") return { kind: el.type };
      el.select();
      return { kind: el.type };
    },
    // set writes into the field that has the focus what no key can.
    set(value) {
      const el = document.activeElement;
      el.value = value;
      el.dispatchEvent(new Event("input", { bubbles: true }));
      el.dispatchEvent(new Event("change", { bubbles: true }));
      return { kind: el.value === value ? "set" : "", error: el.value === value ? "" : "it does not take " + value };
    },
    // choose picks the option of a select by its words.
    choose(label, option, within) {
      const { el, error } = control(label, within);
      if (error) return { error };
      if (el.tagName !== "SELECT") return { error: "it is nothing to choose from" };
      const one = [...el.options].find((o) => clean(o.textContent) === option) ?? [...el.options].find((o) => clean(o.textContent).includes(option));
      if (!one) return { error: "it does not offer " + option };
      el.value = one.value;
      el.dispatchEvent(new Event("change", { bubbles: true }));
      return { kind: "chosen" };
    },
    // tick finds a checkbox or radio by its label.
    tick(label, within) {
      const { el, error } = control(label, within);
      if (error) return { error };
      if (!/^(checkbox|radio)$/.test(el.type)) return { error: "it is nothing to tick" };
      return { ...place(el), kind: el.checked ? "ticked" : "" };
    },
    // value is what a field holds; of ticks, whether it is ticked.
    value(label, within) {
      const { el, error } = control(label, within);
      if (error) return { error };
      return { kind: /^(checkbox|radio)$/.test(el.type) ? (el.checked ? "ticked" : "not ticked") : el.value };
    },
    // text is what can be read on the page, or on a part of it.
    text(within) {
      const root = part(within);
      if (!root) return { error: "there is no part of the page about it" };
      return { kind: clean(root.innerText) };
    },
  };
})()
