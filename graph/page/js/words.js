// Words of the page: names of types, and evidence in its sentence.
const TYPE_NAMES = { talks: "Talks", meeting: "Meeting", call: "Call", visit: "Visit", statement: "Statement",
  proposal: "Proposal", agreement: "Agreement", signing: "Signing", pledge: "Pledge", rejection: "Rejection",
  deviation: "Deviation", impasse: "Deadlock", walkout: "Walkout", ceasefire: "Ceasefire", attack: "Attack",
  mobilization: "Mobilisation", sanction: "Sanction", referendum: "Referendum", vote: "Vote",
  deadline: "Deadline", other: "Event", person: "Person", party: "Side", organization: "Organisation", place: "Place" };
const titled = (word) => (word ? word[0].toUpperCase() + word.slice(1) : "");
const typeName = (node) => TYPE_NAMES[node.type] ?? titled(String(node.type ?? "event"));
const PRECISION = { day: "to the day", range: "a span of days", month: "to the month", year: "to the year", unknown: "" };
const MODALITY = { planned: "planned", hypothetical: "possible", negated: "did not happen" };
const modalityWords = (node) =>
  [MODALITY[node.modality], node.denied ? "denied" : ""].filter(Boolean).join(", ");
const relationWords = (edge, back) => {
  const words = ABOUT.relations[edge.relation] ?? [edge.relation, edge.relation];
  return words[back ? 1 : 0];
};
const sureness = (value) =>
  value >= 0.9 ? "sure" : value >= 0.7 ? "fairly sure" : value >= 0.5 ? "likely" : "a guess";
const BASIS = { manifest: "given with the articles", stated: "stated in the article", inferred: "worked out from the articles",
  clause: "the sentence says when", discourse: "as in the sentences before", published: "the day the article appeared" };

const ABBREVIATED = /(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Prof|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co)|\b\p{Lu})\.$/u;
const ENDS = /[.!?…]["'”’»)\]]*\s+(?=["'“‘«(\[]?[\p{Lu}\d])/gu;

// The sentence, or sentences, around [start, end) without leaving the paragraph.
function sentenceAround(text, start, end) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end);
  const to = stop < 0 ? text.length : stop;
  let left = from, right = to;
  const paragraph = text.slice(from, to);
  for (const match of paragraph.matchAll(ENDS)) {
    const before = paragraph.slice(Math.max(0, match.index - 12), match.index + 1);
    if (ABBREVIATED.test(before)) continue;
    const cut = from + match.index + match[0].length;
    if (cut <= start) left = cut;
    else if (cut >= end) {
      right = cut;
      break;
    }
  }
  return [left, right];
}

// The words of one piece of evidence and of a few around it, the words marked.
function sentenceParts(evidence) {
  if (evidence.s === undefined) return ["", evidence.t ?? "", ""];
  const text = articleText(evidence.a);
  const [left, right] = sentenceAround(text, evidence.s, evidence.e);
  const clip = (part, fromEnd) => {
    if (part.length <= 320) return part;
    return fromEnd ? `… ${part.slice(-300)}` : `${part.slice(0, 300)} …`;
  };
  return [clip(text.slice(left, evidence.s).trimStart(), true), text.slice(evidence.s, evidence.e),
    clip(text.slice(evidence.e, right).trimEnd(), false)];
}
// Words without the quotation marks around them, for where the page sets its own. Marks
// inside them become single ones, as in print, and half a pair goes; the panel has the words verbatim.
function unquoted(text) {
  const words = [...visible(text).trim()];
  const open = [];
  words.forEach((mark, i) => {
    if (!/["“”]/.test(mark)) return;
    const match = mark === "”" ? open.findLastIndex((at) => words[at] !== '"') : mark === '"' ? open.findLastIndex((at) => words[at] === '"') : -1;
    if (match < 0) {
      if (mark === "”") words[i] = "";
      else open.push(i);
      return;
    }
    const [start] = open.splice(match, 1);
    const around = start === 0 && !words.slice(i + 1).join("").replace(/[,.]/g, "");
    [words[start], words[i]] = around ? ["", ""] : ["‘", "’"];
  });
  for (const i of open) words[i] = "";
  return words.join("").replace(/,$/, "").trim();
}
// What somebody said: in quotation marks only where the article quotes it.
const sayingOf = (node, most = Infinity) => {
  const text = node.text || node.label;
  return ["indirect", "mixed"].includes(node.said)
    ? el("span", { class: "said" }, shortened(visible(text).trim(), most))
    : el("q", {}, shortened(unquoted(text), most));
};
const shortened = (text, most) => (text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, "")} …`);
const wordsOf = (evidence) => sentenceParts(evidence)[1];
const outletOf = (evidence) => {
  const article = ABOUT.articles[evidence.a];
  return article?.name || evidence.f || "Unknown source";
};
const publishedOf = (evidence) => {
  const article = ABOUT.articles[evidence.a];
  return article?.published ? longDay(dayOf(article.published)) : "undated";
};

function quotation(evidence, { open = null, speaker = "" } = {}) {
  const [before, words, after] = sentenceParts(evidence);
  const who = evidence.w ?? speaker;
  const article = ABOUT.articles[evidence.a];
  return el("figure", { class: "evidence" },
    el("blockquote", {}, before, el("mark", {}, words), after),
    el("figcaption", {},
      el("b", {}, outletOf(evidence)), `, ${publishedOf(evidence)}`,
      who ? [" · said by ", who] : null,
      open && article
        ? [" ", el("button", { type: "button", class: "link", onclick: open,
            "aria-label": `Read in the article: ${article.title || article.file}` }, "Read in the article")]
        : null));
}
