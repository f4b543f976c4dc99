// Search over labels, people and quotes; small slips of the keyboard are forgiven.
const plain = (text) => String(text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let index = null;
function searchIndex() {
  index ??= NODES.map((node) => ({
    node,
    label: plain(node.label),
    people: plain([node.speaker, ...(node.kind === "statement" ? [] : node.who)].filter(Boolean).join(" ")),
    quotes: plain([node.text, ...node.topics, ...node.places, ...node.ev.slice(0, 8).map(wordsOf)].filter(Boolean).join(" ")),
  }));
  return index;
}
function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
function fits(word, text) {
  if (!text) return 0;
  const at = text.indexOf(word);
  if (at === 0 || (at > 0 && /[^\p{L}\p{N}]/u.test(text[at - 1]))) return 1;
  if (at > 0) return 0.8;
  if (word.length < 4) return 0;
  const most = word.length > 7 ? 2 : 1;
  for (const other of text.split(/[^\p{L}\p{N}]+/u))
    if (other.length > 3 && (slips(word, other, most) <= most || slips(word, other.slice(0, word.length), most) <= most)) return 0.6;
  return 0;
}
const onMainLine = (node) => edgesOf[node.id].some((edge) => NODES[edge.from].main || NODES[edge.to].main);
function found(query) {
  const words = plain(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!words.length) return [];
  const hits = [];
  for (const entry of searchIndex()) {
    const { node } = entry;
    if (!node.timeless && !matches(node)) continue;
    let score = 0;
    for (const word of words) {
      const best = Math.max(
        (node.kind === "statement" ? 10 : 6) * fits(word, entry.people),
        (node.timeless ? 7 : 8) * fits(word, entry.label), 5 * fits(word, entry.quotes));
      if (!best) {
        score = 0;
        break;
      }
      score += best;
    }
    if (score) hits.push({ node, score: score + (node.main ? 0.6 : onMainLine(node) ? 0.3 : 0) + Math.min(node.outlets.length, 5) * 0.05 });
  }
  return hits.sort((a, b) => b.score - a.score || (a.node.first ?? 1e9) - (b.node.first ?? 1e9) || a.node.id - b.node.id)
    .slice(0, 30).map((hit) => hit.node);
}

let hits = [];
let active = -1;
function showHits() {
  const box = $("search"), list = $("hits");
  hits = found(box.value);
  active = hits.length ? 0 : -1;
  list.replaceChildren(...hits.map((node, i) =>
    el("li", { id: `hit-${i}`, role: "option", "aria-selected": String(i === active), data: { hit: i } }, chip(node),
      el("span", {}, node.kind === "statement" ? [node.speaker || "Somebody", ": ", sayingOf(node, 110)] : node.label,
        el("small", {}, [typeName(node), node.timeless ? "" : whenWords(node)].filter(Boolean).join(" · "))))));
  if (box.value.trim() && !hits.length) list.replaceChildren(el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing found"));
  const open = Boolean(box.value.trim());
  list.hidden = !open;
  box.setAttribute("aria-expanded", String(open));
  markHit();
  if (open) say(hits.length ? `${plural(hits.length, "result", "results")}. ${hits[0].label}` : "Nothing found");
}
function markHit() {
  [...$("hits").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
  if (active >= 0) {
    $("search").setAttribute("aria-activedescendant", `hit-${active}`);
    $(`hit-${active}`)?.scrollIntoView({ block: "nearest" });
  } else $("search").removeAttribute("aria-activedescendant");
}
function closeHits() {
  $("hits").hidden = true;
  $("search").setAttribute("aria-expanded", "false");
  $("search").removeAttribute("aria-activedescendant");
}
function takeHit(i) {
  const node = hits[i];
  if (!node) return;
  closeHits();
  reveal(node);
}
// Open a thing and bring it into sight in the view that is open.
function reveal(node) {
  openNode(node.id, { focus: !(state.view === "story" && !node.timeless) || narrow() });
  if (state.view === "story" && !node.timeless && !narrow()) moveTo(node.id);
}
function setUpSearch() {
  const box = $("search");
  box.addEventListener("input", () => {
    change({ q: box.value });
    showHits();
  });
  box.addEventListener("focus", () => box.value.trim() && showHits());
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if ($("hits").hidden) showHits();
      else active = hits.length ? (active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length : -1;
      markHit();
    } else if (event.key === "Enter") takeHit(Math.max(active, 0));
    else if (event.key === "Escape") {
      if ($("hits").hidden) box.value = "";
      change({ q: box.value });
      closeHits();
    } else return;
    event.preventDefault();
  });
  $("hits").addEventListener("pointerdown", (event) => {
    const item = event.target.closest("[data-hit]");
    event.preventDefault();
    if (item) takeHit(Number(item.dataset.hit));
  });
  box.addEventListener("blur", closeHits);
}
