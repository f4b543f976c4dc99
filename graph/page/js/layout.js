// Where everything of the story stands: x from its day, y from its lane.
const PHASE_FONT = `600 11px ${SANS}`;
const SLOTS = [[36, 26], [32, 24], [28, 21], [24, 17], [20, 12], [17, 11], [15, 10]]; // a step, and the rest of its day
const radius = (node, slot, small) =>
  node.main ? Math.min(15, slot / 2 - 1) : node.kind === "statement" ? 2.6 + node.size * 0.11 : (small ? 2 : 3) + node.size * 0.3;

function layoutStory(nodes, available) {
  const small = available < 620;
  const gutter = small ? 0 : 128;
  const main = MAIN.map((id) => NODES[id]).filter((node) => nodes.includes(node));
  const dated = nodes.filter((node) => node.first !== null);
  const undated = nodes.filter((node) => node.first === null);
  const zoom = Math.min(Math.max(Number(state.zoom) || 1, 1), 16);
  const left = gutter + (small ? 10 : 14);
  const inner = Math.max(available - left - 14, small ? 240 : 400) * zoom;
  let slots, scale;
  const tries = SLOTS.slice(small ? 4 : 0).flatMap((sizes) => (small ? [[...sizes, false]] : [[...sizes, true], [...sizes, false]]));
  for (const [slot, rest, named] of tries) {
    slots = mainSlots(main, dated, { slot, rest, named });
    scale = makeScale(axisDays(dated), inner, slots.needs);
    if (scale.used <= inner + 1) break;
  }
  const right = left + Math.max(scale.used, inner);
  const width = Math.max(right + 14, available);

  const spots = new Map();
  for (const node of nodes) spots.set(node.id, { node, x: left, y: 0, r: radius(node, slots.slot, small), lines: [] });
  for (const node of dated) spots.get(node.id).x = left + dayPlace(node, scale, slots);
  spreadMain(main.filter((node) => node.first !== null).map((node) => spots.get(node.id)), { scale, left, slots });
  const placed = main.map((node) => spots.get(node.id));
  const place = { scale, left, right, width, small, slots, available };

  const cards = small ? { list: [], height: 0 } : layoutCards(placed, width);
  const phases = small ? [] : layoutPhases(scale, left, right);
  const axisY = cards.height + (cards.list.length ? 40 : 12);
  let y = axisY + 38;
  const phaseY = y;
  if (phases.length) y += 24;
  const lanesY = y;

  const lanes = ABOUT.lanes.map((lane, index) => ({ ...lane, label: small && lane.kind === "others" ? "Others" : lane.label, index,
    here: dated.filter((node) => node.lane === index).map((node) => spots.get(node.id)) }));
  lanes.push({ kind: "aside", label: "Date not known", index: -1, here: undated.sort((a, b) => a.lane - b.lane || a.id - b.id).map((node) => spots.get(node.id)) });
  const bands = lanes.filter((lane) => lane.here.length);
  bands.forEach((band, i) => band.here.forEach((spot) => (spot.band = i)));
  bands.forEach((band, i) => {
    const way = wayThrough(placed, i);
    band.y = y;
    band.nameX = small ? nameBeside(band, [...way.uprights, ...way.stubs], available) : 12;
    band.height = layoutLane(band, way, place);
    y += band.height;
  });
  return { width, height: y + 8, gutter, left, right, axisY, phaseY, lanesY, bottom: y, scale, spots, cards: cards.list,
    phases, bands, main: placed, small };
}

// Days with steps of the main line are wide enough for each of them and for what else happened.
function mainSlots(main, dated, { slot, rest, named }) {
  const perDay = new Map(), needs = new Map();
  for (const node of main) if (node.first !== null && !coarse(node)) perDay.set(node.first, [...(perDay.get(node.first) ?? []), node.id]);
  const busy = new Set(dated.filter((node) => !node.main).map((node) => node.first));
  for (const [day, ids] of perDay) needs.set(day, ids.length * slot + (busy.has(day) ? rest : 4));
  for (const phase of named ? phasesDated() : []) needs.set(phase.day, Math.max(needs.get(phase.day) ?? 0, widthOf(titled(phase.name), PHASE_FONT) + 12));
  return { slot, rest, perDay, needs, busy };
}
// Of a day with steps of the main line, the part at its right that is left for the rest.
function dayPlace(node, scale, { perDay, rest }) {
  if (coarse(node)) return (scale.at(node.first) + scale.at(node.last + 1)) / 2;
  return perDay.has(node.first) ? scale.at(node.first + 1) - rest / 2 : scale.middle(node.first);
}

