// The panel: what is known of one thing, and the words that it was read from.
let backTo = null; // where the focus was before the panel took it

function openNode(id, { focus = false } = {}) {
  if (focus) backTo = id;
  change({ node: NODES[id].iri, link: "" });
  if (focus) $("panel-title")?.focus({ preventScroll: !narrow() });
}
function openEdge(number, { focus = false } = {}) {
  change({ node: "", link: String(number) });
  if (focus) $("panel-title")?.focus({ preventScroll: !narrow() });
}
function closePanel() {
  const id = backTo;
  backTo = null;
  change({ node: "", link: "" });
  if (id === null || state.view !== "story" || !moveTo(id)) document.querySelector('[role="tab"][aria-selected="true"]')?.focus();
}

function showPanel() {
  const node = byIri.get(state.node);
  const edge = state.link === "" ? null : EDGES[Number(state.link)];
  const panel = $("panel");
  panel.classList.toggle("open", Boolean(node || edge));
  document.body.classList.toggle("reading", Boolean(node || edge));
  const content = node ? nodePanel(node) : edge ? edgePanel(edge) : startPanel();
  $("panel-body").replaceChildren(...content.flat().filter(Boolean));
  $("panel-body").scrollTop = 0;
  showEnd();
}
// More below: the last line fades until the end is in sight.
function showEnd() {
  const body = $("panel-body");
  $("panel").classList.toggle("at-end", body.scrollTop + body.clientHeight >= body.scrollHeight - 4);
}
const head = (kicker, title, { closable = true } = {}) => [
  closable ? el("button", { type: "button", class: "close", onclick: closePanel, "aria-label": "Close" }, "×") : null,
  kicker,
  el("h2", { id: "panel-title", tabindex: "-1" }, title),
];
const chip = (node) => {
  const icon = svg("svg", { viewBox: "-14 -14 28 28", width: 16, height: 16, "aria-hidden": "true" });
  icon.append(mark(node, 9));
  return icon;
};
const nodeButton = (node, more = "", { own = false } = {}) =>
  el("button", { type: "button", class: "to-node", data: { n: node.id } }, chip(node),
    el("span", {}, own && node.kind === "statement" ? sayingOf(node, 140) : node.label, more ? el("small", {}, more) : ""));
const fact = (name, ...value) => [el("dt", {}, name), el("dd", {}, ...value)];

function startPanel() {
  const main = MAIN.map((id) => NODES[id]).filter(matches);
  return [
    head(el("p", { class: "kicker" }, "Start here"), !main.length ? "Nothing chosen" : main.length < MAIN.length
      ? `The main line: ${main.length} of ${MAIN.length} steps` : `The main line, in ${plural(main.length, "step", "steps")}`, { closable: false }),
    main.length ? el("ol", { class: "steps told" }, main.map((node) => stepItem(node, { told: true }))) : el("p", {}, "No main line was found, or the filters leave none of it."),
    el("p", { class: "hint" }, "Choose a step or any mark to read the sentences it comes from. Fainter marks are everything else that the articles tell."),
  ];
}

