/* Findings (核校): a finding and its words light together; from either one gets to the other. */
"use strict";

const checking = document.querySelector("[data-checking]");
const sheet = document.querySelector("[data-sheet]");
const list = document.querySelector("[data-list]");
const marks = [...sheet.querySelectorAll("a.doubt")];
const isPhone = () => getComputedStyle(list).position !== "sticky";
let current = null; // id of the finding that is open; outlives the redrawing of the list

const entries = () => [...list.querySelectorAll("[data-finding]")];
const entryOf = (id) => document.getElementById(`f-${id}`)?.parentElement;
const idsOf = (mark) => mark.dataset.findings.split(" ");

/* Only one mark is a stop of the Tab key; N and P walk through the findings. */
for (const mark of marks) mark.tabIndex = -1;
if (marks.length) marks[0].tabIndex = 0;

function light(id) {
  for (const mark of marks) mark.classList.toggle("is-lit", idsOf(mark).includes(id));
}

function ask(place) {
  for (const mark of marks) mark.classList.toggle("is-asked", mark.dataset.places.split(" ").includes(place));
}

/* What the filter leaves out is not marked either; what is settled is marked faintly. */
function showListed() {
  const listed = new Map(entries().map((entry) => [entry.dataset.finding, entry]));
  for (const mark of marks) {
    const here = idsOf(mark).map((id) => listed.get(id)).filter(Boolean);
    mark.classList.toggle("is-hidden", !here.length);
    mark.classList.toggle("is-settled", here.length > 0 && here.every((one) => one.matches(".finding-settled")));
  }
}

function bring(element) {
  if (!element) return;
  element.scrollIntoView({ block: "nearest", inline: "nearest" }); // a wide table scrolls in its own frame
  const place = element.getBoundingClientRect();
  if (place.top < 150 || place.bottom > innerHeight - 60) scrollBy({ top: place.top - innerHeight * 0.38 });
}

function bringInList(entry) {
  if (isPhone()) return bring(entry);
  const place = entry.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) list.scrollBy({ top: place.top - frame.top - 12 });
}

function show(view) {
  checking.dataset.showing = view;
  for (const link of document.querySelectorAll("[data-view]")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  document.querySelector("[data-return]").hidden = view !== "text" || !current || !isPhone();
}

/* --- A finding opened lights its words and brings them into sight --- */
function opened(entry) {
  current = entry.dataset.finding;
  for (const other of entries()) if (other !== entry) other.open = false;
  light(current);
  ask("");
  history.replaceState(null, "", `${location.pathname}${location.search}#f-${current}`);
  if (!isPhone()) bring(marks.find((mark) => mark.classList.contains("is-lit")));
  document.querySelector("[data-return-code]").textContent = entry.querySelector(".finding-code").textContent;
  document.querySelector("[data-return-words]").textContent = entry.querySelector(".finding-name").textContent;
}

function open(id, { focus = true } = {}) {
  const entry = entryOf(id);
  if (!entry) return;
  show("list");
  entry.open = true;
  opened(entry);
  bringInList(entry);
  if (focus) entry.querySelector("summary").focus({ preventScroll: true });
}

list.addEventListener("click", (event) => {
  const summary = event.target.closest("[data-finding] > summary");
  const place = event.target.closest("[data-place]");
  if (summary) {
    const entry = summary.parentElement;
    requestAnimationFrame(() => {
      if (entry.open) {
        opened(entry);
        bringInList(entry);
      } else if (current === entry.dataset.finding) {
        current = null;
        light("");
      }
    });
  }
  if (place) {
    event.preventDefault();
    show("text");
    ask(place.hash.slice(1));
    bring(marks.find((mark) => mark.classList.contains("is-asked")));
  }
});

/* --- Marked words lead to their finding; where several share them, one after the other --- */
sheet.addEventListener("click", (event) => {
  const mark = event.target.closest("a.doubt");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const ids = idsOf(mark).filter(entryOf);
  if (ids.length) open(ids[(ids.indexOf(current) + 1) % ids.length]);
});

document.querySelector("[data-return-button]").addEventListener("click", () => {
  if (current) open(current);
});

for (const link of document.querySelectorAll("[data-view]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    show(link.dataset.view);
  });
}

/* --- Keyboard --- */
function step(by) {
  const shown = entries();
  if (!shown.length) return;
  const here = shown.findIndex((entry) => entry.dataset.finding === current);
  const next = here < 0 ? (by > 0 ? 0 : shown.length - 1) : (here + by + shown.length) % shown.length;
  open(shown[next].dataset.finding);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && current) {
    const entry = entryOf(current);
    current = null;
    light("");
    if (entry) {
      entry.open = false;
      entry.querySelector("summary").focus({ preventScroll: true });
    }
  }
  if (event.target.matches("input, textarea, select")) return;
  if (event.key === "n" || event.key === "N") step(1);
  if (event.key === "p" || event.key === "P") step(-1);
});

/* --- The list was asked for again: what was open stays open --- */
document.addEventListener("htmx:afterSettle", (event) => {
  if (!event.detail.elt.closest?.("[data-list]")) return;
  showListed();
  const entry = current && entryOf(current);
  if (entry) entry.open = true;
  else light("");
});

/* --- An address that names a finding opens it --- */
function follow() {
  const named = location.hash.match(/^#f-(\d+)$/);
  if (named) open(named[1], { focus: false });
}

showListed();
addEventListener("hashchange", follow);
follow();
