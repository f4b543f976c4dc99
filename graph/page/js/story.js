// The drawing: lanes, axis, marks, relations, and the main line over everything.
let drawing = null; // the layout on the page now
let roving = null; // id of the mark that Tab reaches

function shapePath(shape, r) {
  const corner = (n, turn, radius = r) =>
    Array.from({ length: n }, (_, i) => {
      const a = ((i / n) * 360 + turn) * (Math.PI / 180);
      return `${(radius * Math.cos(a)).toFixed(2)},${(radius * Math.sin(a)).toFixed(2)}`;
    });
  switch (shape) {
    case "square": return `M${corner(4, 45, r * 1.22).join("L")}Z`;
    case "diamond": return `M${corner(4, 0, r * 1.24).join("L")}Z`;
    case "hexagon": return `M${corner(6, 0, r * 1.1).join("L")}Z`;
    case "triangle": return `M${corner(3, -90, r * 1.28).join("L")}Z`;
    case "triangleDown": return `M${corner(3, 90, r * 1.34).join("L")}Z`;
    case "star": {
      const outer = corner(5, -90, r * 1.32), inside = corner(5, -54, r * 0.62);
      return `M${outer.flatMap((point, i) => [point, inside[i]]).join("L")}Z`;
    }
    default: return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
  }
}
function mark(node, r) {
  const group = svg("g", { class: `shape f-${node.family}${node.hollow ? " hollow" : ""} m-${node.modality ?? "actual"}` });
  group.append(svg("path", { d: shapePath(node.shape, r) }));
  if (node.modality === "negated" || node.denied)
    group.append(svg("path", { class: "struck", d: `M${-r * 1.1},${r * 1.1}L${r * 1.1},${-r * 1.1}` }));
  return group;
}
function textLines(lines, x, y, height, attributes) {
  return svg("text", { x, y, ...attributes },
    lines.map((line, i) => svg("tspan", { x, dy: i ? height : 0 }, line)));
}
const markName = (node) =>
  [node.main ? `Main line ${node.main} of ${MAIN.length}` : "", typeName(node), node.label, modalityWords(node),
    whenWords(node)].filter(Boolean).join(". ");

function curve(a, b) {
  const dx = b.x - a.x, dy = b.y - a.y;
  if (Math.abs(dy) < 14) {
    const lift = Math.min(12 + Math.abs(dx) * 0.12, 46);
    return `M${a.x},${a.y}Q${(a.x + b.x) / 2},${a.y - lift} ${b.x},${b.y}`;
  }
  if (Math.abs(dx) < 24) {
    const bow = 16 + Math.abs(dy) * 0.12;
    return `M${a.x},${a.y}Q${a.x + bow},${(a.y + b.y) / 2} ${b.x},${b.y}`;
  }
  return `M${a.x},${a.y}C${a.x + dx * 0.5},${a.y} ${b.x - dx * 0.5},${b.y} ${b.x},${b.y}`;
}

function drawStory() {
  const box = $("drawing");
  const { drawn, left } = nearFirst(shownNodes());
  const view = (drawing = layoutStory(drawn, Math.max(box.clientWidth, 320)));
  const root = svg("svg", { id: "story-svg", width: view.width, height: view.height, role: "group",
    viewBox: `0 0 ${view.width} ${view.height}`, "aria-label": "The negotiation in time. Arrow keys move between marks, Enter opens one." });
  root.append(svg("rect", { class: "paper", width: view.width, height: view.height }));
  root.append(drawLanes(view), drawAxis(view), drawPhases(view), drawBars(view), drawHoles(view), drawEdges(view), drawLine(view), drawMarks(view),
    drawLaneNames(view), drawCards(view));
  const scrolled = box.scrollLeft;
  box.replaceChildren(root);
  box.scrollLeft = scrolled;
  slideNames();
  $("story-empty").hidden = drawn.length > 0;
  $("sideways").hidden = view.width <= box.clientWidth + 8;
  $("more").hidden = !left && !state.all;
  $("more").textContent = left
    ? `Main line and what is near it: ${drawn.length.toLocaleString("en")} drawn. Draw the other ${left.toLocaleString("en")} too`
    : "Back to the main line and what is near it";
  drawSteps(view);
  showSelection();
}

