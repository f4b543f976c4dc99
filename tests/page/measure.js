/* What overlaps, is crossed or is cut off on a page; and ways to spoil it, to see it found. */
({
  // The story that is open.
  story: (slack) => {
    const faults = [];
    const shown = (item) => item.getClientRects().length > 0;
    const box = (item) => {
      const { left, top, right, bottom } = item.getBoundingClientRect();
      return { left, top, right, bottom, what: item.textContent.trim().slice(0, 60) };
    };
    const meet = (a, b, by = slack) =>
      a.left + by < b.right && b.left + by < a.right && a.top + by < b.bottom && b.top + by < a.bottom;
    const pick = (selector) => [...document.querySelectorAll(selector)].filter(shown);
    const apart = (name, one, two) => {
      one.forEach((a, i) => (two ?? one.slice(i + 1)).forEach((b) => {
        if (meet(a, b)) faults.push(`${name}: "${a.what}" and "${b.what}"`);
      }));
    };
    const inside = (name, boxes, frame) => {
      for (const b of boxes)
        if (b.left < frame.left - slack || b.right > frame.right + slack || b.top < frame.top - slack || b.bottom > frame.bottom + slack)
          faults.push(`${name}: "${b.what}"`);
    };
    const points = (path) => {
      const length = path.getTotalLength(), at = path.getScreenCTM(), found = [];
      for (let i = 0; i <= length; i += 3) {
        const p = path.getPointAtLength(i).matrixTransform(at);
        found.push({ left: p.x, right: p.x, top: p.y, bottom: p.y });
      }
      return found;
    };
    const crossed = (name, paths, boxes, excused = () => false) => {
      for (const path of paths.filter((each) => each.getAttribute("d")))
        for (const point of points(path)) {
          const hit = boxes.find((b) => meet(point, b) && !excused(point));
          if (hit) {
            faults.push(`${name}: "${hit.what}"`);
            break;
          }
        }
    };

    const drawing = document.querySelector("#drawing"), picture = document.querySelector("#story-svg");
    const cards = pick(".card-box").map((item) => ({ ...box(item), what: item.parentNode.textContent.slice(0, 60) }));
    const steps = pick("#steps .step-label, #steps .step-when, #steps .step-number").map(box);
    const labels = pick("#drawing .label").map(box);
    const names = pick("#drawing .lane-name").map(box);
    const axis = pick("#drawing .tick, #drawing .year, #drawing .cut-name").map(box);
    const marks = pick("#drawing .mark .shape").map((item) => ({ ...box(item), what: item.parentNode.ariaLabel.slice(0, 60) }));
    const main = pick("#drawing .mark.is-main .shape").map((item) => ({ ...box(item), what: item.parentNode.ariaLabel.slice(0, 60) }));

    apart("labels of the main line overlap", cards);
    apart("steps of the main line overlap", steps);
    apart("marks of the main line overlap", main);
    apart("labels overlap", labels);
    apart("a label lies on a mark", labels, marks);
    apart("a label lies on a lane's name", labels, names);
    apart("words of the axis overlap", axis);
    for (const card of pick(".card"))
      inside("words leave their card", [...card.querySelectorAll("text")].filter(shown).map(box), box(card.querySelector(".card-box")));
    inside("outside the drawing", [...cards, ...labels, ...names, ...axis, ...marks], picture.getBoundingClientRect());
    inside("cut off at the edge", [...cards, ...labels, ...axis, ...marks], { ...drawing.getBoundingClientRect().toJSON(), top: -1e6, bottom: 1e6 });
    inside("outside the page", steps, { left: 0, right: innerWidth, top: 0, bottom: 1e6 });

    const edges = pick("#drawing .edges .line"), way = pick("#drawing .way"), leaders = pick("#drawing .leader");
    crossed("a line crosses a label of the main line", [...edges, ...way], cards);
    crossed("a leader crosses a label of the main line", leaders, cards);
    crossed("the main line crosses a label", way, [...labels, ...names]);
    const mask = document.querySelector("#clear-of-words"), masked = document.querySelector(".edges")?.getAttribute("mask");
    const zero = picture.getBoundingClientRect();
    const holes = masked && mask ? [...mask.querySelectorAll("rect")].filter((rect) => rect.getAttribute("fill") === "#000").map((rect) => {
      const of = (name) => rect[name].baseVal.value;
      return { left: zero.left + of("x"), top: zero.top + of("y"), right: zero.left + of("x") + of("width"), bottom: zero.top + of("y") + of("height") };
    }) : [];
    crossed("a relation is drawn across a label", edges, [...labels, ...names], (point) => holes.some((hole) => meet(point, hole, 0)));
    return [...new Set(faults)];
  },

  // The labels of a saved drawing.
  words: (slack) => {
    const root = document.querySelector("svg"), frame = root.getBoundingClientRect(), faults = [];
    const boxes = [...root.querySelectorAll("text")].map((item) => ({ ...item.getBoundingClientRect().toJSON(), what: item.textContent }))
      .filter((b) => b.width);
    boxes.forEach((a, i) => {
      if (a.left < frame.left || a.right > frame.right || a.top < frame.top || a.bottom > frame.bottom) faults.push(`outside: "${a.what}"`);
      for (const b of boxes.slice(i + 1))
        if (a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom)
          faults.push(`labels overlap: "${a.what}" and "${b.what}"`);
    });
    const framed = [...root.querySelectorAll("rect[rx], ellipse")].map((item) => item.getBoundingClientRect());
    framed.forEach((a, i) => {
      for (const b of framed.slice(i + 1)) {
        const across = Math.max(a.left - b.right, b.left - a.right), down = Math.max(a.top - b.bottom, b.top - a.bottom);
        if (Math.max(across, down) < 5) faults.push(`two boxes touch: ${Math.max(across, down).toFixed(1)} px at ${a.left.toFixed()}, ${a.top.toFixed()}`);
      }
    });
    return { faults, words: boxes.length };
  },

  spoil: (how) => {
    const first = (selector) => document.querySelector(selector);
    const across = (line, words) => {
      const { x, y, width, height } = first(words).getBBox();
      first(line).setAttribute("d", `M${x},${y}L${x + width},${y + height}`);
    };
    const move = (item, x, y) => item.setAttribute("transform", `translate(${x} ${y})`);
    const ways = {
      "labels of the main line overlap": () => move(document.querySelectorAll(".card")[1], -150, 0),
      "words leave their card": () => (first(".card-title tspan").textContent = "word ".repeat(40)),
      "labels overlap": () => {
        const [a, b] = document.querySelectorAll("#drawing .label"), p = a.getBBox(), q = b.getBBox();
        move(a, q.x - p.x, q.y - p.y);
      },
      "outside the drawing": () => move(first("#drawing .label"), 2000, 0),
      "a line crosses a label of the main line": () => across(".way", ".card-box"),
      "the main line crosses a label": () => across(".way", "#drawing .label"),
      "a relation is drawn across a label": () => {
        first(".edges").removeAttribute("mask");
        across(".edges .line", "#drawing .label");
      },
    };
    ways[how]();
  },
})
