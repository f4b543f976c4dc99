// The same things as a list that can be read aloud, searched and printed.
const CHUNK = 250;
let listedUpTo = CHUNK;
function drawTimeline() {
  const nodes = shownNodes().sort((a, b) => (a.first ?? 1e9) - (b.first ?? 1e9) || (a.main || 99) - (b.main || 99) ||
    (a.kind === "statement") - (b.kind === "statement") || b.outlets.length - a.outlets.length || a.id - b.id);
  const part = nodes.slice(0, listedUpTo);
  const days = new Map();
  for (const node of part) {
    const key = whenWords(node);
    if (!days.has(key)) days.set(key, []);
    days.get(key).push(node);
  }
  const sections = [...days].map(([when, list]) =>
    el("section", { class: "day" }, el("h3", {}, when), el("ul", {}, list.map(timelineItem))));
  if (nodes.length > part.length)
    sections.push(el("button", { type: "button", class: "more", onclick: () => {
      listedUpTo += CHUNK;
      drawTimeline();
    } }, `Show ${Math.min(CHUNK, nodes.length - part.length)} more of ${nodes.length - part.length}`));
  $("timeline").replaceChildren(...(sections.length ? sections : [el("p", { class: "hint" }, "Nothing is left by these filters.")]));
}
function timelineItem(node) {
  const evidence = knownEvidence(node.ev);
  const first = evidence[0];
  const body = node.kind === "statement"
    ? [el("b", {}, node.speaker || "Somebody"), ": ", sayingOf(node)]
    : [el("b", {}, node.label), modalityWords(node) ? el("span", { class: "tag" }, modalityWords(node)) : ""];
  return el("li", { class: `item k-${node.kind}${node.main ? " is-main" : ""}` },
    chip(node),
    el("div", {},
      el("p", { class: "what" }, node.main ? el("span", { class: "tag main" }, `Main line ${node.main}`) : "", body),
      node.kind !== "statement" && first ? el("p", { class: "words" }, el("q", {}, unquoted(wordsOf(first)))) : "",
      el("p", { class: "meta" }, [typeName(node), listed(evidence.map(outletOf)).join(", ")].filter(Boolean).join(" · "), " ",
        el("button", { type: "button", class: "link", data: { n: node.id }, "aria-label": `Open: ${node.label}` }, "Open"))));
}