function drawLanes(view) {
  const group = svg("g", { class: "lanes" });
  view.bands.forEach((band, i) =>
    group.append(svg("rect", { class: `lane lane-${band.kind}${i % 2 ? " odd" : ""}`, x: 0, y: band.y, width: view.width, height: band.height })));
  return group;
}
function drawLaneNames(view) {
  const group = svg("g", { id: "lane-names" });
  if (!view.small) group.append(svg("rect", { class: "gutter", x: 0, y: view.axisY - 12, width: view.gutter - 6, height: view.bottom - view.axisY + 12 }));
  for (const band of view.bands) {
    const lines = wrapped(titled(band.label), view.small ? 300 : view.gutter - 22, `600 13px ${SANS}`, 3);
    group.append(
      svg("rect", { class: `tab tab-${band.kind}`, x: 0, y: band.y + 3, width: 4, height: band.height - 6 }),
      textLines(lines, band.nameX, band.y + (view.small ? 18 : 22), 16, { class: "lane-name" }));
  }
  return group;
}
function slideNames() {
  const by = $("drawing").scrollLeft;
  $("lane-names")?.setAttribute("transform", `translate(${by} 0)`);
}
function drawAxis(view) {
  const { scale, left, axisY, lanesY } = view;
  const dated = view.bands.find((band) => band.kind === "aside")?.y ?? view.bottom;
  const group = svg("g", { class: "axis", "aria-hidden": "true" });
  for (const cut of scale.breaks)
    group.append(svg("rect", { class: "cut", x: left + cut.x, y: axisY, width: cut.width, height: dated - axisY },
      svg("title", {}, `Nothing is dated to a day between ${longDay(cut.from)} and ${longDay(cut.to)}; ${lasting(cut.days)} of the axis are cut out here`)));
  scale.runs.forEach(([a], i) =>
    group.append(svg("line", { class: "rule", x1: left + scale.at(a), x2: left + scale.ends[i], y1: axisY, y2: axisY })));
  let yearEnds = -Infinity;
  for (const tick of scale.ticks) {
    const x = left + tick.x;
    const wide = widthOf(tick.label, `12.5px ${SANS}`);
    const start = Math.min(Math.max(x - wide / 2, view.gutter + 2), view.right + 8 - wide);
    if (tick.year) yearEnds = start + 34;
    group.append(
      svg("line", { class: "grid", x1: x, x2: x, y1: lanesY, y2: dated }),
      svg("line", { class: "rule", x1: x, x2: x, y1: axisY, y2: axisY + 6 }),
      svg("text", { class: "tick", x: start, y: axisY + 18 }, tick.label),
      tick.year ? svg("text", { class: "year", x: start, y: axisY + 32 }, tick.year) : "");
  }
  for (const cut of scale.breaks) {
    const x = left + cut.x, w = cut.width, m = x + w / 2, half = Math.min(9, w / 2 - 1);
    const words = lasting(cut.days), wide = widthOf(words, `italic 11.5px ${SANS}`);
    group.append(svg("path", { class: "zig", d: `M${x},${axisY}H${m - half}l${half * 0.44},-7l${half * 0.67},14l${half * 0.44},-7H${x + w}` }),
      wide <= w + 6 && m - wide / 2 > yearEnds ? svg("text", { class: "cut-name", x: m, y: axisY + 32, "text-anchor": "middle" }, words) : "");
  }
  return group;
}
function drawPhases(view) {
  const group = svg("g", { class: "phases" });
  view.phases.forEach((phase, i) => {
    const node = byIri.get(phase.event);
    const words = titled(phase.name);
    group.append(svg("g", { class: `phase ${/dead|reject|suspend/.test(phase.name) ? "down" : /agree|sign|resum/.test(phase.name) ? "up" : ""} p${i % 2}`,
      data: node ? { n: node.id, soft: 1 } : {} },
    svg("title", {}, `From ${isoWords(phase.begin)}: ${phase.name}`),
    svg("rect", { x: phase.x, y: view.phaseY, width: Math.max(phase.w - 2, 2), height: 18 }),
    svg("text", { x: phase.x + 4, y: view.phaseY + 13 }, words)));
  });
  return group;
}
function drawBars(view) {
  const group = svg("g", { class: "bars", "aria-hidden": "true" });
  for (const spot of view.spots.values())
    if (spot.bar) {
      const [a, b] = spot.bar;
      group.append(svg("rect", { class: `bar f-${spot.node.family}${coarse(spot.node) ? " vague" : ""}`, x: a, y: spot.y - 5, width: Math.max(b - a, 6), height: 10, rx: 5 }));
    }
  return group;
}
// Relations pass behind words: where words stand, their lines are left out.
function drawHoles(view) {
  const mask = svg("mask", { id: "clear-of-words", maskUnits: "userSpaceOnUse", x: 0, y: 0, width: view.width, height: view.height },
    svg("rect", { width: view.width, height: view.height, fill: "#fff" }));
  for (const spot of view.spots.values())
    if (spot.lines.length) {
      const wide = Math.max(...spot.lines.map((line) => widthOf(line, LABEL_FONT)));
      const at = labelPlace(spot);
      mask.append(svg("rect", { x: at.x - 2 - (spot.side === "end" ? wide : 0), y: at.y - 11, width: wide + 4, height: spot.lines.length * LINE + 2, fill: "#000" }));
    }
  for (const band of view.bands)
    mask.append(svg("rect", view.small ? { x: band.nameX - 4, y: band.y + 4, width: widthOf(titled(band.label), `600 13px ${SANS}`) + 16, height: 19, fill: "#000" }
      : { x: 0, y: band.y, width: view.gutter - 6, height: band.height, fill: "#000" }));
  return svg("defs", {}, mask);
}
function drawEdges(view) {
  const group = svg("g", { class: "edges", mask: "url(#clear-of-words)" });
  const near = view.spots.size > 900 ? new Set(MAIN) : null;
  for (const edge of EDGES) {
    const a = view.spots.get(edge.from), b = view.spots.get(edge.to);
    if (!a || !b || a === b || (near && !near.has(edge.from) && !near.has(edge.to))) continue;
    const d = curve(a, b);
    const strong = a.node.main && b.node.main ? " strong" : a.node.first === null || b.node.first === null ? " far" : "";
    group.append(svg("g", { class: `edge r-${edge.relation}${strong}`, data: { e: edge.n } },
      svg("path", { class: "line", d }), svg("path", { class: "hit", d })));
  }
  return group;
}
function drawLine(view) {
  const group = svg("g", { class: "main-line", "aria-hidden": "true" });
  const way = view.main.slice(1).map((b, i) => wayPath(view.main[i], b)).join("");
  group.append(svg("path", { class: "way-edge", d: way }), svg("path", { class: "way", d: way }));
  return group;
}
function drawMarks(view) {
  const group = svg("g", { class: "marks" });
  const ordered = [...view.spots.values()].sort((a, b) => a.x - b.x || a.y - b.y);
  view.order = ordered.map((spot) => spot.node.id);
  if (!view.order.includes(roving)) roving = view.main[0]?.node.id ?? view.order[0] ?? null;
  const draw = (spot) => {
    const { node } = spot;
    const item = svg("g", { class: `mark k-${node.kind}${node.main ? " is-main" : ""}`, transform: `translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})`,
      role: "button", tabindex: node.id === roving ? 0 : -1, "aria-label": markName(node), data: { n: node.id } });
    item.append(svg("circle", { class: "halo", r: spot.r + 6 }), mark(node, spot.r));
    if (node.main) item.append(svg("text", { class: `number${view.small ? " small" : ""}`, y: view.small ? (node.shape === "triangleDown" ? 3 : 4) : node.shape === "triangleDown" ? 3 : 5, "text-anchor": "middle" }, node.main));
    let words = "";
    if (spot.lines.length) {
      const at = labelPlace(spot);
      words = textLines(spot.lines, at.x, at.y, LINE, { class: "label", "text-anchor": spot.side === "end" ? "end" : "start", "aria-hidden": "true", data: { n: node.id } });
    }
    group.append(item, words);
  };
  ordered.filter((spot) => !spot.node.main).forEach(draw);
  ordered.filter((spot) => spot.node.main).forEach(draw);
  return group;
}
function drawCards(view) {
  const group = svg("g", { class: "cards", "aria-hidden": "true" });
  const foot = Math.max(...view.cards.map((card) => card.y + card.h));
  for (const card of view.cards) {
    const { spot } = card;
    if (spot.node.first === null) continue;
    const from = card.row === 0 && view.cards.some((other) => other.row) ? card.x + card.w / 2 : Math.min(Math.max(spot.x, card.x + 14), card.x + card.w - 14);
    group.append(svg("path", { class: "leader", data: { n: spot.node.id }, d: `M${from},${card.y + card.h}L${from},${foot + 6}L${spot.x},${view.axisY - 10}L${spot.x},${view.axisY}` }),
      svg("circle", { class: `pin f-${spot.node.family}`, cx: spot.x, cy: view.axisY, r: 4 }));
  }
  for (const card of view.cards) {
    const { spot, x, y, w, h } = card;
    group.append(svg("g", { class: `card f-${spot.node.family}`, data: { n: spot.node.id } },
      svg("rect", { class: "card-box", x, y, width: w, height: h, rx: 3 }),
      svg("rect", { class: "card-top", x, y, width: w, height: 4, rx: 2 }),
      svg("text", { class: "card-number", x: x + 10, y: y + 25 }, spot.node.main),
      svg("text", { class: "card-when", x: x + 14 + widthOf(String(spot.node.main), `700 17px ${SANS}`), y: y + 24 }, card.when),
      textLines(card.title, x + 10, y + 44, 18, { class: "card-title" }),
      svg("text", { class: "card-foot", x: x + 10, y: y + h - 9 }, card.foot)));
  }
  return group;
}

