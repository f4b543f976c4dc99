// Putting it together: views, themes, the pointer, and what is drawn when.
const DRAW = { story: drawStory, web: drawWeb, timeline: drawTimeline, positions: drawPositions, proposals: drawProposals };

function tipOfNode(node) {
  return [el("b", {}, node.label), el("span", {}, [typeName(node), modalityWords(node), node.timeless ? "" : whenWords(node),
    node.outlets.length ? countOutlets(node.outlets.length) : ""].filter(Boolean).join(" · "))];
}
function tipOfEdge(edge) {
  return [el("span", {}, NODES[edge.from].label), el("b", {}, relationWords(edge, false)), el("span", {}, NODES[edge.to].label)];
}
function showTip(content, x, y) {
  const tip = $("tip");
  tip.replaceChildren(...content);
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - box.width - 8))}px`;
  tip.style.top = `${y + 18 + box.height > innerHeight ? y - box.height - 12 : y + 18}px`;
}
const hideTip = () => ($("tip").hidden = true);

function setUpDrawing() {
  const box = $("drawing");
  box.addEventListener("click", (event) => {
    const item = event.target.closest("[data-n], [data-e]");
    if (item?.dataset.n !== undefined) {
      const id = Number(item.dataset.n);
      backTo = id;
      openNode(id);
      moveTo(id, { focus: item.classList.contains("mark") });
    } else if (item) openEdge(Number(item.dataset.e));
    else if (state.node || state.link) change({ node: "", link: "" });
  });
  box.addEventListener("keydown", storyKey);
  box.addEventListener("scroll", slideNames, { passive: true });
  const over = (event) => {
    const item = event.target.closest?.("[data-n], [data-e]");
    if (!item) return hideTip();
    const soft = item.classList.contains("card");
    if (soft) return hideTip();
    const content = item.dataset.n !== undefined ? tipOfNode(NODES[Number(item.dataset.n)]) : tipOfEdge(EDGES[Number(item.dataset.e)]);
    const where = item.getBoundingClientRect();
    return showTip(content, event.clientX || where.right, event.clientY || where.bottom);
  };
  box.addEventListener("pointerover", over);
  box.addEventListener("pointerleave", hideTip);
  box.addEventListener("focusin", (event) => event.target.matches?.(".mark:focus-visible") && over(event));
  box.addEventListener("focusout", hideTip);
  for (const [id, by] of [["zoom-in", 1.6], ["zoom-out", 1 / 1.6], ["zoom-fit", 0]])
    $(id).addEventListener("click", () => {
      const zoom = by ? Math.min(Math.max((Number(state.zoom) || 1) * by, 1), 16) : 1;
      change({ zoom: zoom === 1 ? "" : zoom.toFixed(2) });
      if (state.node) moveTo(byIri.get(state.node)?.id, { focus: false });
    });
  $("more").addEventListener("click", () => change({ all: state.all ? "" : "1" }));
}
function setUpTabs() {
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => change({ view: tab.dataset.view }));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const to = step ? tabs[(i + step + tabs.length) % tabs.length] : event.key === "Home" ? tabs[0] : event.key === "End" ? tabs.at(-1) : null;
      if (!to) return;
      event.preventDefault();
      change({ view: to.dataset.view });
      to.focus();
    });
  });
}
function showTheme() {
  if (state.theme) document.documentElement.dataset.theme = state.theme;
  else delete document.documentElement.dataset.theme;
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  $("theme").textContent = dark ? "Light" : "Dark";
  $("theme").setAttribute("aria-label", dark ? "Switch to light colours" : "Switch to dark colours");
}
function showView() {
  for (const view of VIEWS) {
    const here = view === state.view;
    $(`view-${view}`).hidden = !here;
    $(`tab-${view}`).setAttribute("aria-selected", String(here));
    $(`tab-${view}`).setAttribute("tabindex", here ? "0" : "-1");
  }
  $("save-png").hidden = $("save-svg").hidden = !["story", "web"].includes(state.view);
  document.body.dataset.view = state.view;
}
const SELECTION = new Set(["node", "link", "q"]);
function update(before) {
  const changed = Object.keys(BLANK).filter((key) => !before || before[key] !== state[key]);
  if (!changed.length) return;
  if (changed.includes("theme")) showTheme();
  if (changed.includes("view")) showView();
  if (changed.some((key) => FILTERS.includes(key))) {
    listedUpTo = CHUNK;
    showFilters();
  }
  const only = changed.every((key) => SELECTION.has(key));
  if (changed.some((key) => key !== "q" && key !== "zoom" && key !== "theme")) showPanel();
  if (!only) DRAW[state.view]();
  else if (changed.some((key) => key !== "q")) {
    if (state.view === "web") drawWeb();
    else if (state.view === "story") {
      const id = byIri.get(state.node)?.id;
      if (id !== undefined && !NODES[id].timeless && !drawing.spots.has(id) && matches(NODES[id])) drawStory();
      else showSelection();
    }
  }
  if (before && changed.some((key) => FILTERS.includes(key))) say(`${plural(shownNodes().length, "thing", "things")} shown`);
}
// How many articles, and of how many outlets as far as the articles name them.
function toldBy() {
  const named = ABOUT.articles.filter((article) => article.publisher);
  const count = new Set(named.map((article) => article.publisher)).size;
  const articles = plural(ABOUT.articles.length, "article", "articles"), outlets = plural(count, "outlet", "outlets");
  if (named.length === ABOUT.articles.length) return `As told by ${articles} from ${outlets}`;
  return `As told by ${articles}, ${count ? outlets.replace(/^1 /, "one ") : "no outlet"} named`;
}
function standfirst() {
  const days = inTime.filter((node) => node.first !== null && !coarse(node));
  const first = days.length ? Math.min(...days.map((n) => n.first)) : null;
  const last = days.length ? Math.max(...days.map((n) => n.last)) : null;
  const kinds = (kind) => inTime.filter((node) => node.kind === kind).length;
  const said = inTime.filter((node) => node.kind === "statement").reduce((sum, node) => sum + 1 + (node.also?.length ?? 0), 0);
  const counts = [[kinds("event"), "event", "events"], [proposalRows().length || kinds("proposal"), "proposal", "proposals"], [said, "statement", "statements"]]
    .filter(([n]) => n).map(([n, one, many]) => plural(n, one, many));
  return [`${toldBy()}.`, counts.length ? ` ${counts.join(", ")}` : "", counts.length && first !== null ? ", " : "",
    first === null ? "" : spanWords(first, last), counts.length || first !== null ? "." : ""].join("");
}
function legend() {
  const used = new Set(inTime.map((node) => node.family));
  const item = (drawn, words) => el("li", {}, drawn, words);
  const sample = (changes) => {
    const icon = svg("svg", { viewBox: "-12 -12 24 24", width: 18, height: 18, "aria-hidden": "true" });
    icon.append(mark({ family: "talks", shape: "dot", modality: "actual", ...changes }, 7));
    return icon;
  };
  const rule = (relation) => {
    const icon = svg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true" });
    icon.append(svg("g", { class: `edge r-${relation} sample` }, svg("path", { class: "line", d: "M1,6L29,6" })));
    return icon;
  };
  const relations = listed(EDGES.filter((e) => !NODES[e.from].timeless && !NODES[e.to].timeless).map((e) => e.relation));
  $("legend").replaceChildren(
    el("ul", {}, Object.entries(ABOUT.looks).filter(([family]) => used.has(family)).map(([family, look]) => item(sample({ family, shape: look.shape }), look.label))),
    el("ul", {}, item(sample({ hollow: true, modality: "planned" }), "Planned"), item(sample({ hollow: true, modality: "hypothetical" }), "Possible"),
      item(sample({ hollow: true, modality: "negated" }), "Denied, or did not happen"), el("li", {}, `Larger: more ${allNamed ? "outlets" : "sources"} tell it`)),
    relations.length ? el("ul", {}, relations.map((relation) => item(rule(relation), (ABOUT.relations[relation] ?? [relation])[0]))) : "");
}

function start() {
  readFragment();
  $("standfirst").textContent = visible(standfirst());
  $("search").value = state.q;
  if (narrow()) $("search").placeholder = "Search";
  setUpTabs();
  setUpFilters();
  setUpSearch();
  setUpSaving();
  setUpDrawing();
  legend();
  onState(update);
  $("theme").addEventListener("click", () => {
    const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    change({ theme: dark ? "light" : "dark" });
  });
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light"; // dark paper is no use
    listedUpTo = Infinity;
    if (state.view === "timeline") drawTimeline();
  });
  addEventListener("afterprint", () => {
    listedUpTo = CHUNK;
    if (state.view === "timeline") drawTimeline();
    showTheme();
  });
  $("panel-body").addEventListener("scroll", showEnd, { passive: true });
  $("said").addEventListener("change", (event) => change({ said: event.target.checked ? "1" : "" }));
  $("web-list").addEventListener("change", (event) => event.target.value && openNode(Number(event.target.value)));
  for (const place of [$("panel"), $("steps"), $("timeline"), $("positions"), $("proposals")])
    place.addEventListener("click", (event) => {
      const item = event.target.closest("[data-n], [data-e]");
      if (!item || item.closest("[disabled]")) return;
      if (item.dataset.n !== undefined) {
        const id = Number(item.dataset.n);
        if (place.id !== "panel") backTo = null;
        openNode(id, { focus: true });
        if (state.view === "story" && !NODES[id].timeless) moveTo(id, { focus: false });
      } else openEdge(Number(item.dataset.e), { focus: true });
    });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (state.node || state.link) && event.target !== $("search")) closePanel();
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      $("search").focus();
    }
  });
  $("skip").addEventListener("click", (event) => {
    event.preventDefault();
    $("main").focus();
  });
  addEventListener("hashchange", () => {
    const before = { ...state };
    readFragment();
    $("search").value = state.q;
    update(before);
  });
  let width = innerWidth, waiting = 0;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => state.view === "story" && drawStory());
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  update(null);
  if (state.node && state.view === "story") moveTo(byIri.get(state.node)?.id, { focus: false });
  document.documentElement.dataset.ready = "yes";
}
start();
