/* Sayings (选段): walk through sentences and cells by keyboard; where there is a form beside them, bring it up to date. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const links = [...document.querySelectorAll("[data-sayable]")];
  const side = document.querySelector("[data-say]");
  if (!links.length) return;
  let current = links.find((link) => `#${link.id}` === location.hash) ?? links[0];

  /* Only one sentence is a stop of the Tab key; N and P walk through the others. */
  for (const link of links) link.tabIndex = -1;
  current.tabIndex = 0;

  function makeCurrent(link) {
    current.tabIndex = -1;
    current = link;
    current.tabIndex = 0;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    const by = { n: 1, N: 1, p: -1, P: -1 }[event.key];
    if (!by) return;
    const here = links.indexOf(current);
    const isThere = document.activeElement === current;
    makeCurrent(links[isThere ? (here + by + links.length) % links.length : here]);
    current.focus();
    current.scrollIntoView({ block: "center" });
  });

  if (!side) return;
  const body = side.querySelector("[data-say-body]");
  for (const link of links) {
    link.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (!mayLeave()) return;
      document.querySelector(".is-chosen")?.classList.remove("is-chosen");
      makeCurrent(link);
      link.classList.add("is-chosen");
      await htmx.ajax("GET", link.href, { target: body, swap: "innerHTML" });
      side.scrollTop = 0;
      body.querySelector("textarea")?.focus({ preventScroll: true });
    });
  }

  /* What was typed is not thrown away by a slip of the finger. */
  function mayLeave() {
    const typed = body.querySelector("textarea")?.value.trim();
    return !typed || confirm(side.dataset.leave);
  }
});
