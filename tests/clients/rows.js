// Answer queries by Comunica: node rows.js ENDPOINT < [{"name", "query", "form"}, ...]
// Prints {name: rows or triples, each an object or a list of values}.
const { QueryEngine } = require("@comunica/query-sparql");

async function answer(engine, context, { query, form }) {
  if (form === "CONSTRUCT") {
    const found = await (await engine.queryQuads(query, context)).toArray();
    return found.map((quad) => [quad.subject, quad.predicate, quad.object].map((term) => term.value));
  }
  const found = await (await engine.queryBindings(query, context)).toArray();
  return found.map((row) => Object.fromEntries([...row].map(([name, term]) => [name.value, term.value])));
}

async function main() {
  let given = "";
  for await (const chunk of process.stdin) given += chunk;
  const engine = new QueryEngine();
  const context = { sources: [{ type: "sparql", value: process.argv[2] }] };
  const answers = {};
  for (const asked of JSON.parse(given)) {
    try {
      answers[asked.name] = await answer(engine, context, asked);
    } catch (error) {
      answers[asked.name] = { error: String(error) };
    }
  }
  console.log(JSON.stringify(answers));
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
