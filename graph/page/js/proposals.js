// Versions of a proposal side by side, and what somebody says has changed between them.
const proposalRows = () => ABOUT.proposals ?? [];
function proposalChains() {
  const rows = proposalRows();
  const byId = new Map(rows.map((row) => [row.iri, row]));
  const next = new Map(rows.filter((row) => byId.has(row.revision_of)).map((row) => [row.iri, row.revision_of]));
  const rootOf = (iri) => {
    const seen = new Set();
    while (next.has(iri) && !seen.has(iri)) {
      seen.add(iri);
      iri = next.get(iri);
    }
    return iri;
  };
  const chains = new Map();
  for (const row of rows) {
    const root = rootOf(row.iri);
    if (!chains.has(root)) chains.set(root, []);
    chains.get(root).push(row);
  }
  return [...chains.values()]
    .map((chain) => chain.sort((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999")))
    .sort((a, b) => b.length - a.length || size(b) - size(a) || (a[0].date ?? "9999").localeCompare(b[0].date ?? "9999"));
}
const size = (chain) => chain.reduce((sum, row) => sum + (row.provisions?.length ?? 0), 0);
const inFilter = (row) =>
  (!state.side || row.proposer === state.side) && (!state.from || (row.date && row.date >= state.from)) &&
  (!state.to || (row.date && row.date.slice(0, 10) <= state.to)) && (!state.person || row.proposer === state.person) &&
  (!state.known || (row.provisions ?? []).some((p) => knownEvidence(evidenceOf(p)).length));
const shownChains = () => proposalChains().filter((chain) => chain.some(inFilter));

function drawProposals() {
  const chains = shownChains();
  const box = $("proposals");
  if (!chains.length) {
    box.replaceChildren(el("p", { class: "hint" }, proposalRows().length ? "No proposal is left by these filters." : "The articles tell of no proposals that could be read."));
    return;
  }
  box.replaceChildren(...chains.map((chain, i) => el("section", { class: "chain", "aria-labelledby": `chain-${i}` },
    el("h3", { id: `chain-${i}` }, chain.length > 1 ? `${chain[0].label}, in ${chain.length} versions` : chain[0].label),
    chainTable(chain))));
}
function chainTable(chain) {
  const topicOf = (provision) => provision.topic || "other";
  const deviations = (ABOUT.deviations ?? []).filter((d) => chain.some((row) => row.iri === d.to || row.iri === d.from));
  const topics = [...new Set([...deviations.map((d) => d.topic || "other"), ...chain.flatMap((row) => (row.provisions ?? []).map(topicOf))])];
  const shown = state.topic ? topics.filter((topic) => topic === state.topic) : topics;
  return el("table", { role: "table", class: `versions v-${Math.min(chain.length, 4)}` },
    el("caption", { class: "sr" }, `Provisions by topic: ${chain.map((row) => row.label).join("; ")}`),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, "On"), chain.map((row, i) => el("th", { scope: "col", role: "columnheader" },
      chain.length > 1 ? el("span", { class: "version" }, `Version ${i + 1}`) : "",
      el("span", { class: "meta" }, [row.proposer, row.date ? isoWords(row.date) : "date not known"].filter(Boolean).join(", ")),
      byIri.has(row.iri) ? el("button", { type: "button", class: "link", data: { n: byIri.get(row.iri).id } }, row.label) : row.label)))),
    el("tbody", { role: "rowgroup" }, shown.map((topic) => {
      const changes = deviations.filter((d) => (d.topic || "other") === topic);
      return el("tr", { role: "row", class: changes.length ? "changed" : "" },
        el("th", { scope: "row", role: "rowheader" }, titled(visible(topic)), changes.length ? el("span", { class: "tag change" }, changes[0].kind) : ""),
        chain.map((row) => el("td", { role: "cell" }, versionCell(row, topic, topicOf, changes))));
    })));
}
function versionCell(row, topic, topicOf, changes) {
  const mine = (row.provisions ?? []).filter((provision) => topicOf(provision) === topic);
  const newer = changes.filter((change) => change.to === row.iri);
  const older = changes.filter((change) => change.from === row.iri);
  const unseen = (texts, change) => change && !texts.some((text) => text.includes(change) || change.includes(text));
  const texts = mine.map((provision) => provision.text || "");
  const extra = (change, key) => {
    const evidence = change[key];
    const words = evidence ? wordsOf(evidence) : "";
    return evidence && unseen(texts, words) ? provisionItem({ text: words, evidence }, null) : "";
  };
  const items = mine.map((provision) => provisionItem(provision, [...newer, ...older].find((change) => {
    const words = change.new && wordsOf(change.new);
    return change.to === row.iri && words && (words.includes(provision.text) || String(provision.text).includes(words)) ;
  })));
  return [
    items.length ? el("ul", {}, items) : "",
    older.map((change) => el("ul", {}, extra(change, "old"))),
    newer.map((change) => el("div", { class: `claim c-${change.kind}` },
      el("p", {}, el("b", {}, { omitted: "Left out", added: "Added", changed: "Changed" }[change.kind] ?? titled(change.kind)),
        change.claimed_by ? [", says ", change.claimed_by] : "", change.date ? ` (${isoWords(change.date)})` : ""),
      unseen(texts, change.new ? wordsOf(change.new) : "") ? el("q", {}, difference(change)) : "",
      change.new ? el("details", {}, el("summary", {}, "Sentence"), quotation(change.new)) : "")),
    !items.length && !newer.length && !older.some((change) => change.old) ? el("span", { class: "none" }, "Not reported") : "",
  ];
}
// Words of the new version that the old one did not have are marked.
function difference(change) {
  const now = unquoted(wordsOf(change.new));
  if (!change.old) return now;
  const before = new Set(plain(wordsOf(change.old)).split(/[^\p{L}\p{N}]+/u));
  const runs = [];
  for (const word of now.split(/(?<=\s)/)) {
    const bare = plain(word).replace(/[^\p{L}\p{N}]+/gu, "");
    const fresh = Boolean(bare) && !before.has(bare);
    if (runs.length && runs.at(-1).fresh === fresh) runs.at(-1).text += word;
    else runs.push({ fresh, text: word });
  }
  return runs.map(({ fresh, text }) => (fresh ? [el("ins", {}, text.trimEnd()), text.slice(text.trimEnd().length)] : text));
}
function provisionItem(provision, change) {
  const evidence = provision.reports?.length ? provision.reports : evidenceOf(provision);
  const first = evidence[0];
  return el("li", { class: change ? "is-new" : "" }, el("q", {}, change ? difference(change) : unquoted(provision.text || (first ? wordsOf(first) : ""))),
    first ? el("details", {}, el("summary", {}, listed(evidence.map(outletOf)).join(", ")), evidence.map((e) => quotation(e))) : "");
}
