// What the page was given: the network as pyvis built it, and what belongs to no node.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const NET = read("parley-network");
const ABOUT = read("parley-about");
const NODES = NET.nodes;
const EDGES = NET.edges;
const MAIN = ABOUT.main;
const TIMELESS = new Set(["person", "party", "organization", "place"]);

let texts = null; // the articles' texts, read from the file when first asked for
const articleText = (number) => (texts ??= read("parley-texts"))[number] ?? "";

// What an article is called where its outlet is not known: its title, else its first words.
const brief = (text) => {
  const words = String(text ?? "").trim().split("\n")[0];
  return words.length > 44 ? `${words.slice(0, 40).replace(/\s+\S*$/, "")} …` : words;
};
ABOUT.articles.forEach((article, number) => {
  const words = article.publisher ? "" : brief(article.title || articleText(number).slice(0, 200));
  article.name = article.publisher || (words ? `“${words}”` : article.file);
});
const nameOfFile = new Map(ABOUT.articles.filter((a) => !a.publisher).map((a) => [a.file, a.name]));
const allNamed = nameOfFile.size === 0;
const countOutlets = (count) => plural(count, allNamed ? "outlet" : "source", allNamed ? "outlets" : "sources");

const DAY = 86400000;
const dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

const byIri = new Map();
const edgesOf = NODES.map(() => []);
for (const node of NODES) {
  for (const list of ["ev", "who", "places", "topics", "outlets", "sides", "roles"]) node[list] ??= [];
  node.outlets = node.outlets.map((name) => nameOfFile.get(name) ?? name);
  node.first = node.b ? dayOf(node.b) : null;
  node.last = node.b ? dayOf(node.l ?? node.b) : null;
  node.main = 0;
  if (node.kind === "deviation") node.label = node.label[0].toUpperCase() + node.label.slice(1);
  node.timeless = TIMELESS.has(node.kind);
  node.published = node.ev
    .map((e) => ABOUT.articles[e.a]?.published)
    .filter(Boolean)
    .sort()[0] ?? null;
  for (const iri of [node.iri, ...(node.also ?? [])]) byIri.set(iri, node);
}
MAIN.forEach((id, place) => (NODES[id].main = place + 1));
EDGES.forEach((edge, number) => {
  edge.n = number;
  edge.ev ??= [];
  edgesOf[edge.from].push(edge);
  if (edge.to !== edge.from) edgesOf[edge.to].push(edge);
});

// Control characters, direction overrides and halves of characters are shown by a sign
// each, one for one, so that offsets stay right and nothing hides.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu;
const sign = (c) => {
  const code = c.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
};
const visible = (value) => String(value ?? "").replace(/\r\n/g, " \n").replace(HIDDEN, sign);

// Elements are only ever made here, and strings only ever enter as text.
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : visible(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(visible(child)));
  }
  return element;
}
const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const SVG = "http://www.w3.org/2000/svg";
const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);
const $ = (id) => document.getElementById(id);

const webLink = (url) => (/^https?:\/\/[^\s]+$/i.test(String(url ?? "")) ? String(url) : null);
const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const listed = (names) => [...new Set(names)].sort((a, b) => a.localeCompare(b, "en"));
const say = (message) => ($("live").textContent = visible(message));
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const narrow = () => matchMedia("(max-width: 900px)").matches;
