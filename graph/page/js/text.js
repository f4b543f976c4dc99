// How wide words are, and where they break.
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