// Steps of the main line on one day stand side by side within that day.
function spreadMain(list, { scale, left, slots }) {
  for (const [day, ids] of slots.perDay) {
    const width = scale.dayWidth(day) - (slots.busy.has(day) ? slots.rest : 0);
    for (const spot of list) {
      const i = ids.indexOf(spot.node.id);
      if (i >= 0) spot.x = left + scale.at(day) + ((i + 0.5) / ids.length) * width;
    }
  }
  // A step known only to the month stands before the next one, within its month.
  for (let i = list.length - 2; i >= 0; i -= 1)
    if (coarse(list[i].node) && list[i].x > list[i + 1].x - slots.slot)
      list[i].x = Math.max(left + scale.at(list[i].node.first) + 8, list[i + 1].x - slots.slot);
  const apart = (a, b) => (a.node.lane === b.node.lane ? slots.slot - 1 : slots.slot * 0.7);
  list.forEach((spot, i) => {
    const last = list[i - 1];
    if (last && last.node.first <= spot.node.first && last.node.last <= spot.node.last) spot.x = Math.max(spot.x, last.x + apart(spot, last));
  });
  const sorted = [...list].sort((a, b) => a.x - b.x || a.node.main - b.node.main);
  sorted.forEach((spot, i) => {
    for (const other of sorted.slice(0, i)) spot.x = Math.max(spot.x, other.x + apart(spot, other));
  });
}

// The way of the main line: along the lane of one step, then up or down to the next.
function wayThrough(main, band) {
  const uprights = [], along = [], stubs = [];
  main.slice(1).forEach((b, i) => {
    const a = main[i];
    if (a.band === band && Math.abs(a.x - b.x) > 1) along.push([Math.min(a.x, b.x), Math.max(a.x, b.x)]);
    const [high, low] = [Math.min(a.band, b.band), Math.max(a.band, b.band)];
    if (high <= band && band < low) uprights.push(b.x); // beneath the upper step
    else if (band === low && high < low) stubs.push(b.x); // above the lower step
  });
  return { uprights, along, stubs };
}
function wayPath(a, b) {
  const dx = b.x - a.x, dy = b.y - a.y;
  const turn = Math.min(16, Math.abs(dx), Math.abs(dy));
  if (turn < 2) return `M${a.x},${a.y}L${b.x},${b.y}`;
  const x = b.x - Math.sign(dx) * turn, y = a.y + Math.sign(dy) * turn;
  return `M${a.x},${a.y}L${x},${a.y}Q${b.x},${a.y} ${b.x},${y}L${b.x},${b.y}`;
}

// On a narrow page the name of a lane stands in it, where the main line does not pass.
function nameBeside(band, uprights, most) {
  const wide = widthOf(titled(band.label), `600 13px ${SANS}`);
  const starts = [10, ...uprights.sort((a, b) => a - b).map((line) => line + 8)].filter((x) => x + wide < most);
  const over = (x) => uprights.filter((line) => line > x - 6 && line < x + wide + 6).length;
  return starts.reduce((best, x) => (over(x) < over(best) ? x : best), 10);
}

