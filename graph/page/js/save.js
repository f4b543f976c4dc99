// Taking the view away: as a picture, as a table, on paper.
const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity",
  "stroke-opacity", "font-family", "font-size", "font-weight", "font-style", "letter-spacing", "paint-order", "text-anchor", "display", "visibility"];
function download(name, blob) {
  const link = el("a", { download: name });
  link.href = URL.createObjectURL(blob);
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 20000);
}
const fileName = (kind) =>
  `${plain(ABOUT.title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "negotiation"}-${state.view}.${kind}`;

// The drawing with every style written into it, so that it looks the same elsewhere.
function storySvg() {
  const source = $("story-svg"), copy = source.cloneNode(true);
  const from = [source, ...source.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((item, i) => {
    const style = getComputedStyle(item);
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name);
      if (value) to[i].setAttribute(name, value.replaceAll('"', "'"));
    }
    for (const name of ["class", "tabindex", "role", "data-n", "data-e", "data-soft"]) to[i].removeAttribute(name);
    if (item.localName !== "mask") to[i].removeAttribute("id");
  });
  copy.setAttribute("xmlns", SVG);
  return { text: new XMLSerializer().serializeToString(copy), width: source.width.baseVal.value, height: source.height.baseVal.value };
}
function webSvg() {
  const at = web.getPositions(), { left, right, top, bottom } = webBounds();
  const width = right - left + 24, height = bottom - top + 24;
  const root = svg("svg", { xmlns: SVG, width, height, viewBox: `${left - 12} ${top - 12} ${width} ${height}`, "font-family": SANS });
  root.append(svg("rect", { x: left - 12, y: top - 12, width, height, fill: inked("--paper") }));
  for (const edge of webData.edges) {
    const a = at[edge.from], b = at[edge.to];
    root.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: edge.color.color, "stroke-width": edge.width }));
  }
  for (const look of webData.nodes) {
    const p = at[look.id], shape = webData.shape.get(look.id), inside = INSIDE.has(look.shape), size = look.font.size;
    const paint = { fill: look.color.background, stroke: look.color.border, "stroke-width": look.borderWidth };
    if (look.shape === "box") root.append(svg("rect", { x: p.x - shape.left, y: p.y - shape.up, width: shape.left * 2, height: shape.up * 2, rx: 5, ...paint }));
    else if (look.shape === "ellipse") root.append(svg("ellipse", { cx: p.x, cy: p.y, rx: shape.left, ry: shape.up, ...paint }));
    else root.append(svg("path", { d: shapePath(look.shape, look.size), transform: `translate(${p.x} ${p.y})`, ...paint }));
    const words = webData.words.find((place) => place.words.id === look.id);
    const middle = (y) => y - ((shape.words.length - 1) * size * 1.2) / 2 + size * 0.35;
    root.append(textLines(shape.words, words?.x ?? p.x, words ? middle(words.y) : inside ? middle(p.y) : p.y + look.size + 3 + size, size * 1.2, { "text-anchor": "middle", "font-size": size, fill: look.font.color,
      ...(inside ? {} : { stroke: inked("--paper"), "stroke-width": 4, "paint-order": "stroke" }) }));
  }
  return { text: new XMLSerializer().serializeToString(root), width, height };
}
const picture = () => (state.view === "web" ? webSvg() : storySvg());
function saveSvg() {
  download(fileName("svg"), new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${picture().text}`], { type: "image/svg+xml" }));
}
function savePng() {
  const { text, width, height } = picture();
  const scale = Math.min(2, 16000 / width, 16000 / height);
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  image.addEventListener("load", () => {
    const canvas = el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(url);
    canvas.toBlob((blob) => download(fileName("png"), blob), "image/png");
  });
  image.addEventListener("error", () => say("The picture could not be made"));
  image.src = url;
}

// A table of what is shown; a cell never starts a formula.
const cell = (value) => {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
function table() {
  if (state.view === "positions")
    return [["topic", "side", "holder", "stance", "date", "text", "file", "start", "end"],
      ...shownPositions().map((row) => [row.topic, nameOf(row), holderOf(row), row.stance, row.date, row.text, ...place(evidenceOf(row)[0])])];
  if (state.view === "proposals")
    return [["proposal", "proposer", "date", "topic", "provision", "file", "start", "end"],
      ...shownChains().flat().flatMap((row) => (row.provisions ?? []).map((p) =>
        [row.label, row.proposer, row.date, p.topic, p.text, ...place(evidenceOf(p)[0])]))];
  const nodes = state.view === "story" ? nearFirst(shownNodes()).drawn : state.view === "web" ? webNodes() : shownNodes();
  return [["main_line", "kind", "type", "label", "begin", "last", "precision", "modality", "speaker", "participants", "topics", "outlets", "words", "file", "start", "end", "iri"],
    ...nodes.map((n) => [n.main || "", n.kind, n.type, n.label, n.b, n.l ?? n.b, n.precision, n.modality, n.speaker, n.who.join("; "), n.topics.join("; "),
      n.outlets.join("; "), n.ev[0] ? wordsOf(n.ev[0]) : "", ...place(n.ev[0]), n.iri])];
}
// Offsets in the file count characters, as the rest of the program does.
function place(evidence) {
  if (!evidence) return ["", "", ""];
  if (evidence.s === undefined) return [evidence.f ?? "", "", ""];
  const text = articleText(evidence.a);
  const count = (unit) => [...text.slice(0, unit)].length;
  return [ABOUT.articles[evidence.a].file, count(evidence.s), count(evidence.e)];
}
function saveCsv() {
  const text = table().map((row) => row.map(cell).join(",")).join("\r\n");
  download(fileName("csv"), new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" }));
}
function setUpSaving() {
  const done = (save) => () => {
    $("save").open = false;
    save();
  };
  $("save-png").addEventListener("click", done(savePng));
  $("save-svg").addEventListener("click", done(saveSvg));
  $("save-csv").addEventListener("click", done(saveCsv));
  $("save-print").addEventListener("click", done(() => print()));
}
