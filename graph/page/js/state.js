// What is being looked at: kept in the address after #, so that a view can be shared.
const VIEWS = ["story", "web", "timeline", "positions", "proposals"];
const BLANK = { view: "story", q: "", type: "", side: "", person: "", topic: "", outlet: "",
  from: "", to: "", known: "", node: "", link: "", zoom: "", all: "", said: "", theme: "" };
const FILTERS = ["type", "side", "person", "topic", "outlet", "from", "to", "known"];
const state = { ...BLANK };
const listeners = [];
const onState = (listener) => listeners.push(listener);

function readFragment() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const key of Object.keys(BLANK)) state[key] = given.get(key) ?? BLANK[key];
  if (!VIEWS.includes(state.view)) state.view = "story";
  for (const key of ["from", "to", "known"]) if (!/^\d{4}-\d{2}-\d{2}$/.test(state[key])) state[key] = "";
}
function writeFragment() {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) if (value !== BLANK[key]) out.set(key, value);
  try {
    history.replaceState(null, "", `#${out}`);
  } catch {
    // A page inside a notebook has no address of its own.
  }
}
function change(values) {
  const before = { ...state };
  Object.assign(state, values);
  writeFragment();
  listeners.forEach((listener) => listener(before));
}

const personsOf = (node) => (node.kind === "statement" && node.speaker ? [node.speaker] : node.who);
// Evidence that a reader had on the chosen day; all of it while no day is chosen.
const knownEvidence = (things) =>
  state.known
    ? things.filter((e) => (ABOUT.articles[e.a]?.published ?? "9999") <= state.known)
    : things;

function matches(node) {
  if (state.type && node.type !== state.type && node.kind !== state.type) return false;
  if (state.side && !node.sides.includes(state.side) && !node.who.includes(state.side)) return false;
  if (state.person && !personsOf(node).includes(state.person) && node.speaker !== state.person &&
      !node.who.includes(state.person)) return false;
  if (state.topic && !node.topics.includes(state.topic)) return false;
  if (state.outlet && !node.outlets.includes(state.outlet)) return false;
  if (state.from || state.to) {
    if (node.first === null) return false;
    if (state.from && node.last < dayOf(state.from)) return false;
    if (state.to && node.first > dayOf(state.to)) return false;
  }
  if (state.known && node.ev.length && !knownEvidence(node.ev).length) return false;
  return true;
}
const inTime = NODES.filter((node) => !node.timeless);
const shownNodes = () => inTime.filter(matches);

// A large graph opens with the main line and what touches it.
const MANY = 500;
const NEAR = 150;
function nearFirst(nodes) {
  if (nodes.length <= MANY || state.all) return { drawn: nodes, left: 0 };
  const keep = new Set(nodes.filter((node) => node.main).map((node) => node.id));
  const rank = (node) => node.outlets.length * 10 + (node.kind === "statement" ? 0 : 5) + Math.min(edgesOf[node.id].length, 9);
  const touching = new Set();
  for (const id of MAIN) for (const edge of edgesOf[id]) touching.add(edge.from).add(edge.to);
  const rest = nodes
    .filter((node) => !keep.has(node.id))
    .sort((a, b) => touching.has(b.id) - touching.has(a.id) || rank(b) - rank(a) || a.id - b.id);
  for (const node of rest.slice(0, NEAR)) keep.add(node.id);
  if (state.node) keep.add(byIri.get(state.node)?.id);
  const drawn = nodes.filter((node) => keep.has(node.id));
  return { drawn, left: nodes.length - drawn.length };
}
