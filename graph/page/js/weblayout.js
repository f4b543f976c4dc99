// Where everything stands in the network view: the main line across it, the rest around,
// and no words over others.
const FACE = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"; // vis-network drops quotes
const INSIDE = new Set(["box", "ellipse"]); // shapes that hold their words

// What is drawn of a node: how large, in which words, and the room that takes.
function webShape(node) {
  const size = node.main ? 17 : Math.max(6, node.size * (node.kind === "statement" ? 0.4 : 0.6));
  const font = node.main ? 14 : node.timeless ? 13 : 12;
  const said = node.kind === "statement";
  const words = said ? [] : wrapped((node.main ? `${node.main}. ` : "") + node.label, node.main ? (narrow() ? 104 : 132) : 112, `${font}px ${SANS}`, node.main ? 7 : 4);
  const wide = Math.max(0, ...words.map((line) => widthOf(line, `${font}px ${SANS}`)));
  const tall = words.length * font * 1.2;
  if (node.main) return { size, font, words, left: size + 8, up: size + 8, down: size + 8, wide, tall };
  if (INSIDE.has(node.shape)) {
    const w = wide * (node.shape === "ellipse" ? 1.42 : 1) + 22, h = tall * (node.shape === "ellipse" ? 1.42 : 1) + 14;
    return { size, font, words, left: w / 2, up: h / 2, down: h / 2 };
  }
  return { size, font, words, left: Math.max(size, wide / 2 + 3) + 4, up: size + 5, down: size + 5 + (words.length ? tall + 4 : 0) };
}

// The steps of the main line in a zigzag from left to right, or down a narrow page; their
// words stand outside of it, so that the line crosses none.
function webLine(main, width, upright, shape) {
  const count = main.length, at = new Map(), fixed = [];
  const pitch = upright ? 112 : Math.min(Math.max((width - 150) / Math.max(count - 1, 1), 84), 210);
  const rise = upright ? 26 : count > 4 ? 46 : 18;
  const box = (x, y, left, up, words = null) => fixed.push({ x, y, left, up, down: up, words });
  main.forEach((node, i) => {
    const along = (i - (count - 1) / 2) * pitch, out = i % 2 ? 1 : -1, s = shape.get(node.id);
    const p = upright ? { x: rise * out, y: along } : { x: along, y: rise * out };
    at.set(node.id, p);
    if (upright) box(p.x + out * (s.size + 12 + s.wide / 2), p.y, s.wide / 2 + 5, s.tall / 2 + 4, node);
    else box(p.x, p.y + out * (s.size + 12 + s.tall / 2), s.wide / 2 + 5, s.tall / 2 + 4, node);
  });
  main.slice(1).forEach((node, i) => {
    const a = at.get(main[i].id), b = at.get(node.id);
    for (const part of [0.3, 0.5, 0.7]) box(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part, 14, 14);
  });
  return { at, fixed };
}

