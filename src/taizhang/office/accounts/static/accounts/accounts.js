/* Accounts (用户): hints while a password is typed, copying and printing what is shown once. */
"use strict";

const KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

// The same as accounts/passwords.py; what only the server knows (common, former ones) is left to it.
const CHECKS = {
  length: (password) => [...password].length >= 10,
  kinds: (password) => [...password].length >= 20 || KINDS.filter((kind) => kind.test(password)).length >= 3,
  personal: (password, form) => password !== "" && !contains(password, form.dataset.username, 3) && !contains(password, form.dataset.name, 2),
};

function contains(password, words, shortest) {
  const inside = words.toLowerCase();
  const found = password.toLowerCase();
  return [...inside].length >= shortest && (found.includes(inside) || found.includes([...inside].reverse().join("")));
}

function hint(form) {
  const password = form.elements.namedItem("new").value;
  const left = [];
  for (const item of form.querySelectorAll("[data-rule]")) {
    const check = CHECKS[item.dataset.rule];
    if (!check) continue;
    const isKept = check(password, form);
    item.classList.toggle("is-kept", isKept);
    if (!isKept) left.push(item.textContent.trim());
  }
  const told = form.querySelector("[data-password-told]");
  clearTimeout(hint.later);
  hint.later = setTimeout(() => {
    told.textContent = left.length ? told.dataset.left + left.join(" ") : told.dataset.kept;
  }, 800);
}

for (const form of document.querySelectorAll("[data-password-form]")) {
  form.elements.namedItem("new").addEventListener("input", () => hint(form));
}

// Without https a page may not write to the clipboard: then the words are marked, for the person to copy.
async function copy(button) {
  const words = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(words.textContent);
    document.querySelector("[data-copy-told]").textContent = button.dataset.copied;
    button.textContent = button.dataset.copied;
  } catch {
    getSelection().selectAllChildren(words);
  }
}

document.addEventListener("click", (event) => {
  const copier = event.target.closest("[data-copies]");
  if (copier) copy(copier);
  if (event.target.closest("[data-prints]")) print();
});
