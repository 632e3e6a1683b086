/* Site (全站): toasts that leave, menus that close, answers of htmx that say what went wrong. */
"use strict";

const toasts = () => document.getElementById("toasts");

function showToast(html) {
  toasts().insertAdjacentHTML("beforeend", html);
}

// A toast stays long enough to be read, longer where it offers a way back, and while someone is at it; one that tells of
// a failure stays until it is clicked.
function letToastsLeave() {
  for (const toast of toasts().querySelectorAll(".toast:not([data-timed])")) {
    toast.dataset.timed = "";
    const undo = toast.querySelector("form");
    if (!toast.classList.contains("toast-error")) leaveAfter(toast, undo ? 12000 : 6000);
    undo?.addEventListener("htmx:afterRequest", () => toast.remove());
    toast.addEventListener("click", (event) => {
      if (!undo?.contains(event.target)) toast.remove();
    });
  }
}

function leaveAfter(toast, time) {
  setTimeout(() => {
    if (toast.matches(":hover, :focus-within")) leaveAfter(toast, 3000);
    else toast.remove();
  }, time);
}

document.addEventListener("DOMContentLoaded", () => {
  letToastsLeave();
  new MutationObserver(letToastsLeave).observe(toasts(), { childList: true });
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// The server answers an expected error with a toast; anything else sends the page itself to say what happened.
document.addEventListener("htmx:responseError", (event) => {
  const answer = event.detail.xhr;
  if (answer.responseText.includes('class="toast')) showToast(answer.responseText);
  else if (answer.status === 403) location.reload();
});
