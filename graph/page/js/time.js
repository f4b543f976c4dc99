// Days in words, and the time axis: true to scale, with long empty stretches cut out.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
const parts = (day) => {
  const date = new Date(day * DAY);
  return { d: date.getUTCDate(), m: date.getUTCMonth(), y: date.getUTCFullYear() };
};
const longDay = (day) => {
  const p = parts(day);
  return `${p.d} ${MONTHS[p.m]} ${p.y}`;
};
const shortDay = (day) => {
  const p = parts(day);
  return `${p.d} ${MONTHS[p.m].slice(0, 3)}`;
};
function isoWords(iso) {
  const text = String(iso ?? "");
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return longDay(dayOf(text.slice(0, 10)));
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week) {
    const fourth = dayOf(`${week[1]}-01-04`); // always in the first week
    return `week of ${longDay(fourth - ((fourth + 3) % 7) + (Number(week[2]) - 1) * 7)}`;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  return month && MONTHS[Number(month[2]) - 1] ? `${MONTHS[Number(month[2]) - 1]} ${month[1]}` : text;
}

function spanWords(first, last) {
  const a = parts(first), b = parts(last);
  if (first === last) return longDay(first);
  if (a.d === 1 && parts(last + 1).d === 1 && a.m === b.m && a.y === b.y) return `${MONTHS[a.m]} ${a.y}`;
  if (a.d === 1 && a.m === 0 && b.d === 31 && b.m === 11 && a.y === b.y) return `${a.y}`;
  if (a.m === b.m && a.y === b.y) return `${a.d}–${b.d} ${MONTHS[b.m]} ${b.y}`;
  if (a.y === b.y) return `${a.d} ${MONTHS[a.m]} – ${b.d} ${MONTHS[b.m]} ${b.y}`;
  return `${longDay(first)} – ${longDay(last)}`;
}
const whenWords = (node) => (node.first === null ? "Date not known" : spanWords(node.first, node.last));
// Known to the month or year only: drawn over the whole stretch, never on one day.
const coarse = (node) => {
  if (node.first === null || node.first === node.last) return false;
  if (node.precision === "month" || node.precision === "year") return true;
  return parts(node.first).d === 1 && parts(node.last + 1).d === 1;
};
// Days that the axis must show: a vague date only where no exact one lies in it.
function axisDays(nodes) {
  const exact = nodes.filter((node) => !coarse(node))
    .flatMap((node) => (node.last - node.first > 45 ? [node.first] : [node.first, node.last]));
  const vague = nodes.filter((node) => coarse(node) && !exact.some((day) => day >= node.first && day <= node.last));
  return [...exact, ...vague.map((node) => node.first)];
}

function lasting(days) {
  if (days < 14) return plural(days, "day", "days");
  if (days < 60) return plural(Math.round(days / 7), "week", "weeks");
  if (days < 700) return plural(Math.round(days / 30.4), "month", "months");
  return plural(Math.round(days / 365.25), "year", "years");
}

// Stretches of the calendar that are drawn; between two of them the axis is cut.
function stretches(days) {
  const all = [...new Set(days)].sort((a, b) => a - b);
  if (!all.length) return [];
  const gaps = all.slice(1).map((day, i) => ({ at: i + 1, days: day - all[i] - 1 }));
  let kept = all[all.length - 1] - all[0] + 1;
  const cuts = new Set();
  for (const gap of gaps.sort((a, b) => b.days - a.days || a.at - b.at)) {
    if (gap.days <= 9 || gap.days <= kept * 0.2 || cuts.size >= 6) break;
    cuts.add(gap.at);
    kept -= gap.days;
  }
  const found = [[all[0], all[0]]];
  all.slice(1).forEach((day, i) => {
    if (cuts.has(i + 1)) found.push([day, day]);
    else found[found.length - 1][1] = day;
  });
  return found;
}

// A scale of about `width` pixels. Every drawn day is equally wide, but for days on which
// much happens: `needs` maps a day to the pixels that it takes to show it.
function makeScale(days, width, needs = new Map()) {
  const runs = stretches(days);
  const cut = runs.length > 1 ? Math.min(54, (width * (width < 420 ? 0.15 : 0.24)) / (runs.length - 1)) : 0;
  const total = runs.reduce((sum, [a, b]) => sum + b - a + 1, 0) || 1;
  const room = width - cut * (runs.length - 1);
  const least = Math.min(width < 420 ? 1.2 : 3, (room / total) * 0.5);
  let perDay = Math.min(room / total, 150), wide = [];
  for (let i = 0; i < 20; i += 1) {
    wide = [...needs].filter(([, need]) => need > perDay);
    const taken = wide.reduce((sum, [, need]) => sum + need, 0);
    const next = Math.min(Math.max((room - taken) / Math.max(total - wide.length, 1), least), 150);
    if (Math.abs(next - perDay) < 0.01) break;
    perDay = next;
  }
  wide = wide.map(([day, need]) => [day, need - perDay]).sort((a, b) => a[0] - b[0]);
  const extra = (from, to) => wide.reduce((sum, [day, more]) => sum + (day >= from && day < to ? more : 0), 0);
  const starts = [], ends = [];
  let x = 0;
  runs.forEach(([a, b]) => {
    starts.push(x);
    ends.push(x + (b - a + 1) * perDay + extra(a, b + 1));
    x = ends.at(-1) + cut;
  });
  const used = Math.max(x - cut, 0);
  const at = (day) => {
    if (!runs.length || day <= runs[0][0]) return 0;
    for (let i = 0; i < runs.length; i += 1) {
      const [a, b] = runs[i];
      if (day <= b + 1) return starts[i] + (day - a) * perDay + extra(a, day);
      const next = runs[i + 1];
      if (next && day < next[0]) return ends[i] + ((day - b - 1) / (next[0] - b - 1)) * cut;
    }
    return used;
  };
  const breaks = runs.slice(1).map(([a], i) => ({
    x: ends[i], width: cut, days: a - runs[i][1] - 1, from: runs[i][1] + 1, to: a - 1,
  }));
  const dayWidth = (day) => at(day + 1) - at(day);
  const middle = (day) => (at(day) + at(day + 1)) / 2;
  return { at, middle, dayWidth, perDay, runs, ends, breaks, used, ticks: ticks(runs, at, perDay) };
}

function ticks(runs, at, perDay) {
  const found = [];
  let year = null, lastX = -Infinity;
  for (const [a, b] of runs) {
    const step = [1, 2, 7, 14].find((days) => days * perDay >= 58 || (days === 7 && b - a < 45));
    let opened = false;
    for (let day = a; day <= b; day += 1) {
      const p = parts(day);
      const months = step ? 0 : [1, 2, 3, 6, 12].find((n) => n * 30 * perDay >= 58) ?? 12;
      const due = step ? (day - a) % step === 0 : day === a || (p.d === 1 && p.m % months === 0);
      const x = step ? (at(day) + at(day + 1)) / 2 : at(day);
      if (!due || x - lastX < 50) continue;
      const label = step || !opened ? shortDay(day) : MONTHS[p.m].slice(0, 3);
      found.push({ x, label, year: p.y === year ? "" : String(p.y), day });
      year = p.y;
      lastX = x;
      opened = true;
    }
  }
  return found;
}
