// Filters: what is shown, and what was known on a day.
const FILTER_NAMES = { type: "Type", side: "Side", person: "Person", topic: "Topic", outlet: "Outlet",
  from: "From", to: "To", known: "As known on" };
function choices() {
  const parties = new Set(ABOUT.lanes.filter((lane) => lane.kind === "side").map((lane) => lane.label));
  for (const node of NODES) if (node.kind === "party") parties.add(node.label);
  const people = new Set(NODES.filter((node) => node.kind === "person").map((node) => node.label));
  return {
    type: listed(inTime.map((node) => node.type)).map((type) => [type, TYPE_NAMES[type] ?? titled(type)]),
    side: listed(parties).map((name) => [name, name]),
    person: listed(people).map((name) => [name, name]),
    topic: listed(inTime.flatMap((node) => node.topics)).map((name) => [name, titled(name)]),
    outlet: listed(inTime.flatMap((node) => node.outlets)).map((name) => [name, name]),
  };
}
function setUpFilters() {
  const all = choices();
  for (const [name, options] of Object.entries(all)) {
    const select = $(`f-${name}`);
    select.replaceChildren(el("option", { value: "" }, "All"), ...options.map(([value, words]) => el("option", { value }, words)));
    select.disabled = !options.length;
  }
  for (const name of FILTERS) $(`f-${name}`).addEventListener("change", (event) => change({ [name]: event.target.value }));
  const dated = inTime.filter((node) => node.first !== null);
  const published = ABOUT.articles.map((article) => article.published).filter(Boolean).sort();
  if (dated.length) {
    const first = isoOf(Math.min(...dated.map((n) => n.first))), last = isoOf(Math.max(...dated.map((n) => n.last)));
    for (const name of ["from", "to"]) Object.assign($(`f-${name}`), { min: first, max: last });
  }
  if (published.length) Object.assign($("f-known"), { min: published[0], max: published.at(-1) });
  $("reset").addEventListener("click", reset);
}
function reset() {
  change({ ...BLANK, theme: state.theme, view: state.view });
  $("search").value = "";
  say("Everything is shown again");
}
function showFilters() {
  for (const name of FILTERS) if ($(`f-${name}`).value !== state[name]) $(`f-${name}`).value = state[name];
  const set = FILTERS.filter((name) => state[name]);
  const shown = shownNodes().length;
  $("filter-count").textContent = set.length ? `(${set.length})` : "";
  $("active").replaceChildren(
    el("span", { class: "count" }, set.length ? `${shown.toLocaleString("en")} of ${plural(inTime.length, "thing", "things")} shown` : ""),
    ...set.map((name) => {
      const value = name === "type" ? TYPE_NAMES[state[name]] ?? state[name]
        : ["from", "to", "known"].includes(name) ? isoWords(state[name]) : state[name];
      const words = `${FILTER_NAMES[name]}: ${value}`;
      return el("button", { type: "button", class: "chip", onclick: () => change({ [name]: "" }), "aria-label": `${words}, remove this filter` },
        words, el("span", { "aria-hidden": "true" }, " ×"));
    }),
    set.length ? el("button", { type: "button", class: "link", onclick: reset }, "Show everything") : "");
  const undatedArticles = ABOUT.articles.filter((article) => !article.published).length;
  if (state.known && undatedArticles)
    $("active").append(el("span", { class: "count" }, `${plural(undatedArticles, "article", "articles")} without a date left out`));
}
