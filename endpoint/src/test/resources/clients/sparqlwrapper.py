# Asks with SPARQLWrapper in each of its formats: python3 sparqlwrapper.py ENDPOINT
import sys

from SPARQLWrapper import CSV, JSON, JSONLD, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

PREFIXES = """
    PREFIX urbis: <https://w3id.org/urbis/ontology#>
    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
FRENCH = PREFIXES + """
    SELECT ?network ?name { ?network a urbis:Network ; skos:prefLabel ?name FILTER (LANG(?name) = "fr") }"""
NAMES = PREFIXES + """
    CONSTRUCT { ?network skos:prefLabel ?name } { ?network a urbis:Network ; skos:prefLabel ?name }"""


def ask(query, form, method=None):
    endpoint = SPARQLWrapper(sys.argv[1])
    if method:
        endpoint.setMethod(method)
    endpoint.setQuery(query)
    endpoint.setReturnFormat(form)
    return endpoint.query().convert()


for method in (None, POST):
    for row in ask(FRENCH, JSON, method)["results"]["bindings"]:
        print("row", row["network"]["value"], row["name"]["value"] + "@" + row["name"]["xml:lang"])
print("xml", len(ask(FRENCH, XML).getElementsByTagName("result")))
print("csv", len(ask(FRENCH, CSV).splitlines()))
print("tsv", len(ask(FRENCH, TSV).splitlines()))
print("ask", ask(PREFIXES + "ASK { ?network a urbis:Network }", JSON)["boolean"])
print("rdfxml", len(ask(NAMES, RDFXML)))
print("turtle", b"prefLabel" in ask(NAMES, TURTLE))
try:
    ask("SELECT * {", JSON)
except QueryBadFormed as refused:
    print("refused", "Line 1, column 10" in str(refused))
