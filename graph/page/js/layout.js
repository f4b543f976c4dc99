// Where everything of the story stands: x from its day, y from its lane.
const SANS = '"Source Sans 3", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';
const SERIF = '"Source Serif 4", Charter, Georgia, "Times New Roman", "Liberation Serif", serif';
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
function widthOf(text, font) {
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen.font = font;
    width = pen.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}
function cutTo(text, width, font) {
  if (widthOf(text, font) <= width) return text;
  let end = text.length;
  while (end > 1 && widthOf(`${text.slice(0, end).trimEnd()}…`, font) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
function wrapped(text, width, font, most) {
  const lines = [];
  let line = "";
  const words = visible(text).split(/\s+/);
  for (let i = 0; i < words.length; i += 1) {
    const longer = line ? `${line} ${words[i]}` : words[i];
    if (!line || widthOf(longer, font) <= width) line = longer;
    else if (lines.length + 1 === most) return [...lines, cutTo([line, ...words.slice(i)].join(" "), width, font)];
    else {
      lines.push(line);
      line = words[i];
    }
  }
  return [...lines, line].map((part) => cutTo(part, width, font));
}

const LABEL_FONT = `11.5px ${SANS}`;
const ROW = 31; // room for a label on two lines
const ASIDE_ROW = 23; // a thing without a date, on one line
const TURN = 60; // the main line changes lanes over this width
const radius = (node) =>
  node.main ? 15 : node.kind === "statement" ? 3 + node.size * 0.14 : 3 + node.size * 0.3;

// Rows of a lane: the first row with room from a to b.
function room(rows, a, b, most) {
  for (let i = 0; i < rows.length; i += 1) if (rows[i].every(([c, d]) => b <= c || a >= d)) return i;
  return rows.length < most ? rows.push([]) - 1 : -1;
}

function layoutStory(nodes, available) {
  const small = available < 620;
  const gutter = small ? 82 : 128;
  const main = MAIN.map((id) => NODES[id]).filter((node) => nodes.includes(node));
  const dated = nodes.filter((node) => node.first !== null);
  const undated = nodes.filter((node) => node.first === null);
  const aside = undated.length ? (small ? 150 : 176) : 0;
  const zoom = Math.min(Math.max(Number(state.zoom) || 1, 1), 16);
  const least = small ? 560 : 400;
  const inner = Math.max(available - gutter - aside - 34, least) * zoom;
  const scale = makeScale(axisDays(dated), inner);
  const left = gutter + 14;
  const right = left + Math.max(scale.used, Math.min(inner, least)) + 10;
  const width = Math.max(right + (aside ? aside + 10 : 10), available);

  const spots = new Map();
  const spotX = (node) => {
    if (node.first === null) return right + 26;
    if (coarse(node)) return left + (scale.at(node.first) + scale.at(node.last + 1)) / 2;
    return left + scale.middle(node.first);
  };
  for (const node of nodes) spots.set(node.id, { node, x: spotX(node), r: radius(node) });
  spreadMain(main.filter((node) => node.first !== null).map((node) => spots.get(node.id)), scale, left);

  const placed = main.map((node) => spots.get(node.id));
  placed.forEach((spot, i) => (spot.onTo = placed[i + 1] ?? null));
  const cards = small ? { list: [], height: 0 } : layoutCards(placed, width);
  const phases = layoutPhases(scale, left, right);
  let y = cards.height + (cards.list.length ? 34 : 8);
  const axisY = y + 12;
  y = axisY + 30;
  const phaseY = y;
  if (phases.length) y += 24;
  const lanesY = y;
  const lanes = ABOUT.lanes.map((lane, index) => ({ ...lane, label: small && lane.kind === "others" ? "Others" : lane.label, index }));
  const bands = [];
  for (const lane of lanes) {
    const here = nodes.filter((node) => node.lane === lane.index).map((node) => spots.get(node.id));
    if (!here.length) continue;
    const height = layoutLane(here, y, { scale, left, right, width });
    bands.push({ ...lane, y, height });
    y += height;
  }
  return { width, height: y + 8, gutter, left, right, axisY, phaseY, lanesY, bottom: y, scale, spots, cards: cards.list,
    phases, bands, main: placed, aside, undated: undated.length, small };
}

// Steps of the main line on one day stand side by side within that day.
function spreadMain(list, scale, left) {
  const perDay = new Map();
  for (const spot of list) {
    if (coarse(spot.node)) continue;
    if (!perDay.has(spot.node.first)) perDay.set(spot.node.first, []);
    perDay.get(spot.node.first).push(spot);
  }
  for (const [day, group] of perDay) {
    const start = left + scale.at(day);
    group.forEach((spot, i) => (spot.x = start + ((i + 1) / (group.length + 1)) * scale.perDay));
  }
  // A step known only to the month stands before the next one, within its month.
  for (let i = list.length - 2; i >= 0; i -= 1)
    if (coarse(list[i].node) && list[i].x > list[i + 1].x - 34)
      list[i].x = Math.max(left + scale.at(list[i].node.first) + 8, list[i + 1].x - 34);
  const sorted = [...list].sort((a, b) => a.x - b.x || a.node.main - b.node.main);
  sorted.forEach((spot, i) => {
    if (i && spot.x - sorted[i - 1].x < 20) spot.x = sorted[i - 1].x + 20;
  });
}

function layoutCards(main, width) {
  if (!main.length) return { list: [], height: 0 };
  const area = { a: 6, b: width - 6 };
  const gap = 10;
  const rows = main.length * 128 > area.b - area.a ? 2 : 1;
  const perRow = Math.ceil(main.length / rows);
  const w = Math.min(226, (area.b - area.a - gap * (perRow - 1)) / perRow);
  const titleFont = `600 15px ${SERIF}`;
  const list = main.map((spot, i) => ({
    spot, w, row: rows === 1 ? 0 : i % 2,
    when: spot.node.first === null ? "Date not known" : spanWords(spot.node.first, spot.node.last),
    title: wrapped(spot.node.label, w - 22, titleFont, w < 150 ? 6 : 4),
    foot: cutTo([typeName(spot.node), modalityWords(spot.node),
      spot.node.outlets.length > 1 ? countOutlets(spot.node.outlets.length) : ""].filter(Boolean).join(" · "), w - 20, `11.5px ${SANS}`),
  }));
  const tall = Math.max(...list.map((card) => 48 + card.title.length * 18 + 5));
  for (let row = 0; row < rows; row += 1) {
    const cards = list.filter((card) => card.row === row);
    let edge = area.a;
    cards.forEach((card) => {
      card.x = Math.max(edge, card.spot.x - w / 2);
      edge = card.x + w + gap;
    });
    edge = area.b;
    [...cards].reverse().forEach((card) => {
      card.x = Math.min(card.x, edge - w);
      edge = card.x - gap;
    });
    cards.forEach((card) => {
      card.y = 4 + row * (tall + 12);
      card.h = tall;
    });
  }
  return { list, height: rows * (tall + 12) };
}

function layoutLane(here, top, { scale, left, right, width }) {
  const order = (a, b) =>
    (b.node.main > 0) - (a.node.main > 0) || b.node.outlets.length - a.node.outlets.length ||
    a.x - b.x || a.node.id - b.node.id;
  const events = here.filter((spot) => spot.node.kind !== "statement").sort(order);
  const said = here.filter((spot) => spot.node.kind === "statement");
  const rows = [[]];
  const track = events.filter((spot) => spot.node.main && spot.onTo);
  let asideRows = 0;
  for (const spot of events) {
    if (spot.node.first === null && !spot.node.main) {
      const lines = wrapped(spot.node.label, width - spot.x - 24, LABEL_FONT, 1);
      Object.assign(spot, { lines, side: "start", y: top + 9 + asideRows * ASIDE_ROW + 12 });
      asideRows += 1;
      continue;
    }
    if (track.length && !spot.node.main) {
      for (const step of track) rows[step.row].push([step.x, step.onTo.x]);
      track.length = 0;
    }
    const isUndated = spot.node.first === null; // then it is in the main line
    const edge = isUndated ? width - 6 : right;
    const lines = spot.node.main ? [] : wrapped(spot.node.label, 150, LABEL_FONT, 2);
    const wide = lines.length ? Math.max(...lines.map((line) => widthOf(line, LABEL_FONT))) : 0;
    const bar = !isUndated && spot.node.last > spot.node.first && !coarse(spot.node);
    if (bar) spot.bar = [left + scale.at(spot.node.first), left + scale.at(spot.node.last + 1)];
    if (coarse(spot.node)) spot.bar = [left + scale.at(spot.node.first), left + scale.at(spot.node.last + 1)];
    const r = spot.r + 4;
    const most = 7;
    const onRight = [spot.x - r, spot.x + r + wide + 4];
    const onLeft = [spot.x - r - wide - 4, spot.x + r];
    const options = [];
    if (wide && onRight[1] <= edge) options.push(["start", onRight]);
    if (wide && onLeft[0] >= left - 10) options.push(["end", onLeft]);
    let done = false;
    for (const [side, [a, b]] of options) {
      const row = room(rows, Math.min(a, spot.bar?.[0] ?? a), Math.max(b, spot.bar?.[1] ?? b), side === "start" ? most : rows.length);
      if (row < 0) continue;
      rows[row].push([a, b]);
      Object.assign(spot, { row, lines, side });
      done = true;
      break;
    }
    if (!done) {
      let row = room(rows, spot.x - r, spot.x + r, 12);
      if (row < 0) row = spot.node.id % rows.length;
      rows[row].push([spot.x - r, spot.x + r]);
      Object.assign(spot, { row, lines: [], side: "start" });
    }
  }
  const eventRows = events.some((spot) => spot.row !== undefined) ? rows.length : 0;
  const dated = said.filter((spot) => spot.node.first !== null), undated = said.filter((spot) => spot.node.first === null);
  const tall = eventRows * ROW + layoutStatements(dated, top + 9 + eventRows * ROW, scale, width);
  const aside = asideRows * ASIDE_ROW + layoutStatements(undated, top + 9 + asideRows * ASIDE_ROW, scale, width);
  for (const spot of events) if (spot.row !== undefined) spot.y = top + 9 + spot.row * ROW + 16;
  return Math.max(tall + 18, aside + 18, 54);
}

// Statements are dots, side by side within their day; a crowded day piles up.
function layoutStatements(said, top, scale, width) {
  if (!said.length) return 0;
  const pitch = 12;
  const groups = new Map();
  for (const spot of said) {
    const key = spot.node.first === null ? "none" : Math.round(scale.perDay >= pitch ? spot.node.first : spot.x / pitch);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(spot);
  }
  let tallest = 0;
  for (const [key, group] of groups) {
    group.sort((a, b) => b.node.outlets.length - a.node.outlets.length || a.node.id - b.node.id);
    const span = key === "none" ? width - group[0].x - 12 : Math.min(Math.max(scale.perDay - 6, pitch), 104);
    const columns = Math.max(1, Math.min(Math.floor(span / pitch), key === "none" ? 12 : Math.ceil(Math.sqrt(group.length * 1.6))));
    const lines = Math.ceil(group.length / columns);
    const dense = lines > 12 ? (12 * pitch) / lines : pitch;
    const center = group[0].x;
    group.forEach((spot, i) => {
      const column = i % columns;
      spot.y = top + 8 + Math.floor(i / columns) * dense;
      spot.x = key === "none" ? center + column * pitch : center + (column - (Math.min(columns, group.length) - 1) / 2) * pitch;
      spot.lines = [];
    });
    tallest = Math.max(tallest, Math.min(lines, 12) * pitch);
  }
  return tallest + 6;
}

function layoutPhases(scale, left, right) {
  const list = (ABOUT.phases ?? [])
    .filter((phase) => phase.begin && /^\d{4}-\d{2}-\d{2}/.test(phase.begin))
    .map((phase) => ({ ...phase, day: dayOf(phase.begin.slice(0, 10)) }))
    .sort((a, b) => a.day - b.day);
  return list.map((phase, i) => {
    const a = left + scale.at(phase.day);
    const b = i + 1 < list.length ? left + scale.at(list[i + 1].day) : right;
    return { ...phase, x: a, w: Math.max(b - a, 0) };
  }).filter((phase) => phase.w > 3);
}
