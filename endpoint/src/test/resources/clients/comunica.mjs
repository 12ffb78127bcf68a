// Asks with Comunica, which finds out by the service description that the address is an endpoint.
// node comunica.mjs ENDPOINT, with URBIS_NPM naming the folder that npm installed @comunica/query-sparql into.
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.URBIS_NPM}/`);
const { QueryEngine } = require('@comunica/query-sparql');

const engine = new QueryEngine();
const context = { sources: [process.argv[2]] };
const prefixes = `
  PREFIX urbis: <https://w3id.org/urbis/ontology#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>`;

const rows = await engine.queryBindings(`${prefixes}
  SELECT ?network ?name WHERE { ?network a urbis:Network ; skos:prefLabel ?name FILTER (LANG(?name) = "fr") }`, context);
for (const row of await rows.toArray()) {
  const name = row.get('name');
  console.log(`row ${row.get('network').value} ${name.value}@${name.language}`);
}
console.log(`ask ${await engine.queryBoolean(`${prefixes} ASK { ?network a urbis:Network }`, context)}`);
const quads = await engine.queryQuads(`${prefixes}
  CONSTRUCT { ?network skos:prefLabel ?name } WHERE { ?network a urbis:Network ; skos:prefLabel ?name }`, context);
console.log(`triples ${(await quads.toArray()).length}`);
