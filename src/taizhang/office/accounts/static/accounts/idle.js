/* Idle (闲置): counts down the last two minutes before whoever does nothing is signed out.
   Every page of the site in this browser counts as one; what a page asks for by itself does not count. */
"use strict";

(() => {
  const dialog = document.getElementById("idle");
  if (!dialog) return;
  const LIMIT = Number(dialog.dataset.seconds) * 1000;
  const WARNING = Math.min(120 * 1000, LIMIT / 2);
  const KEY = "taizhang:active";
  const left = dialog.querySelector("[data-idle-left]");
  let here = Date.now();
  let isLeaving = false;

  function active() {
    here = Date.now();
    try {
      localStorage.setItem(KEY, String(here));
    } catch {
      /* a browser that keeps nothing counts each page for itself */
    }
  }

  function remaining() {
    let elsewhere = 0;
    try {
      elsewhere = Number(localStorage.getItem(KEY)) || 0;
    } catch {
      /* as above */
    }
    return LIMIT - (Date.now() - Math.max(here, elsewhere));
  }

  function look() {
    const time = remaining();
    if (time <= 0) leave();
    else if (time <= WARNING) warn(time);
    else if (dialog.open) dialog.close();
  }

  function leave() {
    if (isLeaving) return; // a slow answer is waited for
    isLeaving = true;
    dialog.querySelector("form").submit();
  }

  function warn(time) {
    const seconds = Math.ceil(time / 1000);
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (!dialog.open) dialog.showModal();
  }

  async function keep() {
    const token = dialog.querySelector("[name=csrfmiddlewaretoken]").value;
    const answer = await fetch(dialog.dataset.keep, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" });
    if (answer.status !== 204) return location.assign(location.pathname + location.search); // signed out already
    active();
    dialog.close();
  }

  dialog.querySelector("[data-idle-keep]").addEventListener("click", keep);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault(); // Escape means "I am here"
    keep();
  });

  // A request that no person asked for says so, here and to the server.
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.triggeringEvent?.isTrusted) active();
    else event.detail.headers["X-By-Itself"] = "1";
  });

  active(); // this page was asked for
  setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
})();
