/* Units (单位选择): a field that offers the registry as one types; several names stand with 、 between. */
"use strict";

const LIMIT = 8;
const ADDRESS = document.currentScript.dataset.address;
let registry = null;

async function units() {
  registry ??= fetch(ADDRESS, { headers: { Accept: "application/json" } })
    .then((answer) => (answer.ok ? answer.json() : { units: [] }))
    .then((held) => held.units);
  return registry;
}

const several = (field) => field.dataset.units === "several";
const written = (field) => (several(field) ? field.value.split(/[、，,;；]/).pop().trim() : field.value.trim());

function list(field) {
  if (field.nextElementSibling?.matches(".unit-options")) return field.nextElementSibling;
  const made = document.createElement("ul");
  made.className = "unit-options";
  made.id = `${field.id}-options`;
  made.setAttribute("role", "listbox");
  made.hidden = true;
  field.after(made);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", made.id);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  return made;
}

function close(field) {
  list(field).hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

async function offer(field) {
  const words = written(field).toLowerCase();
  const every = await units();
  const found = words ? every.filter((unit) => unit.words.toLowerCase().includes(words)) : every;
  const shown = list(field);
  shown.replaceChildren(
    ...found.slice(0, LIMIT).map((unit, place) => {
      const option = document.createElement("li");
      option.id = `${field.id}-option-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.name = unit.name;
      option.textContent = unit.name;
      if (unit.full !== unit.name) {
        const full = document.createElement("span");
        full.className = "hint";
        full.textContent = ` ${unit.full}`;
        option.append(full);
      }
      return option;
    }),
  );
  shown.hidden = found.length === 0 || document.activeElement !== field;
  field.setAttribute("aria-expanded", String(!shown.hidden));
}

function take(field, option) {
  if (several(field)) {
    const before = field.value.split(/[、，,;；]/).slice(0, -1).map((name) => name.trim()).filter(Boolean);
    field.value = `${[...before, option.dataset.name].join("、")}、`;
  } else field.value = option.dataset.name;
  close(field);
  field.focus();
}

function move(field, step) {
  const options = [...list(field).children];
  const current = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = options[(current + step + options.length) % options.length];
  for (const option of options) option.setAttribute("aria-selected", String(option === next));
  if (next) {
    field.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-units]")) offer(event.target);
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-units]") && !written(event.target)) offer(event.target);
});

document.addEventListener("focusout", (event) => {
  if (event.target.matches("[data-units]")) close(event.target);
});

document.addEventListener("mousedown", (event) => {
  const option = event.target.closest(".unit-options [role=option]");
  if (!option) return;
  event.preventDefault(); // the field keeps the focus
  take(option.parentElement.previousElementSibling, option);
});

document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-units]") || list(field).hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(field, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    const options = list(field).children;
    const picked = list(field).querySelector("[aria-selected=true]") ?? (options.length === 1 ? options[0] : null);
    if (!picked) return;
    event.preventDefault();
    take(field, picked);
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    close(field);
  }
});

units(); // so that it is there when the first word is typed
