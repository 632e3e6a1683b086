/* Division (责任分解表): rows ticked one by one, in a stretch or all at once; the dialog that asks. All works without it. */
"use strict";

const dialog = document.querySelector("[data-dialog]");
const dialogBody = document.getElementById("dialog-body");
const chosen = new Set(); // outlives the redrawing of the table
let lastBox = null;

const boxes = () => [...document.querySelectorAll("[data-key]")];

function choose(box, ticked) {
  box.checked = ticked;
  box.closest("tr").classList.toggle("is-chosen", ticked);
  if (ticked) chosen.add(box.value);
  else chosen.delete(box.value);
}

function showChosen() {
  const bar = document.querySelector("[data-bar]");
  if (!bar) return;
  for (const box of boxes()) choose(box, chosen.has(box.value));
  const all = document.querySelector("[data-all]");
  const ticked = boxes().filter((box) => box.checked).length;
  all.checked = ticked > 0 && ticked === boxes().length;
  all.indeterminate = ticked > 0 && !all.checked;
  bar.querySelector("[data-count]").value = chosen.size;
  bar.hidden = chosen.size === 0;
}

/* With the shift key everything between this box and the one before. */
document.addEventListener("click", (event) => {
  const box = event.target.closest("[data-key]");
  if (box) {
    const every = boxes();
    const [from, to] = [every.indexOf(lastBox), every.indexOf(box)].sort((one, other) => one - other);
    const stretch = event.shiftKey && from >= 0 ? every.slice(from, to + 1) : [box];
    for (const each of stretch) choose(each, box.checked);
    lastBox = box;
    showChosen();
  }
  if (event.target.closest("[data-clear]")) {
    chosen.clear();
    showChosen();
  }
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-all]")) {
    for (const box of boxes()) choose(box, event.target.checked);
    showChosen();
  }
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === dialogBody) {
    if (dialogBody.childElementCount && !dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    dialogBody.querySelector("[aria-invalid], input:not([type=hidden]), select, textarea")?.focus();
  } else showChosen();
});

/* What was saved meanwhile by somebody else is answered with both versions, in place. */
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409 && event.detail.xhr.responseText.includes("dialog-form")) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.body.addEventListener("division-changed", () => {
  chosen.clear();
  lastBox = null;
  if (dialog?.open) dialog.close();
});

document.addEventListener("htmx:responseError", () => {
  if (dialog?.open) dialog.close(); // a toast that says why not would stand behind it
});

dialog?.addEventListener("close", () => dialogBody.replaceChildren());

dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
  if (event.target.closest("[data-closes]")) event.preventDefault();
});

for (const box of boxes()) if (box.checked) choose(box, true); // kept by the browser over a reload
showChosen();
