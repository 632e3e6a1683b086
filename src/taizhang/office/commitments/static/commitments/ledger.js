/* Ledger (台账): the dialog that asks and tells, and the boxes of the worklist. Everything works without it, in pages. */
"use strict";

const dialog = document.querySelector("[data-dialog]");
const dialogBody = document.getElementById("dialog-body");
const chosen = new Set(); // outlives the redrawing of the list
let place = -1; // of the entry that had the focus when the list was redrawn

const entries = () => [...document.querySelectorAll(".work-entry, [data-entry]")];

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id === "worklist") place = entries().indexOf(document.activeElement.closest(".work-entry, [data-entry]"));
});

/* What was handled is gone: the focus goes to what moved up into its place. */
function returnFocus() {
  const found = place < 0 ? null : entries()[Math.min(place, entries().length - 1)];
  found?.querySelector("input, a, button")?.focus({ preventScroll: true });
  place = -1;
}

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === dialogBody) {
    if (dialogBody.childElementCount && !dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  } else {
    showChosen();
    returnFocus();
  }
});

// What the dialog asked is done: close it, and forget what was ticked.
document.body.addEventListener("ledger-changed", () => {
  chosen.clear();
  if (dialog?.open) dialog.close();
});

// A toast that says why not would stand behind it.
document.addEventListener("htmx:responseError", () => {
  if (dialog?.open) dialog.close();
});

dialog?.addEventListener("close", () => dialogBody.replaceChildren());

dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close(); // outside of it
  if (event.target.closest("[data-closes]")) event.preventDefault(); // a link, for those without script
});

const boxes = (within) => [...within.querySelectorAll("[data-key]")];

function showChosen() {
  const work = document.querySelector("[data-work]");
  if (!work) return;
  for (const box of boxes(work)) {
    box.checked = chosen.has(box.value);
    box.closest("[data-entry], li").classList.toggle("is-chosen", box.checked);
  }
  for (const section of work.querySelectorAll("[data-section]")) {
    const all = section.querySelector("[data-all-box]");
    if (!all) continue;
    const ticked = boxes(section).filter((box) => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes(section).length;
    all.indeterminate = ticked > 0 && !all.checked;
    section.querySelector("[data-all]").hidden = false;
  }
  const bar = work.querySelector("[data-bar]");
  bar.querySelector("[data-count]").value = chosen.size;
  bar.hidden = chosen.size === 0;
  bar.querySelector("[data-none]").hidden = true;
  for (const part of bar.querySelectorAll("[data-some], [data-clear]")) part.hidden = false;
}

function choose(box) {
  if (box.checked) chosen.add(box.value);
  else chosen.delete(box.value);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-key]")) choose(event.target);
  else if (event.target.matches("[data-all-box]")) {
    for (const box of boxes(event.target.closest("[data-section]"))) {
      box.checked = event.target.checked;
      choose(box);
    }
  } else return;
  showChosen();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-clear]")) return;
  chosen.clear();
  showChosen();
});

const narrow = document.querySelector("[data-narrow]");
if (narrow && matchMedia("(max-width: 48rem)").matches && !location.search) narrow.open = false;
// With a script the filter answers at once, and its button is not needed.
document.querySelector("[data-filter-submit]")?.setAttribute("hidden", "");
for (const box of document.querySelectorAll("[data-key]:checked")) choose(box); // kept by the browser over a reload
showChosen();