// A first place by time and by what a thing touches; then things pull, and make room. What
// finds none is left out, the least told first.
function layWeb(nodes, edges, width, height, upright, rank) {
  const main = nodes.filter((node) => node.main).sort((a, b) => a.main - b.main);
  const shape = new Map(nodes.map((node) => [node.id, webShape(node)]));
  const { at, fixed } = webLine(main, width, upright, shape);
  const free = nodes.filter((node) => !node.main);
  const touching = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    touching.get(edge.from).push(edge.to);
    touching.get(edge.to).push(edge.from);
  }
  const place = (id) => at.get(id)[upright ? "y" : "x"];
  const dated = main.filter((node) => node.first !== null);
  const reach = upright ? Math.max(main.length * 56, 200) : width / 2;
  const along = (node) => {
    if (node.first === null || !dated.length) return (((node.id * 197) % 100) / 50 - 1) * reach * 0.8;
    const next = dated.findIndex((step) => step.first > node.first);
    if (next === 0) return place(dated[0].id) - 50;
    return next < 0 ? place(dated.at(-1).id) + 50 : (place(dated[next - 1].id) + place(dated[next].id)) / 2;
  };
  const home = new Map();
  free.forEach((node, i) => {
    const side = node.kind === "place" ? 1 : node.timeless ? -1 : i % 2 ? 1 : -1;
    const across = side * (upright ? 0.36 * width : (node.timeless ? 0.42 : 0.28) * height) * (upright && i % 3 === 0 ? -1 : 1);
    const near = touching.get(node.id).filter((id) => NODES[id].main).map(place);
    const middle = (near.length && node.timeless ? near.reduce((sum, x) => sum + x, 0) / near.length : along(node)) + ((node.id * 53) % 60) - 30;
    home.set(node.id, upright ? { x: across, y: middle } : { x: middle, y: across });
    at.set(node.id, { ...home.get(node.id) });
  });
  const boxes = () => [...nodes.filter((node) => at.has(node.id)).map((node) => ({ node, p: at.get(node.id), s: shape.get(node.id), fast: node.main > 0 })),
    ...fixed.map((f) => ({ node: null, p: f, s: f, fast: true }))];
  let all = boxes();
  for (let step = 0; step < 200; step += 1) {
    const pull = 0.035 * (1 - step / 200);
    for (const node of free) {
      const p = at.get(node.id), own = home.get(node.id), others = touching.get(node.id);
      for (const id of others) {
        const q = at.get(id), dx = q.x - p.x, dy = q.y - p.y, far = Math.hypot(dx, dy) || 1;
        const by = (pull * (far - 120)) / far / Math.sqrt(others.length);
        p.x += dx * by;
        p.y += dy * by;
      }
      p.x += (own.x - p.x) * pull * 0.6;
      p.y += (own.y - p.y) * pull * 0.9;
    }
    apart(all, 0.5);
    within(free, at, shape, width, upright ? Infinity : height);
  }
  const settle = (steps) => {
    let still = 1;
    for (let step = 0; step < steps && still; step += 1) {
      still = apart(all, 1).length;
      within(free, at, shape, width, step < steps / 3 && !upright ? height : Infinity);
    }
  };
  settle(300);
  for (let clashes = apart(all, 0); clashes.length; clashes = apart(all, 0)) {
    const worst = clashes.flat().filter((one) => !one.fast).sort((a, b) => rank(a.node) - rank(b.node) || b.node.id - a.node.id)[0];
    if (!worst) break;
    at.delete(worst.node.id);
    free.splice(free.indexOf(worst.node), 1);
    all = boxes();
    settle(20);
  }
  for (const named of [false, true]) // what stands by itself tells of no connection
    for (const node of free)
      if (node.timeless === named && !touching.get(node.id).some((id) => at.has(id))) at.delete(node.id);
  return { at, shape, words: fixed.filter((f) => f.words) };
}
const within = (nodes, at, shape, width, height) => {
  for (const { id } of nodes) {
    const p = at.get(id), s = shape.get(id);
    p.x = Math.max(s.left - width / 2, Math.min(width / 2 - s.left, p.x));
    if (height < Infinity) p.y = Math.max(s.up - height / 2, Math.min(height / 2 - s.down, p.y));
  }
};
const GAP = 7; // between two things with their words
// Push what overlaps apart, the shorter way; what is fast stays. Returns the pairs.
function apart(boxes, strength) {
  const pairs = [];
  for (let i = 0; i < boxes.length; i += 1)
    for (let j = i + 1; j < boxes.length; j += 1) {
      const a = boxes[i], b = boxes[j], { p, s } = a, q = b.p, t = b.s;
      const gap = a.node && b.node ? GAP : 0;
      const x = s.left + t.left + gap - Math.abs(q.x - p.x);
      if (x <= 0.1 || (a.fast && b.fast)) continue;
      const below = q.y + (t.down - t.up) / 2 > p.y + (s.down - s.up) / 2;
      const y = gap + (below ? p.y + s.down - (q.y - t.up) : q.y + t.down - (p.y - s.up));
      if (y <= 0.1) continue;
      pairs.push([a, b]);
      const sideways = x < y, by = ((sideways ? x : y) + 0.5) * strength;
      const sign = sideways ? (q.x > p.x || (q.x === p.x && j % 2) ? 1 : -1) : below ? 1 : -1;
      const share = a.fast ? [0, 1] : b.fast ? [1, 0] : [0.5, 0.5];
      p[sideways ? "x" : "y"] -= sign * by * share[0];
      q[sideways ? "x" : "y"] += sign * by * share[1];
    }
  return pairs;
}
