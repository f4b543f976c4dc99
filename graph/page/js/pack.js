// Room in a lane: marks, their words and the dots of what was said, none over another.
const LABEL_FONT = `11.5px ${SANS}`;
const LINE = 13; // height of a line of a label
const DOT = 12; // one statement to the next
const DEEP = 230; // a label would rather be left out than stand lower than this
const DEEPER = 380;
const LABELLED = 80; // things in one lane that may have their label drawn

// Rectangles that are taken, found again by where they are from left to right.
class Shelf {
  constructor() {
    this.columns = new Map();
    this.words = null; // the same for words and lines alone, over which nothing may lie
  }
  add(a, b, top, bottom, { lying = false } = {}) {
    if (this.words && !lying) this.words.add(a, b, top, bottom);
    const box = [a, b, top, bottom];
    for (let i = Math.floor(a / 64); i <= Math.floor(b / 64); i += 1) {
      if (!this.columns.has(i)) this.columns.set(i, []);
      this.columns.get(i).push(box);
    }
  }
  // The bottom of what stands in the way, or null.
  clash(a, b, top, bottom, finite = false) {
    let lowest = null;
    for (let i = Math.floor(a / 64); i <= Math.floor(b / 64); i += 1)
      for (const box of this.columns.get(i) ?? [])
        if (!(finite && box[3] === Infinity) && a < box[1] && b > box[0] && top < box[3] && bottom > box[2]) lowest = Math.max(lowest ?? 0, box[3]);
    return lowest;
  }
  // The highest place with room for `height` between a and b; -1 if there is none above `most`.
  place(a, b, height, most, also = () => null) {
    for (let top = 0; top <= most; ) {
      const hit = this.clash(a, b, top, top + height) ?? also(top);
      if (hit === null) return top;
      top = hit + 1;
    }
    return -1;
  }
  // As above, but where all is full marks may lie on marks.
  lay(a, b, height, also) {
    const top = this.place(a, b, height, DEEPER, also);
    return top < 0 ? Math.max(this.words.place(a, b, height, 2 * DEEPER), 0) : top;
  }
}

// Where the first line of a label starts, or ends where it stands at the left.
function labelPlace({ x, y, r, lines, side, under }) {
  if (side === "under") return { x: under, y: y + r + 13 };
  return { x: x + (r + 6) * (side === "end" ? -1 : 1), y: y + 4 - ((lines.length - 1) * LINE) / 2 };
}

// Beside the upright parts of the main line that cross this lane.
function beside(x, reach, uprights) {
  for (let i = 0; i < 6; i += 1) {
    const line = uprights.find((at) => Math.abs(at - x) < reach);
    if (line === undefined) return x;
    x = line + (x >= line ? reach : -reach);
  }
  return x;
}

// The ways to set a label: narrow ones have more lines.
function labelShapes(label, small) {
  return (small ? [[118, 3], [88, 5], [74, 6]] : [[150, 3], [112, 4], [84, 5], [66, 6]]).map(([width, most]) => {
    const lines = wrapped(label, width, LABEL_FONT, most);
    return { lines, wide: Math.max(...lines.map((line) => widthOf(line, LABEL_FONT))), cut: lines.at(-1).endsWith("…") };
  });
}

function placeEvent(spot, shelf, { from, to, uprights, small, labelled }) {
  const r = spot.r + 3;
  spot.x = Math.min(Math.max(beside(spot.x, r + 6, uprights), from + r), to - r);
  // A stretch of time may pass under the main line, but not under words or marks.
  const bars = (top) => (spot.bar ? shelf.clash(spot.bar[0], spot.bar[1], top + r - 6, top + r + 6, true) : null);
  let best = null;
  if (labelled)
    labelShapes(spot.node.label, small).forEach(({ lines, wide, cut }, narrowness) => {
      if (lines.slice(0, -1).some((line) => line.endsWith("…"))) return; // a word too long for it
      const under = lines.length * LINE + 2 * r + 3;
      const far = r + 6 + wide;
      const places = [["under", spot.x - r], ["under", spot.x - wide / 2], ["under", spot.x + r - wide], ["under", to - wide - 2]];
      if (!spot.bar) places.unshift(["start", spot.x - r], ["end", spot.x - far]);
      for (const [side, a] of places) {
        const b = a + (side === "under" ? wide + 2 : far + r);
        const height = side === "under" ? under : Math.max(lines.length * LINE + 5, 2 * r);
        if (a < from || b > to || a > spot.x - r + 1 || b < spot.x + r - 1) continue;
        const top = shelf.place(a, b, height, DEEP, bars);
        if (top < 0) continue;
        const cost = top + narrowness * 5 + { start: 0, end: 6, under: spot.bar ? 0 : 14 }[side] + (cut ? 60 : 0);
        if (!best || cost < best.cost) best = { cost, top, height, side, lines, a, b };
      }
    });
  if (!best) {
    best = { top: shelf.lay(spot.x - r, spot.x + r, 2 * r, bars), height: 2 * r, side: "start", lines: [], a: spot.x - r, b: spot.x + r };
  }
  shelf.add(best.a, best.b, best.top, best.top + best.height, { lying: !best.lines.length });
  if (spot.bar) shelf.add(spot.bar[0], spot.bar[1], best.top + r - 6, best.top + r + 6);
  Object.assign(spot, { y: best.top + (best.side === "under" ? r : best.height / 2), lines: best.lines, side: best.side, under: best.a });
  return best.top + best.height;
}