// Put what a lane holds in its place, and return the height of the lane.
function layoutLane(band, way, { scale, left, right, small, slots, available }) {
  const head = small ? 22 : 0, pad = 8;
  const start = band.y + head + pad;
  const order = (a, b) => b.node.outlets.length - a.node.outlets.length || a.x - b.x || a.node.id - b.node.id;
  const main = band.here.filter((spot) => spot.node.main);
  const dated = band.here.filter((spot) => spot.node.first !== null && !spot.node.main);
  const rest = band.here.filter((spot) => spot.node.first === null && !spot.node.main);
  const from = small ? 2 : left - 10, to = right + 8;
  const shelf = new Shelf();
  shelf.words = new Shelf();
  const middle = main.length ? main[0].r + 3 : 0;
  let undated = 0;
  for (const spot of main) {
    if (spot.node.first === null) spot.x = left + 12 + 36 * undated++;
    else if (coarse(spot.node)) spot.bar = [left + scale.at(spot.node.first), left + scale.at(spot.node.last + 1)];
    spot.y = middle;
    shelf.add(Math.min(spot.x - spot.r - 3, spot.bar?.[0] ?? spot.x), Math.max(spot.x + spot.r + 3, spot.bar?.[1] ?? spot.x), 0, middle * 2);
  }
  for (const [a, b] of way.along) shelf.add(a - 4, b + 4, Math.max(middle - 7, 0), middle + 7);
  for (const x of way.uprights) shelf.add(x - 6, x + 6, main.length ? middle : 0, Infinity);
  for (const x of way.stubs) shelf.add(x - 6, x + 6, 0, middle);
  let deep = middle * 2;
  const events = dated.filter((spot) => spot.node.kind !== "statement").sort(order);
  events.forEach((spot, i) => {
    const { node } = spot;
    if (node.last > node.first) spot.bar = [left + scale.at(node.first), left + scale.at(node.last + 1)];
    deep = Math.max(deep, placeEvent(spot, shelf, { from, to, uprights: way.uprights, small, labelled: i < LABELLED }));
  });
  const wideAs = (node) => (slots.perDay.has(node.first) ? slots.rest : scale.dayWidth(node.first));
  deep = Math.max(deep, placeStatements(dated.filter((spot) => spot.node.kind === "statement"), shelf,
    { scale, from, to, uprights: way.uprights, wideAs }));
  const top = undated ? middle * 2 + 4 : 0;
  if (rest.length) deep = Math.max(deep, placeUndated(rest, { from: left, to: available - 10, top }));
  for (const spot of band.here) spot.y += start;
  return Math.max(head + deep + 2 * pad, small ? 46 : 48);
}

// Cards stand in date order; in two rows, those above look down between those below.
function layoutCards(main, width) {
  if (!main.length) return { list: [], height: 0 };
  const gap = 10, edge = 6, whole = width - 2 * edge;
  const rows = main.length * 128 > whole ? 2 : 1;
  const pitch = Math.min(236, (whole + gap) / (rows === 1 ? main.length : (main.length + 1) / 2));
  const w = pitch - gap;
  const titleFont = `600 15px ${SERIF}`;
  const list = main.map((spot, i) => ({
    spot, w, row: rows === 1 ? 0 : i % 2, x: edge + (rows === 1 ? i : i / 2) * pitch,
    when: cutTo(spot.node.first === null ? "Date not known" : spanWords(spot.node.first, spot.node.last), w - 40, `600 12.5px ${SANS}`),
    title: wrapped(spot.node.label, w - 20, titleFont, w < 150 ? 7 : 5),
    foot: cutTo([typeName(spot.node), modalityWords(spot.node),
      spot.node.outlets.length > 1 ? countOutlets(spot.node.outlets.length) : ""].filter(Boolean).join(" · "), w - 18, `11.5px ${SANS}`),
  }));
  const tall = Math.max(...list.map((card) => 48 + card.title.length * 18 + 5));
  if (rows === 1) nearDates(list, edge, width - edge, gap);
  for (const card of list) {
    card.y = 4 + card.row * (tall + 12);
    card.h = tall;
  }
  return { list, height: rows * (tall + 12) };
}
function nearDates(cards, first, last, gap) {
  let edge = first;
  for (const card of cards) {
    card.x = Math.max(edge, card.spot.x - card.w / 2);
    edge = card.x + card.w + gap;
  }
  edge = last;
  for (const card of [...cards].reverse()) {
    card.x = Math.min(card.x, edge - card.w);
    edge = card.x - gap;
  }
}

// One stretch after the other; what was over on the day it began is left out.
const phasesDated = () => (ABOUT.phases ?? [])
  .filter((phase) => phase.begin && /^\d{4}-\d{2}-\d{2}/.test(phase.begin))
  .map((phase) => ({ ...phase, day: dayOf(phase.begin.slice(0, 10)) }))
  .sort((a, b) => a.day - b.day)
  .filter((phase, i, all) => all[i + 1]?.day !== phase.day)
  .filter((phase, i, all) => phase.name !== all[i - 1]?.name);
function layoutPhases(scale, left, right) {
  const list = phasesDated();
  return list.map((phase, i) => {
    const a = left + scale.at(phase.day);
    const b = i + 1 < list.length ? left + scale.at(list[i + 1].day) : right;
    return { ...phase, x: a, w: Math.max(b - a, 0) };
  }).filter((phase) => widthOf(titled(phase.name), PHASE_FONT) < phase.w - 6); // a stretch without its name tells nothing
}
