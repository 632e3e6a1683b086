/* Differences (稿次对照): step through the changes, unfold what is unchanged. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const changes = [...document.querySelectorAll("[data-difference]")];
  const only = document.querySelector("[data-only]");
  only?.addEventListener("change", () => only.form.requestSubmit());
  if (!changes.length) return;
  let here = -1;

  function step(by) {
    here = here < 0 && by < 0 ? changes.length - 1 : (here + by + changes.length) % changes.length;
    changes[here].focus({ preventScroll: true });
    changes[here].scrollIntoView({ block: "center" });
  }

  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  document.querySelector("[data-unfold]")?.addEventListener("click", () => {
    const folds = [...document.querySelectorAll(".difference-fold")];
    const isOpening = folds.some((fold) => !fold.open);
    for (const fold of folds) fold.open = isOpening;
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "n" || event.key === "N") step(1);
    if (event.key === "p" || event.key === "P") step(-1);
  });
});
