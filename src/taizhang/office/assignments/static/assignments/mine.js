/* Mine (我的任务): all that wait ticked at once. */
"use strict";

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-all]")) return;
  for (const box of document.querySelectorAll("[data-key]")) box.checked = event.target.checked;
});
