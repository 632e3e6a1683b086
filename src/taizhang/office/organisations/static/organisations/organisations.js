/* Organisations (单位): fold the whole tree at once, narrow a long list of choices. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const folding = document.querySelector("[data-folding]");
  if (folding) {
    folding.hidden = false;
    folding.addEventListener("click", (event) => {
      const fold = event.target.closest("[data-fold]");
      if (!fold) return;
      for (const branch of document.querySelectorAll(".branch details")) branch.open = fold.dataset.fold === "open";
    });
  }

  for (const field of document.querySelectorAll("[data-narrows]")) {
    const choices = document.getElementById(field.dataset.narrows).querySelectorAll(".choice");
    field.hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.trim();
      // What is ticked stays in sight, whatever is looked for.
      for (const choice of choices) {
        choice.hidden = !choice.textContent.includes(words) && !choice.querySelector("input").checked;
      }
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
});
