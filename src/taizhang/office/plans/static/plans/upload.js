/* Upload (上传): a file chosen or dropped is sent at once; one that is too large is refused before it travels. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-upload]");
  if (!form) return; // whoever may not hand files in has no form
  const field = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const refusal = form.querySelector("[data-too-large]");
  form.classList.add("is-eager");

  for (const kind of ["dragenter", "dragover"]) drop.addEventListener(kind, () => drop.classList.add("is-over"));
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("is-over"));

  field.addEventListener("change", () => {
    const limit = Number(form.dataset.limitMb) * 1024 * 1024;
    const tooLarge = [...field.files].filter((file) => file.size > limit);
    refusal.hidden = !tooLarge.length;
    refusal.querySelector("[data-names]").textContent = tooLarge.map((file) => file.name).join("、");
    if (tooLarge.length) field.value = "";
    else if (field.files.length) form.requestSubmit();
  });

  form.addEventListener("submit", () => {
    form.querySelector("[data-busy]").hidden = false;
  });
});
