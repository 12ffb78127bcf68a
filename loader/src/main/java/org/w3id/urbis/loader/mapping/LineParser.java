package org.w3id.urbis.loader.mapping;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.ntriples.NTriplesParser;

/** Rio's parser of N-Triples, which does not look again whether an IRI is one that was met a little before. */
final class LineParser extends NTriplesParser {

    private static final int BITS = 14;

    private final String[] texts = new String[1 << BITS];
    private final IRI[] iris = new IRI[1 << BITS];

    @Override
    protected IRI createURI(String text) {
        int place = text.hashCode() * 0x9E3779B9 >>> Integer.SIZE - BITS;
        if (text.equals(texts[place])) {
            return iris[place];
        }
        IRI iri = super.createURI(text);
        // What is wrong with an escape is told of each line.
        if (iri != null && text.indexOf('\\') < 0) {
            texts[place] = text;
            iris[place] = iri;
        }
        return iri;
    }
}
