// Connections: the network as pyvis built it, drawn by vis-network, with a list beside it.
let web = null; // the vis.Network, made when the view is first opened
let webData = null;
let webKey = "";
const WEB_MOST = 100;
const FACE = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"; // vis-network drops quotes

function webNodes() {
  const chosen = byIri.get(state.node);
  const events = shownNodes();
  const rank = (node) => (node.main ? 1000 : 0) + (node.kind === "statement" ? 0 : 100) + node.outlets.length * 10 + Math.min(edgesOf[node.id].length, 9);
  const between = (node) => edgesOf[node.id].some((edge) => {
    const other = NODES[edge.from === node.id ? edge.to : edge.from];
    return !other.timeless && other.kind !== "statement" && matches(other);
  });
  const wanted = events.filter((node) => node.main || (node.kind === "statement" ? state.said || between(node) : edgesOf[node.id].length));
  const keep = new Set(wanted.sort((a, b) => rank(b) - rank(a) || a.id - b.id).slice(0, WEB_MOST).map((node) => node.id));
  if (chosen) {
    keep.add(chosen.id);
    edgesOf[chosen.id].slice(0, 30).forEach((edge) => keep.add(edge.from).add(edge.to));
  }
  const named = new Map();
  for (const id of keep) for (const edge of edgesOf[id]) {
    const other = NODES[edge.from === id ? edge.to : edge.from];
    if (other.timeless) named.set(other.id, (named.get(other.id) ?? 0) + 1);
  }
  [...named].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 40).forEach(([id]) => keep.add(id));
  const start = [...MAIN.filter((id) => keep.has(id)), ...(chosen ? [chosen.id] : [])];
  if (!start.length) return NODES.filter((node) => keep.has(node.id));
  const reached = new Set(start);
  for (const id of reached) for (const edge of edgesOf[id]) for (const end of [edge.from, edge.to]) if (keep.has(end)) reached.add(end);
  return NODES.filter((node) => reached.has(node.id));
}
const inked = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function webLook(node) {
  const colour = inked(`--${node.family}`) || node.color;
  const paper = inked("--paper"), ink = inked("--ink");
  const inside = ["box", "ellipse"].includes(node.shape);
  const words = node.kind === "statement" ? "" : wrapped(node.label, 110, LABEL_FONT, 3).join("\n");
  return {
    id: node.id, shape: node.shape, size: node.main ? 26 : Math.max(8, node.size * (node.kind === "statement" ? 0.5 : 0.8)),
    label: node.main ? `${node.main}. ${words}` : words || undefined,
    color: { background: node.hollow || inside ? paper : colour, border: colour,
      highlight: { background: node.hollow || inside ? paper : colour, border: inked("--focus") } },
    borderWidth: node.main ? 3 : node.hollow || inside ? 2 : 1,
    shapeProperties: node.shapeProperties ?? {},
    font: { face: FACE, size: node.main ? 22 : node.timeless ? 19 : 16, color: ink, strokeWidth: inside ? 0 : 4, strokeColor: paper, bold: false },
    margin: 7, mass: node.main ? 6 : node.timeless ? 2.5 : 1.2, ...(node.main ? { fixed: { x: true, y: true } } : {}),
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
// The main line runs from left to right here too; the rest finds its place around it.
const WAY_STEP = MAIN.length > 6 ? 250 : 300;
const WAY_RISE = MAIN.length > 6 ? 70 : 50;
function wayEdges(nodes) {
  const main = nodes.filter((node) => node.main).sort((a, b) => a.main - b.main);
  return main.slice(1).map((node, i) => ({ id: `way-${i}`, from: main[i].id, to: node.id, width: 6, physics: false, smooth: false,
    chosen: false, arrows: "", color: { color: inked("--way"), highlight: inked("--way"), hover: inked("--way"), opacity: 0.85 } }));
}
function drawWeb() {
  const nodes = webNodes();
  const ids = new Set(nodes.map((node) => node.id));
  const edges = EDGES.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && edge.from !== edge.to);
  const key = JSON.stringify([state.theme, nodes.map((node) => node.id)]);
  fillWebList(nodes);
  $("said").checked = Boolean(state.said);
  if (key === webKey && web) {
    chooseInWeb();
    return;
  }
  webKey = key;
  const old = web ? web.getPositions() : {};
  // Unseen nodes keep the words under the main line free.
  const guards = nodes.filter((node) => node.main).map((node) => {
    const at = webStart(node);
    return { id: `guard-${node.id}`, x: at.x, y: at.y + 62, fixed: true, hidden: true, mass: 6, size: 60, shape: "dot" };
  });
  webData = { nodes: nodes.map((node) => ({ ...webLook(node), ...(old[node.id] ?? webStart(node)) })), edges: [...wayEdges(nodes), ...edges.map(edgeLook)] };
  web?.destroy();
  web = new vis.Network($("web"), { nodes: [...webData.nodes, ...guards], edges: webData.edges }, {
    layout: { randomSeed: 11, improvedLayout: false },
    physics: { solver: "barnesHut", barnesHut: { gravitationalConstant: -6500, centralGravity: 0.6, springLength: 70, springConstant: 0.04, avoidOverlap: 0.5 },
      stabilization: { enabled: true, iterations: Object.keys(old).length ? 60 : 220, fit: true } },
    interaction: { hover: true, tooltipDelay: 1e9, keyboard: false, multiselect: false, zoomView: true },
    edges: { smooth: { enabled: true, type: "continuous" }, selectionWidth: 2 },
  });
  web.once("stabilizationIterationsDone", () => {
    web.setOptions({ physics: false });
    web.fit({ nodes: webData.nodes.map((node) => node.id), animation: false });
    if (narrow() && MAIN.length) web.moveTo({ position: web.getPositions([MAIN[0]])[MAIN[0]] ?? { x: 0, y: 0 }, scale: 0.55, offset: { x: -90, y: 0 } });
    chooseInWeb();
  });
  web.on("click", (event) => {
    if (Number.isInteger(event.nodes[0])) openNode(event.nodes[0]);
    else if (Number.isInteger(event.edges[0])) openEdge(event.edges[0]);
    else change({ node: "", link: "" });
  });
  web.on("hoverNode", (event) => showTip(tipOfNode(NODES[event.node]), event.event.clientX, event.event.clientY));
  web.on("hoverEdge", (event) => EDGES[event.edge] && showTip(tipOfEdge(EDGES[event.edge]), event.event.clientX, event.event.clientY));
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) web.on(name, hideTip);
}
// The first place of a node: time to the right, its lane down, names around.
function webStart(node) {
  const dated = inTime.filter((n) => n.first !== null);
  const first = Math.min(...dated.map((n) => n.first)), last = Math.max(...dated.map((n) => n.last));
  if (node.timeless) return { x: ((node.id * 197) % 1000) - 500, y: ((node.id * 331) % 600) - 300 };
  if (node.main) return { x: (node.main - (MAIN.length + 1) / 2) * WAY_STEP, y: node.main % 2 ? -WAY_RISE : WAY_RISE };
  const x = node.first === null ? 640 : -600 + ((node.first - first) / Math.max(last - first, 1)) * 1200;
  return { x: x + ((node.id * 37) % 60), y: ((node.lane ?? 0) - ABOUT.lanes.length / 2) * 150 + ((node.id * 53) % 90) };
}
function chooseInWeb() {
  if (!web) return;
  const node = byIri.get(state.node);
  if (node && webData.nodes.some((n) => n.id === node.id)) {
    web.selectNodes([node.id]);
    web.focus(node.id, { scale: Math.max(web.getScale(), 0.8), animation: calm() ? false : { duration: 300 } });
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
