// Who stands where: topics down, sides across, the latest word first.
const STANCES = { supports: ["✓", "for"], rejects: ["✕", "against"], neutral: ["•", "neutral"], unclear: ["?", "unclear"] };
const MOST_COLUMNS = 5;
const OTHERS = "Others";
const nameOf = (row) => row.side || "Unknown";
const holderOf = (row) => (row.holder && row.holder !== row.side ? row.holder : "");
const evidenceOf = (row) => (Array.isArray(row.evidence) ? row.evidence : row.evidence ? [row.evidence] : []);
function shownPositions() {
  return (ABOUT.positions ?? []).filter((row) => {
    const day = row.date ?? "";
    if (state.side && nameOf(row) !== state.side) return false;
    if (state.person && holderOf(row) !== state.person) return false;
    if (state.topic && row.topic !== state.topic) return false;
    if (state.outlet && !evidenceOf(row).some((e) => outletOf(e) === state.outlet)) return false;
    if ((state.from || state.to) && !day) return false;
    if (state.from && day < state.from) return false;
    if (state.to && day.slice(0, 10) > state.to) return false;
    if (state.known && !knownEvidence(evidenceOf(row)).length) return false;
    return true;
  });
}
function drawPositions() {
  const rows = shownPositions();
  const box = $("positions");
  if (!rows.length) {
    box.replaceChildren(el("p", { class: "hint" }, ABOUT.positions?.length ? "No position is left by these filters." : "The articles state no positions that could be read."));
    return;
  }
  const count = (key, of) => rows.filter((row) => of(row) === key).length;
  const laneSides = ABOUT.lanes.filter((lane) => lane.kind === "side").map((lane) => lane.label);
  const all = listed(rows.map(nameOf)).sort((a, b) =>
    (laneSides.indexOf(a) >>> 0) - (laneSides.indexOf(b) >>> 0) || count(b, nameOf) - count(a, nameOf));
  // Those who are heard of seldom share a column, where each is named.
  const seldom = all.filter((side, i) => !laneSides.includes(side) && (i >= MOST_COLUMNS || count(side, nameOf) < 3));
  const sides = seldom.length > 1 ? [...all.filter((side) => !seldom.includes(side)), OTHERS] : all;
  const sideOf = (row) => (sides.includes(nameOf(row)) ? nameOf(row) : OTHERS);
  const topicOf = (row) => row.topic || "other";
  const sidesOn = (topic) => new Set(rows.filter((row) => topicOf(row) === topic).map(sideOf)).size;
  const topics = listed(rows.map(topicOf)).sort((a, b) => sidesOn(b) - sidesOn(a) || count(b, topicOf) - count(a, topicOf));
  const table = el("table", { class: "matrix", role: "table" },
    el("caption", { class: "sr" }, "Positions: topics in rows, sides in columns"),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, "On"), sides.map((side) => el("th", { scope: "col", role: "columnheader" }, side)))),
    el("tbody", { role: "rowgroup" }, topics.map((topic) => el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader" }, titled(visible(topic))),
      sides.map((side) => el("td", { role: "cell", data: { side } }, positionCell(rows.filter((row) => sideOf(row) === side && topicOf(row) === topic), side === OTHERS)))))));
  box.replaceChildren(table);
}
function positionCell(rows, named = false) {
  if (!rows.length) return el("span", { class: "none" }, "–");
  const sorted = [...rows].sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  const one = (row) => {
    const [signOf, words] = STANCES[row.stance] ?? STANCES.unclear;
    const origin = byIri.get(row.origin);
    const text = unquoted(row.text || wordsOf(evidenceOf(row)[0] ?? { t: "" }));
    return el("div", { class: `stance s-${row.stance}` },
      el("p", { class: "stance-head" }, el("span", { class: "stance-sign", "aria-hidden": "true" }, signOf), titled(words),
        el("span", { class: "meta" }, [named ? nameOf(row) : "", row.date ? isoWords(row.date) : "undated", holderOf(row)].filter(Boolean).map((w) => ` · ${w}`).join(""))),
      el("p", { class: "stance-text" }, el("q", {}, text)),
      origin ? el("button", { type: "button", class: "link", data: { n: origin.id }, "aria-label": `Open: ${text.slice(0, 80)}` }, "Open")
        : evidenceOf(row)[0] ? el("details", {}, el("summary", {}, "Sentence"), quotation(evidenceOf(row)[0])) : "");
  };
  return [one(sorted[0]), sorted.length > 1
    ? el("details", {}, el("summary", {}, `${sorted.length - 1} more`), sorted.slice(1, 30).map(one)) : ""];
}
