// node fetch-sparql-endpoint.mjs ENDPOINT, with URBIS_NPM naming the folder that npm installed the package into.
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.URBIS_NPM}/`);
const { SparqlEndpointFetcher } = require('fetch-sparql-endpoint');

const endpoint = process.argv[2];
const prefixes = `
  PREFIX urbis: <https://w3id.org/urbis/ontology#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>`;

async function collect(stream) {
  const all = [];
  for await (const one of stream) {
    all.push(one);
  }
  return all;
}

for (const method of ['GET', 'POST']) {
  const fetcher = new SparqlEndpointFetcher({ method });
  const rows = await collect(await fetcher.fetchBindings(endpoint, `${prefixes}
    SELECT ?network ?name WHERE { ?network a urbis:Network ; skos:prefLabel ?name FILTER (LANG(?name) = "fr") }`));
  for (const row of rows) {
    console.log(`row ${row.network.value} ${row.name.value}@${row.name.language}`);
  }
  console.log(`ask ${await fetcher.fetchAsk(endpoint, `${prefixes} ASK { ?network a urbis:Network }`)}`);
  const triples = await collect(await fetcher.fetchTriples(endpoint, `${prefixes}
    CONSTRUCT { ?network skos:prefLabel ?name } WHERE { ?network a urbis:Network ; skos:prefLabel ?name }`));
  console.log(`triples ${triples.length}`);
}
try {
  await new SparqlEndpointFetcher().fetchBindings(endpoint, 'SELECT * {');
} catch (refused) {
  console.log(`refused ${/HTTP status 400/.test(refused.message)}`);
}