function nodePanel(node) {
  const evidence = node.timeless ? node.ev.slice(0, 6) : knownEvidence(node.ev);
  const kicker = el("p", { class: `kicker f-${node.family}` }, chip(node), typeName(node),
    modalityWords(node) ? el("span", { class: "tag" }, modalityWords(node)) : "",
    node.main ? el("span", { class: "tag main" }, `Main line, ${node.main} of ${MAIN.length}`) : "");
  const facts = [];
  if (!node.timeless) {
    const precise = PRECISION[node.precision] ?? "";
    facts.push(...fact("When", el("b", {}, whenWords(node)),
      node.first !== null && precise ? `, known ${precise}` : "",
      node.basis ? el("span", { class: "basis" }, " – ", BASIS[node.basis] ?? node.basis) : ""));
  }
  if (node.speaker) facts.push(...fact("Said by", nameButton(node.speaker)));
  const who = node.who.filter((name) => name !== node.speaker);
  if (who.length) facts.push(...fact("Who", joined(who.map(nameButton))));
  if (node.places.length) facts.push(...fact("Where", node.places.join(", ")));
  if (node.topics.length) facts.push(...fact("About", node.topics.slice(0, 6).join(", "), node.topics.length > 6 ? ` and ${node.topics.length - 6} more` : ""));
  if (node.roles.length) facts.push(...fact("Described as", node.roles.slice(0, 4).join("; ")));
  return [
    head(kicker, node.kind === "statement" && node.text ? [node.speaker || "Somebody", ": ", sayingOf(node, 260)] : node.label),
    facts.length ? el("dl", { class: "facts" }, facts) : null,
    alongLine(node),
    node.timeless ? ofEntity(node) : null,
    node.timeless && evidence.length
      ? el("details", {}, el("summary", {}, "Where the articles name it"),
          evidence.map((e) => quotation(e, { open: e.s === undefined ? null : () => openArticle(node, e) })))
      : evidence.length
      ? el("section", { "aria-labelledby": "ev-head" },
          el("h3", { id: "ev-head" }, told(node, evidence)),
          evidence.map((e) => quotation(e, { speaker: "", open: e.s === undefined ? null : () => openArticle(node, e) })))
      : el("p", { class: "hint" }, node.timeless ? "" : "No sentence is kept for this."),
    provisionsOf(node),
    connections(node),
  ];
}
// What is proposed, by topic: of a proposal, or of the event that put it forward.
function provisionsOf(node) {
  const rows = proposalRows().filter((row) => row.iri === node.iri || node.also?.includes(row.iri));
  const kept = rows.flatMap((row) => row.provisions ?? []).filter((p) => !state.known || knownEvidence(evidenceOf(p)).length);
  if (!kept.length) return null;
  const topics = [...new Set(kept.map((p) => p.topic || "other"))];
  return el("section", { class: "terms", "aria-labelledby": "terms-head" },
    el("h3", { id: "terms-head" }, `What it proposes (${kept.length})`),
    topics.map((topic) => [el("h4", {}, titled(visible(topic))), el("ul", {}, kept.filter((p) => (p.topic || "other") === topic).map((p) => provisionItem(p, null)))]),
    el("button", { type: "button", class: "link", onclick: () => change({ view: "proposals" }) }, "Compare proposals side by side"));
}
const told = (node, evidence) => {
  const outlets = new Set(evidence.map(outletOf)).size;
  return `${plural(evidence.length, "sentence", "sentences")} in ${countOutlets(outlets)}`;
};
const joined = (items) => items.flatMap((item, i) => (i ? [", ", item] : [item]));
function nameButton(name) {
  const node = NODES.find((n) => n.timeless && n.label === name && n.kind !== "place");
  return node ? el("button", { type: "button", class: "link", data: { n: node.id } }, name) : name;
}

// Previous and next on the line that the thing stands on.
function alongLine(node) {
  if (node.timeless) return null;
  const line = node.main
    ? MAIN.map((id) => NODES[id]).filter(matches)
    : shownNodes().filter((n) => n.lane === node.lane && !n.main && (n.kind === "statement") === (node.kind === "statement"))
        .sort((a, b) => (a.first ?? 1e9) - (b.first ?? 1e9) || a.id - b.id);
  const place = line.indexOf(node);
  const name = node.main ? "main line" : ABOUT.lanes[node.lane]?.label ?? "line";
  const step = (to, words) =>
    el("button", { type: "button", disabled: !to, title: to?.label, onclick: () => {
      openNode(to.id, { focus: true });
      if (state.view === "story") moveTo(to.id, { focus: false });
    } }, words);
  return el("div", { class: "along", role: "group", "aria-label": `Along: ${name}` },
    step(line[place - 1], "← Previous"), el("span", {}, titled(name)), step(line[place + 1], "Next →"));
}

function connections(node) {
  const groups = new Map();
  for (const edge of edgesOf[node.id]) {
    const back = edge.to === node.id;
    const other = NODES[back ? edge.from : edge.to];
    if (node.timeless && !other.timeless) continue;
    if (!node.timeless && other.timeless) continue;
    const words = relationWords(edge, back);
    if (!groups.has(words)) groups.set(words, []);
    groups.get(words).push([edge, other]);
  }
  if (!groups.size) return null;
  return el("section", { class: "connections", "aria-labelledby": "con-head" }, el("h3", { id: "con-head" }, "Connected to"),
    [...groups].map(([words, pairs]) => [
      el("h4", {}, titled(words)),
      el("ul", {}, pairs.slice(0, 12).map(([edge, other]) => el("li", {}, nodeButton(other, other.timeless ? "" : whenWords(other)),
        el("button", { type: "button", class: "link why", data: { e: edge.n }, "aria-label": `Why: ${words} ${other.label}` }, "why?"))),
        pairs.length > 12 ? el("li", { class: "hint" }, `and ${pairs.length - 12} more`) : ""),
    ]));
}
function ofEntity(node) {
  const theirs = inTime.filter((n) => matches(n) && (n.speaker === node.label || n.who.includes(node.label) || n.places.includes(node.label)))
    .sort((a, b) => (a.first ?? 1e9) - (b.first ?? 1e9) || a.id - b.id);
  const lists = [["Said", theirs.filter((n) => n.kind === "statement" && n.speaker === node.label)],
    ["Took part in", theirs.filter((n) => n.kind !== "statement")]];
  return lists.filter(([, list]) => list.length).map(([name, list]) =>
    el("section", { class: "connections" }, el("h3", {}, `${name} (${list.length})`),
      el("ul", {}, list.slice(0, 40).map((n) => el("li", {}, nodeButton(n, whenWords(n), { own: n.speaker === node.label }))),
        list.length > 40 ? el("li", { class: "hint" }, `and ${list.length - 40} more`) : "")));
}

