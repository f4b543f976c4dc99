// Connections: the network as pyvis built it, drawn by vis-network, with a list beside it.
let web = null; // the vis.Network, made when the view is first opened
let webData = null;
let webKey = "";
const WEB_EVENTS = () => (narrow() ? 9 : 22); // beside the main line
const WEB_NAMES = () => (narrow() ? 9 : 20);
const WEB_SAID = 60;

const webRank = (node) => edgesOf[node.id].filter((edge) => NODES[edge.from].main || NODES[edge.to].main).length * 8 +
  node.outlets.length * 4 + Math.min(edgesOf[node.id].length, 9);

// The main line, what tells most besides, and the people, sides and places that link them.
function webNodes() {
  const chosen = byIri.get(state.node);
  const best = (nodes, most) => nodes.sort((a, b) => webRank(b) - webRank(a) || a.id - b.id).slice(0, most);
  const shown = shownNodes().filter((node) => !node.main && edgesOf[node.id].length);
  const keep = new Set([...shownNodes().filter((node) => node.main),
    ...best(shown.filter((node) => node.kind !== "statement"), WEB_EVENTS()),
    ...(state.said ? best(shown.filter((node) => node.kind === "statement"), WEB_SAID) : [])].map((node) => node.id));
  if (chosen) {
    keep.add(chosen.id);
    edgesOf[chosen.id].slice(0, 24).forEach((edge) => keep.add(edge.from).add(edge.to));
  }
  const named = new Map();
  for (const id of keep) for (const edge of edgesOf[id]) {
    const other = NODES[edge.from === id ? edge.to : edge.from];
    if (other.timeless) named.set(other.id, (named.get(other.id) ?? 0) + (NODES[id].main ? 3 : 1) + (other.kind === "place" ? 0 : 1));
  }
  [...named].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, WEB_NAMES()).forEach(([id]) => keep.add(id));
  const start = [...MAIN.filter((id) => keep.has(id)), ...(chosen ? [chosen.id] : [])];
  if (!start.length) return NODES.filter((node) => keep.has(node.id));
  const reached = new Set(start);
  for (const id of reached) for (const edge of edgesOf[id]) for (const end of [edge.from, edge.to]) if (keep.has(end)) reached.add(end);
  return NODES.filter((node) => reached.has(node.id));
}
const inked = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function webLook(node, shape, place) {
  const colour = inked(`--${node.family}`) || node.color;
  const paper = inked("--paper"), ink = inked("--ink");
  const inside = INSIDE.has(node.shape);
  return {
    id: node.id, x: place.x, y: place.y, shape: node.shape, size: shape.size, label: node.main ? undefined : shape.words.join("\n") || undefined,
    color: { background: node.hollow || inside ? paper : colour, border: colour,
      highlight: { background: node.hollow || inside ? paper : colour, border: inked("--focus") } },
    borderWidth: node.main ? 3 : node.hollow || inside ? 2 : 1,
    shapeProperties: node.shapeProperties ?? {}, margin: 6,
    font: { face: FACE, size: shape.font, color: ink, background: inside ? undefined : paper, bold: false },
  };
}
const EDGE_DASH = { contradicts: [2, 4], about: [1, 4], partOf: [1, 4], deviatesFrom: [6, 4], revisionOf: false, leadsTo: false, respondsTo: false };
function edgeLook(edge) {
  const between = NODES[edge.from].main && NODES[edge.to].main;
  const strong = between || ["contradicts", "deviatesFrom", "revisionOf", "leadsTo"].includes(edge.relation);
  const colour = inked(edge.relation === "contradicts" ? "--breakdown" : strong ? "--line" : "--faint");
  return { id: edge.n, from: edge.from, to: edge.to, arrows: { to: { enabled: true, scaleFactor: 0.5 } }, width: strong ? 2 : 1,
    dashes: EDGE_DASH[edge.relation] ?? false, color: { color: colour, highlight: inked("--focus"), hover: inked("--focus") },
  };
}
function wayEdges(nodes) {
  const main = nodes.filter((node) => node.main).sort((a, b) => a.main - b.main);
  return main.slice(1).map((node, i) => ({ id: `way-${i}`, from: main[i].id, to: node.id, width: 5, smooth: false,
    chosen: false, arrows: "", color: { color: inked("--way"), highlight: inked("--way"), hover: inked("--way"), opacity: 0.85 } }));
}
function drawWeb() {
  const nodes = webNodes();
  const ids = new Set(nodes.map((node) => node.id));
  const edges = EDGES.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && edge.from !== edge.to);
  const key = JSON.stringify([state.theme, narrow(), $("web").clientWidth, nodes.map((node) => node.id)]);
  fillWebList(nodes);
  $("said").checked = Boolean(state.said);
  if (key === webKey && web) {
    chooseInWeb();
    return;
  }
  webKey = key;
  const box = $("web"), upright = narrow() || nodes.filter((node) => node.main).length > 11;
  const { at, shape, words } = layWeb(nodes, edges, box.clientWidth - 20, 620, upright, webRank);
  const placed = nodes.filter((node) => at.has(node.id));
  webData = { nodes: placed.map((node) => webLook(node, shape.get(node.id), at.get(node.id))), shape, words,
    edges: [...wayEdges(nodes), ...edges.filter((edge) => at.has(edge.from) && at.has(edge.to)).map(edgeLook)] };
  web?.destroy();
  const whole = webBounds();
  box.style.height = `${Math.min(Math.max(whole.bottom - whole.top + 24, 420), 4000)}px`;
  const labels = words.map((place) => ({ id: `words-${place.words.id}`, x: place.x, y: place.y, shape: "text", label: shape.get(place.words.id).words.join("\n"),
    margin: 2, font: { face: FACE, size: 14, color: inked("--ink"), background: inked("--paper") } }));
  web = new vis.Network(box, { nodes: [...webData.nodes, ...labels], edges: webData.edges }, {
    physics: false, layout: { randomSeed: 11, improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 1e9, keyboard: false, multiselect: false, zoomView: !narrow(), dragView: !narrow(), dragNodes: !narrow() },
    edges: { smooth: { enabled: true, type: "continuous" }, selectionWidth: 2 },
  });
  web.moveTo({ position: { x: (whole.left + whole.right) / 2, y: (whole.top + whole.bottom) / 2 }, animation: false,
    scale: Math.min(1, box.clientWidth / (whole.right - whole.left + 12)) });
  chooseInWeb();
  web.on("click", (event) => {
    const id = Number(String(event.nodes[0] ?? "none").replace("words-", ""));
    if (Number.isInteger(id)) openNode(id);
    else if (Number.isInteger(event.edges[0])) openEdge(event.edges[0]);
    else change({ node: "", link: "" });
  });
  web.on("hoverNode", (event) => showTip(tipOfNode(NODES[Number(String(event.node).replace("words-", ""))]), event.event.clientX, event.event.clientY));
  web.on("hoverEdge", (event) => EDGES[event.edge] && showTip(tipOfEdge(EDGES[event.edge]), event.event.clientX, event.event.clientY));
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) web.on(name, hideTip);
}
function webBounds() {
  const boxes = [...webData.nodes.map((n) => [n, webData.shape.get(n.id)]), ...webData.words.map((place) => [place, place])];
  const of = (side, best) => best(...boxes.map(([n, s]) => side(n, s)));
  return webData.nodes.length
    ? { left: of((n, s) => n.x - s.left, Math.min), right: of((n, s) => n.x + s.left, Math.max), top: of((n, s) => n.y - s.up, Math.min), bottom: of((n, s) => n.y + s.down, Math.max) }
    : { left: -100, right: 100, top: -100, bottom: 100 };
}
function chooseInWeb() {
  if (!web) return;
  const node = byIri.get(state.node);
  if (node && webData.nodes.some((n) => n.id === node.id)) {
    web.selectNodes([node.id]);
    if (web.getScale() < 0.7) web.focus(node.id, { scale: 0.9, animation: calm() ? false : { duration: 300 } });
  } else if (state.link !== "") web.selectEdges([Number(state.link)].filter((n) => webData.edges.some((edge) => edge.id === n)));
  else web.unselectAll();
}
function fillWebList(nodes) {
  const groups = [["Main line", (n) => n.main], ["Sides and organisations", (n) => ["party", "organization"].includes(n.kind)],
    ["People", (n) => n.kind === "person"], ["Places", (n) => n.kind === "place"],
    ["Events and proposals", (n) => !n.main && !n.timeless && n.kind !== "statement"], ["Statements", (n) => n.kind === "statement"]];
  const chosen = byIri.get(state.node);
  $("web-list").replaceChildren(el("option", { value: "" }, "Choose …"), ...groups.map(([name, test]) => {
    const part = nodes.filter(test).sort((a, b) => (a.main - b.main) || (a.first ?? 1e9) - (b.first ?? 1e9) || a.label.localeCompare(b.label, "en"));
    return part.length ? el("optgroup", { label: name }, part.map((n) => el("option", { value: n.id }, (n.main ? `${n.main}. ` : "") + visible(n.label).slice(0, 90)))) : "";
  }).filter(Boolean));
  $("web-list").value = chosen ? String(chosen.id) : "";
}
