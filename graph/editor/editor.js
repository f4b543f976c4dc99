// Completions of prefixes and properties would be fetched from the web; none are.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.defaults.value = `PREFIX pl: <https://w3id.org/parley/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>

SELECT ?date ?label WHERE {
  ?event sem:hasBeginTimeStamp ?date ; rdfs:label ?label .
}
ORDER BY ?date`;
new Yasgui(document.getElementById("editor"), {
  requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST" },
  endpointCatalogueOptions: { getData: () => [] },
  copyEndpointOnNewTab: false,
  persistenceId: null,
});