function edgePanel(edge) {
  const a = NODES[edge.from], b = NODES[edge.to];
  const words = relationWords(edge, false);
  return [
    head(el("p", { class: "kicker" }, "Relation"), `${a.label} ${words} ${b.label}`),
    el("div", { class: "relation" }, nodeButton(a, whenWords(a)), el("p", {}, words), nodeButton(b, whenWords(b))),
    el("dl", { class: "facts" },
      edge.about ? fact("About", edge.about) : "",
      edge.rule ? fact("Why", titled(visible(edge.rule))) : "",
      edge.confidence !== undefined ? fact("How sure", `${sureness(edge.confidence)} (${Math.round(edge.confidence * 100)} %)`) : ""),
    el("section", {}, el("h3", {}, "The words"),
      edge.ev.length ? edge.ev.map((e) => quotation(e, { open: e.s === undefined ? null : () => openArticle(a, e, edge.ev) }))
        : el("p", { class: "hint" }, "This follows from the two things themselves; no sentence says it.")),
  ];
}

// Paragraphs stand apart where each is one line of the file.
function spaced(part, text) {
  const lines = text.split("\n").filter((line) => line.trim());
  const broken = lines.filter((line) => line.length > 100).length < lines.length / 3; // lines of a fixed length
  return broken ? part : part.replace(/(?<!\n)\n(?!\n)/g, "\n\n");
}
// The whole article with every span of the thing marked, at the place that was asked for.
function openArticle(node, at, evidence = node.ev) {
  const article = ABOUT.articles[at.a];
  const text = articleText(at.a);
  const spans = evidence.filter((e) => e.a === at.a && e.s !== undefined).sort((x, y) => x.s - y.s || y.e - x.e);
  const pieces = [];
  let done = 0;
  for (const span of spans) {
    const s = Math.max(span.s, done);
    if (span.e <= s) continue;
    pieces.push(spaced(text.slice(done, s), text), el("mark", { class: span.s <= at.s && at.s < span.e ? "here" : "" }, text.slice(s, span.e)));
    done = span.e;
  }
  pieces.push(spaced(text.slice(done), text));
  const link = webLink(article.url);
  const body = $("panel-body");
  const back = el("button", { type: "button", class: "back", onclick: () => {
    showPanel();
    $("panel-title").focus({ preventScroll: true });
  } }, "← Back");
  body.replaceChildren(
    el("div", { class: "back-bar" }, back),
    el("p", { class: "kicker" }, "Article"),
    el("h2", { id: "panel-title", tabindex: "-1" }, article.title || article.file),
    el("p", { class: "byline" }, [article.publisher, article.published ? isoWords(article.published) : "undated",
      article.published && BASIS[article.published_basis] ? `date ${BASIS[article.published_basis]}` : "", article.file].filter(Boolean).join(" · "),
      article.url ? [" · ", link ? el("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, "original page") : article.url] : ""),
    article.published_reasons?.length ? el("details", { class: "reasons" }, el("summary", {}, "How its date was found"),
      el("ul", {}, article.published_reasons.map((reason) => el("li", {}, reason)))) : "",
    el("div", { class: "article", tabindex: "0", role: "region", "aria-label": "Text of the article" }, pieces));
  const here = body.querySelector("mark.here");
  if (here) {
    body.scrollTop = 0;
    const top = here.getBoundingClientRect().top - body.getBoundingClientRect().top;
    body.scrollTop = Math.max(0, top - body.clientHeight / 3);
  }
  $("panel-title").focus({ preventScroll: true });
}