// On a narrow page the main line is told first, as a list.
function drawSteps(view) {
  $("steps").hidden = !view.small;
  $("steps").replaceChildren(...(view.small ? view.main.map(({ node }) => stepItem(node)) : []));
}
const stepItem = (node, { told: withWords = false } = {}) =>
  el("li", { class: `step f-${node.family}` },
    el("button", { type: "button", data: { n: node.id } },
      el("span", { class: "step-number", "aria-hidden": "true" }, node.main),
      el("span", { class: "step-when" }, whenWords(node)),
      el("span", { class: "step-label" }, node.label),
      withWords && node.ev.length ? el("span", { class: "step-words" }, el("q", {}, unquoted(shortened(wordsOf(bestWords(node)), 150))),
        ` – ${node.outlets.length > 1 ? countOutlets(node.outlets.length) : outletOf(bestWords(node))}`) : ""));
// Words that name what the label names tell most to somebody new; of those, the fullest.
const namesIn = (text) => new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []);
const bestWords = (node) => {
  const wanted = namesIn(node.label);
  const fit = (one) => {
    const words = namesIn(wordsOf(one));
    return 100 * [...wanted].filter((word) => words.has(word)).length - Math.abs(wordsOf(one).length - 90);
  };
  return knownEvidence(node.ev).reduce((best, e) => (best && fit(best) >= fit(e) ? best : e), null) ?? node.ev[0];
};

