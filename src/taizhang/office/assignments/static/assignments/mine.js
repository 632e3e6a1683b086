/* Mine (我的任务): all that wait ticked at once. */
"use strict";

const boxes = () => [...document.querySelectorAll("[data-key]")];

/* Nothing can be signed for while nothing is ticked. */
function showWhetherAnyIsTicked() {
  const button = document.querySelector("[data-sign] button");
  if (button) button.disabled = !boxes().some((box) => box.checked);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-all]")) for (const box of boxes()) box.checked = event.target.checked;
  showWhetherAnyIsTicked();
});
document.addEventListener("DOMContentLoaded", showWhetherAnyIsTicked);
