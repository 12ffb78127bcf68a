package org.w3id.urbis.loader.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The index of names of one revision, open for reading by any number of threads. Its files are mapped into memory, so that
 * it takes hardly any heap.
 */
public final class NameIndex implements AutoCloseable {

    private static final Sort BY_RANK_THEN_WEIGHT = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Fields.WEIGHT, SortField.Type.DOUBLE, true),
            new SortField(Fields.ORDER, SortField.Type.STRING));
    /** How many things are looked at more closely for each one wanted. */
    private static final int CLOSER_LOOKS = 2;

    private static final int FEWEST_CLOSER_LOOKS = 50;

    private final FSDirectory files;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private NameIndex(FSDirectory files, DirectoryReader reader) {
        this.files = files;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        // Every query is different; what Lucene would keep of them is heap for nothing.
        this.searcher.setQueryCache(null);
    }

    /**
     * Opens an index.
     *
     * @param directory where it lies
     * @return the index, to be closed
     * @throws NameIndexException if there is none, it is damaged, or it was made by another version of this program
     */
    public static NameIndex open(Path directory) {
        try {
            FSDirectory files = LuceneFiles.in(directory);
            try {
                DirectoryReader reader = DirectoryReader.open(files);
                String version = reader.getIndexCommit().getUserData().get(Fields.VERSION_KEY);
                if (!Fields.VERSION.equals(version)) {
                    reader.close();
                    throw new NameIndexException("The index of names in " + directory + " is of version " + version
                            + ", not " + Fields.VERSION);
                }
                return new NameIndex(files, reader);
            } catch (IOException | RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NameIndexException("Cannot open the index of names in " + directory, e);
        }
    }

    /** How many things it holds. */
    public int size() {
        return reader.numDocs();
    }

    /**
     * Finds things by their names and codes.
     *
     * @param asked what is looked for; an empty text finds all that pass the filters, the weightiest first
     * @return the matches: those found by a code first, then the most alike, among equals the weightiest first; empty if
     *     nothing is found
     * @throws NameIndexException if the index cannot be read
     */
    public List<NameMatch> search(NameQuery asked) {
        FoldedText text = FoldedText.of(asked.text());
        LuceneQueries queries = new LuceneQueries(asked, text);
        if (asked.text().isBlank()) {
            return things(queries.everything(), asked.limit())
                    .map(thing -> new NameMatch(thing, thing.names().getFirst(), Similarity.SAME, false))
                    .toList();
        }
        int looks = Math.max(FEWEST_CLOSER_LOOKS, asked.limit() * CLOSER_LOOKS);
        List<NamedThing> found = new ArrayList<>();
        if (asked.typos() != NameQuery.Typos.ALWAYS) {
            things(queries.exactly(), looks).forEach(found::add);
        }
        if (asked.typos() == NameQuery.Typos.ALWAYS || asked.typos() == NameQuery.Typos.OTHERWISE && found.isEmpty()) {
            things(queries.loosely(), looks).forEach(found::add);
        }
        String code = Codes.plain(asked.text());
        Similarity similarity = new Similarity(text, asked.beginning());
        return found.stream()
                .map(thing -> match(thing, similarity, asked, code))
                .sorted(Comparator.comparing(NameMatch::byCode)
                        .thenComparingDouble(NameMatch::score)
                        .thenComparingDouble(match -> match.thing().weight())
                        .reversed()
                        .thenComparing(match -> match.thing().iri()))
                .limit(asked.limit())
                .toList();
    }

    /**
     * Counts what a search would find if it had no limit.
     *
     * @throws NameIndexException if the index cannot be read
     */
    public int count(NameQuery asked) {
        FoldedText text = FoldedText.of(asked.text());
        LuceneQueries queries = new LuceneQueries(asked, text);
        try {
            if (asked.text().isBlank()) {
                return searcher.count(queries.everything());
            }
            int exactly = asked.typos() == NameQuery.Typos.ALWAYS ? 0 : searcher.count(queries.exactly());
            return exactly > 0 || asked.typos() == NameQuery.Typos.NEVER ? exactly : searcher.count(queries.loosely());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Finds the things that may have a name with some words.
     *
     * @param words what is asked for; what is found has the words among all its names, not always in a single one
     * @param most  how many at most
     * @return those with most of the words first, among equals the weightiest first
     * @throws NameIndexException if the index cannot be read
     */
    public List<NamedThing> withWords(WordQuery words, int most) {
        return things(words.lucene(), most).toList();
    }

    /** The properties whose values are names of some sort. */
    public static Set<Node> properties(Name.Role role) {
        return ThingReader.properties(role);
    }

    /** Finds a thing by its IRI; empty if it is not known or has no name. */
    public Optional<NamedThing> find(String iri) {
        return things(new TermQuery(new Term(Fields.IRI, iri)), 1).findFirst();
    }

    /**
     * Finds things by an identifier or a code.
     *
     * @param code as {@link Codes} writes it
     * @return the things that have it, the weightiest first
     */
    public List<NamedThing> withCode(String code) {
        return things(new TermQuery(new Term(Fields.CODE, code)), FEWEST_CLOSER_LOOKS)
                .toList();
    }

    private static NameMatch match(NamedThing thing, Similarity similarity, NameQuery asked, String code) {
        boolean byCode =
                thing.codes().contains(code) || thing.iri().equals(asked.text().strip());
        Name best = null;
        double score = 0;
        for (Name name : thing.names()) {
            double alike = similarity.of(FoldedText.of(name.text()));
            if (best == null || alike > score) {
                best = name;
                score = alike;
            }
        }
        return byCode && score < Similarity.SAME
                ? new NameMatch(thing, thing.name(language -> 0), Similarity.SAME, true)
                : new NameMatch(thing, best, score, byCode);
    }

    private Stream<NamedThing> things(Query query, int most) {
        try {
            ScoreDoc[] found = searcher.search(query, most, BY_RANK_THEN_WEIGHT).scoreDocs;
            List<NamedThing> things = new ArrayList<>(found.length);
            for (ScoreDoc document : found) {
                things.add(thing(document.doc));
            }
            return things.stream();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private NamedThing thing(int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.THING);
        if (!values.advanceExact(document - leaf.docBase)) {
            throw new NameIndexException("The index of names holds a thing without content");
        }
        BytesRef bytes = values.binaryValue();
        return ThingBytes.read(bytes.bytes, bytes.offset, bytes.length);
    }

    private NameIndexException unreadable(IOException e) {
        return new NameIndexException("Cannot read the index of names in " + files.getDirectory(), e);
    }

    /** Lets go of the files. Nothing may be searched any more, nor be searching just now. */
    @Override
    public void close() {
        try (files) {
            reader.close();
        } catch (IOException e) {
            throw new NameIndexException("Cannot close the index of names in " + files.getDirectory(), e);
        }
    }
}