// The chosen mark stands out with what it touches; the rest steps back.
function showSelection() {
  const chosen = byIri.get(state.node)?.id ?? null;
  const link = state.link === "" ? null : Number(state.link);
  const person = chosen !== null && NODES[chosen].timeless ? chosen : null;
  const lit = new Set(chosen === null ? [] : [chosen]);
  const litEdges = new Set(link === null ? [] : [link]);
  if (chosen !== null)
    for (const edge of edgesOf[chosen]) {
      litEdges.add(edge.n);
      lit.add(edge.from).add(edge.to);
    }
  if (link !== null && EDGES[link]) lit.add(EDGES[link].from).add(EDGES[link].to);
  if (person !== null)
    for (const node of inTime)
      if (node.speaker === NODES[person].label || node.who.includes(NODES[person].label)) lit.add(node.id);
  document.body.classList.toggle("has-selection", lit.size > 0);
  for (const item of document.querySelectorAll("#drawing [data-n]")) {
    item.classList.toggle("chosen", Number(item.dataset.n) === chosen);
    item.classList.toggle("lit", lit.has(Number(item.dataset.n)));
  }
  for (const item of document.querySelectorAll("#drawing [data-e]")) item.classList.toggle("lit", litEdges.has(Number(item.dataset.e)));
}

function moveTo(id, { focus = true } = {}) {
  const item = document.querySelector(`#drawing .mark[data-n="${id}"]`);
  if (!item) return false;
  document.querySelector(`#drawing .mark[data-n="${roving}"]`)?.setAttribute("tabindex", "-1");
  roving = id;
  item.setAttribute("tabindex", "0");
  if (focus) item.focus({ preventScroll: true });
  const spot = drawing.spots.get(id), box = $("drawing");
  const at = spot.x - box.scrollLeft;
  if (at < drawing.gutter + 20 || at > box.clientWidth - 40)
    box.scrollTo({ left: spot.x - box.clientWidth / 2, behavior: calm() ? "auto" : "smooth" });
  const bounds = item.getBoundingClientRect();
  if (bounds.top < 8 || bounds.bottom > innerHeight - 8) item.scrollIntoView({ block: "center", inline: "nearest", behavior: calm() ? "auto" : "smooth" });
  return true;
}
function storyKey(event) {
  const item = event.target.closest?.(".mark");
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
  const id = Number(item.dataset.n), spot = drawing.spots.get(id), place = drawing.order.indexOf(id);
  const { band } = spot;
  const along = (step) => {
    for (let i = band + step; drawing.bands[i]; i += step) {
      const there = drawing.order.map((n) => drawing.spots.get(n)).filter((s) => s.band === i);
      if (there.length) return there.reduce((best, s) => (Math.abs(s.x - spot.x) < Math.abs(best.x - spot.x) ? s : best)).node.id;
    }
    return id;
  };
  const moves = {
    ArrowRight: () => drawing.order[place + 1], ArrowLeft: () => drawing.order[place - 1],
    ArrowDown: () => along(1), ArrowUp: () => along(-1), Home: () => drawing.order[0], End: () => drawing.order.at(-1),
    PageDown: () => MAIN[Math.min(spot.node.main, MAIN.length - 1)], PageUp: () => MAIN[Math.max(spot.node.main - 2, 0)],
  };
  if (event.key === "Enter" || event.key === " ") openNode(id, { focus: true });
  else if (moves[event.key]) moveTo(moves[event.key]() ?? id);
  else return;
  event.preventDefault();
}
