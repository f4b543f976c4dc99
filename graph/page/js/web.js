// Connections: the network as pyvis built it, drawn by vis-network, with a list beside it.
let web = null; // the vis.Network, made when the view is first opened
let webData = null;
let webKey = "";
const WEB_MOST = 170;

function webNodes() {
  const chosen = byIri.get(state.node);
  const events = shownNodes();
  const rank = (node) => (node.main ? 1000 : 0) + (node.kind === "statement" ? 0 : 100) + node.outlets.length * 10 + Math.min(edgesOf[node.id].length, 9);
  const keep = new Set([...events].sort((a, b) => rank(b) - rank(a) || a.id - b.id).slice(0, WEB_MOST).map((node) => node.id));
  if (chosen) {
    keep.add(chosen.id);
    edgesOf[chosen.id].slice(0, 60).forEach((edge) => keep.add(edge.from).add(edge.to));
  }
  const named = new Map();
  for (const id of keep) for (const edge of edgesOf[id]) {
    const other = NODES[edge.from === id ? edge.to : edge.from];
    if (other.timeless) named.set(other.id, (named.get(other.id) ?? 0) + 1);
  }
  [...named].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 60).forEach(([id]) => keep.add(id));
  return NODES.filter((node) => keep.has(node.id));
}
const inked = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
function webLook(node) {
  const colour = inked(`--${node.family}`) || node.color;
  const paper = inked("--paper"), ink = inked("--ink");
  const inside = ["box", "ellipse"].includes(node.shape);
  const wide = node.main || node.timeless ? 26 : 22;
  const words = node.kind === "statement" ? "" : wrapped(node.label, wide * 7, LABEL_FONT, 3).join("\n");
  return {
    id: node.id, shape: node.shape, size: node.main ? 20 : Math.max(6, node.size * (node.kind === "statement" ? 0.42 : 0.62)),
    label: node.main ? `${node.main}. ${words}` : words || undefined,
    color: { background: node.hollow || inside ? paper : colour, border: colour,
      highlight: { background: node.hollow || inside ? paper : colour, border: inked("--focus") } },
    borderWidth: node.main ? 3 : node.hollow || inside ? 2 : 1,
    shapeProperties: node.shapeProperties ?? {},
    font: { face: SANS, size: node.main ? 15 : node.timeless ? 13 : 11, color: ink, strokeWidth: inside ? 0 : 4, strokeColor: paper, bold: false },
    margin: 6, mass: node.main ? 3 : node.timeless ? 2 : 1,
  };
}
const EDGE_DASH = { contradicts: [2, 4], about: [1, 4], partOf: [1, 4], deviatesFrom: [6, 4], revisionOf: false, leadsTo: false, respondsTo: false };
function edgeLook(edge) {
  const between = NODES[edge.from].main && NODES[edge.to].main;
  const strong = between || ["contradicts", "deviatesFrom", "revisionOf", "leadsTo"].includes(edge.relation);
  const colour = inked(edge.relation === "contradicts" ? "--breakdown" : strong ? "--line" : "--faint");
  return { id: edge.n, from: edge.from, to: edge.to, arrows: { to: { enabled: true, scaleFactor: 0.5 } }, width: strong ? 2 : 1,
    dashes: EDGE_DASH[edge.relation] ?? false, color: { color: colour, highlight: inked("--focus"), hover: inked("--focus") },
    font: { face: SANS, size: 11, color: inked("--ink"), strokeWidth: 4, strokeColor: inked("--paper") },
    label: strong ? edge.title : undefined };
}
function drawWeb() {
  const nodes = webNodes();
  const ids = new Set(nodes.map((node) => node.id));
  const edges = EDGES.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && edge.from !== edge.to);
  const key = JSON.stringify([state.theme, nodes.map((node) => node.id)]);
  fillWebList(nodes);
  if (key === webKey && web) {
    chooseInWeb();
    return;
  }
  webKey = key;
  const old = web ? web.getPositions() : {};
  webData = { nodes: nodes.map((node) => ({ ...webLook(node), ...(old[node.id] ?? webStart(node)) })), edges: edges.map(edgeLook) };
  web?.destroy();
  web = new vis.Network($("web"), webData, {
    layout: { randomSeed: 11, improvedLayout: false },
    physics: { solver: "barnesHut", barnesHut: { gravitationalConstant: -5200, centralGravity: 0.12, springLength: 105, springConstant: 0.03, avoidOverlap: 0.35 },
      stabilization: { enabled: true, iterations: Object.keys(old).length ? 60 : 220, fit: true } },
    interaction: { hover: true, tooltipDelay: 1e9, keyboard: false, multiselect: false, zoomView: true },
    edges: { smooth: { enabled: true, type: "continuous" }, selectionWidth: 2 },
  });
  web.once("stabilizationIterationsDone", () => {
    web.setOptions({ physics: false });
    web.fit({ animation: false });
    chooseInWeb();
  });
  web.on("click", (event) => {
    if (event.nodes.length) openNode(event.nodes[0]);
    else if (event.edges.length) openEdge(event.edges[0]);
    else change({ node: "", link: "" });
  });
  web.on("hoverNode", (event) => showTip(tipOfNode(NODES[event.node]), event.event.clientX, event.event.clientY));
  web.on("hoverEdge", (event) => showTip(tipOfEdge(EDGES[event.edge]), event.event.clientX, event.event.clientY));
  for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) web.on(name, hideTip);
}
// The first place of a node: time to the right, its lane down, names around.
function webStart(node) {
  const dated = inTime.filter((n) => n.first !== null);
  const first = Math.min(...dated.map((n) => n.first)), last = Math.max(...dated.map((n) => n.last));
  if (node.timeless) return { x: ((node.id * 197) % 1000) - 500, y: ((node.id * 331) % 600) - 300 };
  const x = node.main ? -600 + (node.main / (MAIN.length + 1)) * 1200
    : node.first === null ? 640 : -600 + ((node.first - first) / Math.max(last - first, 1)) * 1200;
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
