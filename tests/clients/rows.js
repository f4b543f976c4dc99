// Print the rows of a query as JSON: node rows.js ENDPOINT < query
const { QueryEngine } = require("@comunica/query-sparql");

async function main() {
  let query = "";
  for await (const chunk of process.stdin) query += chunk;
  const engine = new QueryEngine();
  const found = await engine.queryBindings(query, {
    sources: [{ type: "sparql", value: process.argv[2] }],
  });
  const rows = await found.toArray();
  console.log(JSON.stringify(rows.map((row) =>
    Object.fromEntries([...row].map(([name, term]) => [name.value, term.value])))));
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
