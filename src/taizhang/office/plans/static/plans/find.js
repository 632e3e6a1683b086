/* Find (查找): every place where some words stand in the document, also across marks; Enter goes to the next. */
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const field = document.querySelector("[data-find]");
  const output = document.querySelector("[data-found]");
  const sheet = document.querySelector("[data-sheet]");
  const nodes = [];
  let words = "";
  for (const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
    nodes.push({ node: walker.currentNode, start: words.length });
    words += walker.currentNode.data.toLowerCase();
  }
  let ranges = [];
  let here = -1;

  function locate(offset) {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (nodes[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return [nodes[low].node, offset - nodes[low].start];
  }

  function rangeOf(start, end) {
    const range = new Range();
    range.setStart(...locate(start));
    const [node, offset] = locate(end - 1);
    range.setEnd(node, offset + 1);
    return range;
  }

  function find() {
    const sought = field.value.trim().toLowerCase();
    ranges = [];
    here = -1;
    for (let at = sought ? words.indexOf(sought) : -1; at >= 0; at = words.indexOf(sought, at + sought.length)) {
      ranges.push(rangeOf(at, at + sought.length));
    }
    if (ranges.length) go(0);
    show(sought);
  }

  function go(index) {
    here = (index + ranges.length) % ranges.length;
    const place = ranges[here].getBoundingClientRect();
    window.scrollBy({ top: place.top - window.innerHeight * 0.4 });
  }

  function show(sought) {
    output.value = sought ? `${here + 1}/${ranges.length}` : "";
    if (!("highlights" in CSS)) return;
    CSS.highlights.set("found", new Highlight(...ranges));
    CSS.highlights.set("found-here", ranges.length ? new Highlight(ranges[here]) : new Highlight());
  }

  field.addEventListener("input", find);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      find();
      field.blur();
    }
    if (event.key !== "Enter" || !ranges.length) return;
    event.preventDefault();
    go(here + (event.shiftKey ? -1 : 1));
    show(field.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea")) return;
    event.preventDefault();
    field.focus();
  });
});
