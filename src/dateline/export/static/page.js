"use strict";
// Ties the table to the words. The text comes cut into marks that name their events ("2:trigger 5:place"), so there are
// no offsets here and nothing to count in UTF-16.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const status = one("#status"), back = one(".back");
  const rows = all("tr.event");
  // The part with the most to say names a piece that fills several.
  const ROLES = ["trigger", "figure", "actor", "recipient", "object", "instrument", "place", "time", "source"];
  let chosen = null;

  const parts = (mark) => (mark.dataset.on || "").split(" ").filter(Boolean).map((part) => part.split(":"));
  const rowOf = (report, event) => one(`#e${report}-${event}`);

  function forget() {
    if (!chosen) return;
    const report = one(`#r${chosen.dataset.report}`);
    report.classList.remove("choosing");
    for (const mark of all("mark.on", report)) {
      mark.classList.remove("on", ...ROLES.map((role) => `on-${role}`));
      mark.removeAttribute("data-label");
    }
    chosen.removeAttribute("aria-current");
    one("button", chosen).setAttribute("aria-pressed", "false");
    chosen.nextElementSibling.hidden = true;
    chosen = null;
    back.hidden = true;
  }

  function light(report, event) {
    let before = null, first = null;
    for (const mark of all("mark[data-on]", report)) {
      const roles = parts(mark).filter(([number]) => number === event).map(([, role]) => role);
      if (!roles.length) continue;
      const role = ROLES.find((known) => roles.includes(known));
      mark.classList.add("on", `on-${role}`);
      if (before && before.role === role && before.mark.nextSibling === mark) before.mark.removeAttribute("data-label");
      mark.dataset.label = role === "trigger" ? "event" : role;
      before = { mark, role };
      if (role === "trigger" && !first) first = mark;
    }
    return first;
  }

  // Parts that were out of sight get their true height only as they come into it, and push the target away: look again
  // until it stays.
  function show(element, block, tries = 12) {
    element.scrollIntoView({ block, inline: "nearest" });
    requestAnimationFrame(() => {
      const { top, bottom } = element.getBoundingClientRect();
      if (tries > 0 && (bottom < 0 || top > innerHeight)) show(element, block, tries - 1);
    });
  }

  function choose(row, { from }) {
    forget();
    chosen = row;
    const report = one(`#r${row.dataset.report}`);
    report.open = true;
    report.classList.add("choosing");
    const first = light(report, row.dataset.event);
    row.setAttribute("aria-current", "true");
    one("button", row).setAttribute("aria-pressed", "true");
    row.nextElementSibling.hidden = false;
    back.hidden = false;
    status.textContent = "";
    history.replaceState(null, "", `#${row.id}`);
    if (from === "text") show(row, "nearest");
    else if (first) show(first, "center");
    if (getComputedStyle(one("#events")).overflowY === "auto") show(row.nextElementSibling, "nearest");
  }

  function chooseFromText(mark) {
    const report = mark.closest(".report").id.slice(1);
    const events = [...new Set(parts(mark).filter(([, role]) => role === "trigger").concat(parts(mark)).map(([n]) => n))];
    if (!events.length) {
      status.textContent = mark.title;
      return;
    }
    const now = chosen && chosen.dataset.report === report ? events.indexOf(chosen.dataset.event) : -1;
    const row = rowOf(report, events[(now + 1) % events.length]);
    if (row.hidden) clearFilters();
    choose(row, { from: "text" });
    status.textContent = mark.title;
  }

  // Filters
  const text = one("#filter-text"), type = one("#filter-type"), factuality = one("#filter-factuality");
  const words = new Map();
  const wordsOf = (row) => {
    if (!words.has(row)) {
      const title = one("h3", row.closest(".group")).textContent;
      words.set(row, `${row.textContent} ${row.nextElementSibling.textContent} ${title}`.toLowerCase());
    }
    return words.get(row);
  };

  function filter() {
    const wanted = text.value.trim().toLowerCase();
    const isFiltered = Boolean(wanted || type.value || factuality.value);
    const groups = new Set();
    let shown = 0;
    for (const row of rows) {
      const fits =
        (!type.value || row.dataset.type === type.value) &&
        (!factuality.value || row.dataset.factuality === factuality.value) &&
        (!wanted || wordsOf(row).includes(wanted));
      row.hidden = !fits;
      if (!fits) {
        if (row === chosen) forget();
      } else {
        shown += 1;
        groups.add(row.dataset.report);
      }
    }
    for (const group of all(".group")) group.hidden = isFiltered && !groups.has(group.dataset.report);
    one("#shown").textContent = isFiltered ? `${shown} of ${rows.length}` : `${rows.length} events`;
    one("#nothing").hidden = !(isFiltered && shown === 0);
  }

  function clearFilters() {
    text.value = type.value = factuality.value = "";
    filter();
  }

  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  type.addEventListener("change", filter);
  factuality.addEventListener("change", filter);
  one(".filters").addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
  });

  // Choosing, by mouse and by key
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".text mark");
    if (mark) return chooseFromText(mark);
    const row = event.target.closest("tr.event");
    if (row) return row === chosen ? forget() : choose(row, { from: "table" });
    const link = event.target.closest("a[href^='#']");
    if (!link) return undefined;
    const target = one(link.getAttribute("href"));
    if (target && target.matches("tr.event")) {
      event.preventDefault();
      if (target.hidden) clearFilters();
      choose(target, { from: "table" });
      show(target, "nearest");
    } else if (target && target.matches(".report")) target.open = true;
    return undefined;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      forget();
      status.textContent = "";
      return;
    }
    const mark = event.target.closest(".text mark");
    if (mark && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      chooseFromText(mark);
      return;
    }
    const row = event.target.closest("tr.event");
    if (row && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const visible = rows.filter((other) => !other.hidden);
      const next = visible[visible.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) {
        event.preventDefault();
        one("button", next).focus();
      }
    }
  });

  // Print everything, then leave it as it was
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".report:not([open])");
    for (const report of closed) report.open = true;
  });
  addEventListener("afterprint", () => {
    for (const report of closed) report.open = false;
  });

  filter();
  const asked = /^#e\d+-\d+$/.test(location.hash) && one(location.hash);
  if (asked) {
    choose(asked, { from: "table" });
    show(asked, "nearest");
  }
})();
