/* Reading (原文阅读): open a mark, step through marks, filter them, follow the outline. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const sheet = document.querySelector("[data-sheet]");
  const panel = document.querySelector("[data-panel]");
  const told = panel.querySelector("[data-told]");
  const idle = panel.querySelector("[data-idle]");
  const outline = document.getElementById("outline");
  const marks = [...sheet.querySelectorAll("a.mark")];
  let current = null;

  /* Only one mark is a stop of the Tab key; N and P walk through the others. */
  for (const mark of marks) mark.tabIndex = -1;
  if (marks.length) marks[0].tabIndex = 0;

  function makeCurrent(mark) {
    const stop = current ?? marks[0];
    if (stop) stop.tabIndex = -1;
    for (const lit of sheet.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
    current?.classList.remove("is-open");
    current = mark;
    mark.tabIndex = 0;
    mark.closest(".sentence")?.classList.add("is-lit");
  }

  async function open(mark, url = mark.href) {
    makeCurrent(mark);
    mark.classList.add("is-open");
    history.replaceState(null, "", `#${mark.id}`);
    await htmx.ajax("GET", url, { target: told, swap: "innerHTML" });
    idle.hidden = true;
    panel.classList.add("is-open");
    panel.scrollTop = 0;
    keepInSight(mark);
  }

  /* On a phone the panel covers the lower part of the page: the mark must not be under it. */
  function keepInSight(mark) {
    const place = mark.getBoundingClientRect();
    const sheetOfPhone = getComputedStyle(panel).position === "fixed";
    const floor = sheetOfPhone ? panel.getBoundingClientRect().top : window.innerHeight;
    if (place.top < 130 || place.bottom > floor - 12) {
      window.scrollBy({ top: place.top - Math.min(floor, window.innerHeight) * 0.4 });
    }
  }

  function close() {
    if (!panel.classList.contains("is-open")) return;
    panel.classList.remove("is-open");
    told.replaceChildren();
    idle.hidden = false;
    current?.classList.remove("is-open");
    current?.focus({ preventScroll: true });
  }

  function visibleMarks() {
    return marks.filter((mark) => !mark.classList.contains("is-hidden"));
  }

  function step(by) {
    const shown = visibleMarks();
    if (!shown.length) return;
    const here = shown.indexOf(current);
    const next = here < 0 ? nearestBelow(shown) : (here + by + shown.length) % shown.length;
    const mark = shown[next];
    makeCurrent(mark);
    mark.focus({ preventScroll: true });
    keepInSight(mark);
    if (panel.classList.contains("is-open")) open(mark);
  }

  function nearestBelow(shown) {
    return Math.max(0, shown.findIndex((mark) => mark.getBoundingClientRect().top > 130));
  }

  sheet.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(mark).then(() => event.detail === 0 && panel.focus({ preventScroll: true })); // opened by the keyboard
  });

  panel.addEventListener("click", (event) => {
    if (event.target.closest("[data-panel-close]")) close();
    const twin = event.target.closest("[data-explains]");
    if (twin && current) {
      event.preventDefault();
      open(current, twin.href);
    }
  });

  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (outline.classList.contains("is-open")) return showOutline(false);
      return close();
    }
    if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "n" || event.key === "N") step(1);
    if (event.key === "p" || event.key === "P") step(-1);
  });

  /* --- Filters --- */
  const filters = [...document.querySelectorAll("[data-filter]")];
  function filter() {
    const wanted = { aspect: new Set(), modality: new Set() };
    for (const box of filters) if (box.checked) wanted[box.dataset.filter].add(box.value);
    for (const mark of marks) {
      const isShown = wanted.aspect.has(mark.dataset.aspect) && wanted.modality.has(mark.dataset.modality);
      mark.classList.toggle("is-hidden", !isShown);
    }
  }
  for (const box of filters) box.addEventListener("change", filter);
  filter();

  /* --- Outline --- */
  const opener = document.querySelector("[data-outline-open]");
  function showOutline(isOpen) {
    outline.classList.toggle("is-open", isOpen);
    opener.setAttribute("aria-expanded", String(isOpen));
    (isOpen ? outline.querySelector("[data-outline-close]") : opener).focus();
  }
  opener.addEventListener("click", () => showOutline(true));
  outline.querySelector("[data-outline-close]").addEventListener("click", () => showOutline(false));
  outline.addEventListener("click", (event) => {
    if (event.target.closest("a") && outline.classList.contains("is-open")) showOutline(false);
  });

  const links = new Map([...outline.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const heads = [...sheet.querySelectorAll('[id^="h-"]')];
  let isWaiting = false;
  function followOutline() {
    isWaiting = false;
    let here = heads[0];
    for (const head of heads) {
      if (head.getBoundingClientRect().top > innerHeight * 0.35) break;
      here = head;
    }
    const link = here && links.get(here.id);
    if (!link || link.hasAttribute("aria-current")) return;
    outline.querySelector("[aria-current]")?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    const place = link.offsetTop;
    if (place < outline.scrollTop + 40 || place > outline.scrollTop + outline.clientHeight - 60) {
      outline.scrollTop = place - outline.clientHeight / 2;
    }
  }
  addEventListener(
    "scroll",
    () => {
      if (!isWaiting) requestAnimationFrame(followOutline);
      isWaiting = true;
    },
    { passive: true },
  );
  followOutline();

  /* --- A link that names a mark leads to it and opens it --- */
  function follow() {
    const target = document.getElementById(location.hash.slice(1));
    const mark = target?.closest("a.mark");
    if (mark) {
      mark.scrollIntoView({ block: "center" });
      open(mark);
    }
  }
  addEventListener("hashchange", follow);
  follow();
});