// Statements are dots, side by side within their day; a crowded day piles up.
function placeStatements(said, shelf, { scale, from, to, uprights, wideAs }) {
  const groups = new Map();
  for (const spot of said) {
    const key = Math.round(scale.perDay >= DOT ? spot.node.first : spot.x / DOT);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(spot);
  }
  let lowest = 0;
  for (const group of [...groups.values()].sort((a, b) => a[0].x - b[0].x)) {
    group.sort((a, b) => b.node.outlets.length - a.node.outlets.length || a.node.id - b.node.id);
    const most = Math.max(3, Math.floor((wideAs(group[0].node) - 4) / DOT));
    const columns = Math.max(1, Math.min(most, 9, Math.ceil(Math.sqrt(group.length * 1.4))));
    const lines = Math.ceil(group.length / columns);
    const pitch = lines > 8 ? (8 * DOT) / lines : DOT;
    const wide = columns * DOT, height = (lines - 1) * pitch + DOT + 2;
    const middle = group.reduce((sum, spot) => sum + spot.x, 0) / group.length - wide / 2;
    const starts = [middle, ...uprights.filter((x) => x > middle - 8 && x < middle + wide + 8).flatMap((x) => [x + 6.1, x - 6.1 - wide])];
    let best = null;
    for (const start of starts) {
      const a = Math.min(Math.max(start, from), to - wide);
      const top = shelf.place(a, a + wide, height, DEEPER);
      const across = uprights.some((x) => (x - a - wide / 2) * (x - middle - wide / 2) < 0); // it would look like another day
      const cost = top + Math.abs(a - middle) * 0.8 + (across ? 150 : 0);
      if (top >= 0 && (!best || cost < best.cost)) best = { a, top, cost };
    }
    best ??= { a: middle, top: shelf.lay(middle, middle + wide, height) };
    shelf.add(best.a, best.a + wide, best.top, best.top + height, { lying: true });
    group.forEach((spot, i) => Object.assign(spot, { lines: [], x: best.a + ((i % columns) + 0.5) * DOT,
      y: best.top + 1 + DOT / 2 + Math.floor(i / columns) * pitch }));
    lowest = Math.max(lowest, best.top + height);
  }
  return lowest;
}

// What has no date: its own words in columns, then what was said without a day.
function placeUndated(here, { from, to, top }) {
  const events = here.filter((s) => s.node.kind !== "statement"), said = here.filter((s) => s.node.kind === "statement");
  const across = Math.max(1, Math.min(Math.floor((to - from) / 190), events.length || 1));
  const wide = (to - from) / across;
  const heights = new Array(across).fill(top);
  const perColumn = Math.ceil(events.length / across);
  events.forEach((spot, i) => {
    const column = Math.floor(i / perColumn);
    const lines = wrapped(spot.node.label, wide - 30, LABEL_FONT, 4);
    const height = Math.max(lines.length * LINE + 6, 2 * spot.r + 6);
    Object.assign(spot, { x: from + column * wide + 10, y: heights[column] + height / 2, lines, side: "start" });
    heights[column] += height;
  });
  const y = Math.max(...heights);
  const columns = Math.max(1, Math.floor((to - from) / DOT));
  said.forEach((spot, i) => Object.assign(spot, { lines: [], x: from + 6 + (i % columns) * DOT, y: y + 9 + Math.floor(i / columns) * DOT }));
  return said.length ? y + 9 + Math.ceil(said.length / columns) * DOT : y;
}
