package org.w3id.urbis.loader.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes an index of names, statement by statement. One thing is held in memory at a time, and up to 64 MiB that wait for the
 * disk. The index is whole once this is closed.
 */
public final class NameIndexBuilder implements AutoCloseable {

    /** So much is held before it is written: the more, the less often is what was written read again and merged. */
    private static final double BUFFER_MIB = Math.clamp(Runtime.getRuntime().maxMemory() >> 25, 16, 64);
    /** Of how many parts an index may consist that was amended again and again. */
    private static final int MOST_SEGMENTS = 8;
    /** In characters; Lucene takes 32,766 bytes. */
    private static final int LONGEST_TERM = 8_000;

    private final Path directory;
    private final ThingReader reader;
    private final FSDirectory files;
    private final IndexWriter writer;
    /** The things that are read; empty for all. */
    private final Optional<Set<Node>> wanted;

    private final List<Quad> about = new ArrayList<>();

    private NameIndexBuilder(
            Path directory, ThingReader reader, IndexWriterConfig.OpenMode mode, Optional<Set<Node>> wanted)
            throws IOException {
        this.directory = directory;
        this.reader = reader;
        this.wanted = wanted;
        this.files = LuceneFiles.in(directory);
        this.writer = new IndexWriter(
                files,
                new IndexWriterConfig()
                        .setOpenMode(mode)
                        .setRAMBufferSizeMB(BUFFER_MIB)
                        .setUseCompoundFile(false));
    }

    /**
     * Begins an index.
     *
     * @param directory where to; made if there is none, emptied if there is one
     * @param graph     all statements, for looking things up, in a transaction of the caller's
     * @throws NameIndexException if the disk refuses
     */
    public static NameIndexBuilder in(Path directory, DatasetGraph graph) {
        return in(directory, Surroundings.in(graph));
    }

    /**
     * Begins an index of what does not lie in a dataset.
     *
     * @param directory where to; made if there is none, emptied if there is one
     * @param around    looks things up
     * @throws NameIndexException if the disk refuses
     */
    public static NameIndexBuilder in(Path directory, Surroundings around) {
        try {
            return new NameIndexBuilder(
                    directory, new ThingReader(around), IndexWriterConfig.OpenMode.CREATE, Optional.empty());
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    /**
     * Goes on with an index of another state of the graph, all of which stays that a change does not concern. It takes the
     * same statements as one that is made from nothing, and answers like that, but only reads the things that the change
     * concerns.
     *
     * @param directory where the index lies; its files are never changed, but new ones come and old ones go
     * @param changed   the statements that are new or there no more
     * @param graph     all statements, for looking things up, in a transaction of the caller's
     * @throws NameIndexException if there is no index, it is of another version, or the disk refuses
     */
    public static NameIndexBuilder amending(Path directory, List<Quad> changed, DatasetGraph graph) {
        NameIndex.open(directory).close();
        try {
            ThingReader reader = new ThingReader(Surroundings.in(graph));
            Set<Node> concerned = ThingReader.concerned(changed, graph);
            NameIndexBuilder builder =
                    new NameIndexBuilder(directory, reader, IndexWriterConfig.OpenMode.APPEND, Optional.of(concerned));
            for (Node thing : concerned) {
                builder.writer.deleteDocuments(new Term(Fields.IRI, cut(thing.getURI())));
            }
            return builder;
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    /** The things that are read; none if all are. */
    public Set<Node> concerned() {
        return wanted.orElse(Set.of());
    }

    /** The properties by which things have the names that an index holds. */
    public static Set<Node> namingProperties() {
        return ThingReader.NAMES.keySet();
    }

    /**
     * Takes one statement. Those about one subject come one after the other.
     *
     * @throws NameIndexException if the disk refuses
     */
    public void add(Quad quad) {
        if (!about.isEmpty() && !about.getFirst().getSubject().equals(quad.getSubject())) {
            flush();
        }
        if (wanted.isEmpty() || wanted.get().contains(quad.getSubject())) {
            about.add(quad);
        }
    }

    private void flush() {
        Node subject = about.getFirst().getSubject();
        Optional<NamedThing> thing = subject.isURI() ? reader.read(subject, about) : Optional.empty();
        about.clear();
        try {
            if (thing.isPresent()) {
                writer.addDocument(document(thing.get()));
            }
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    /**
     * Writes what is left and closes the files.
     *
     * @throws NameIndexException if the disk refuses
     */
    @Override
    public void close() {
        try (files;
                writer) {
            if (!about.isEmpty()) {
                flush();
            }
            writer.setLiveCommitData(Map.of(Fields.VERSION_KEY, Fields.VERSION).entrySet());
            writer.forceMerge(wanted.isEmpty() ? 1 : MOST_SEGMENTS);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    private static NameIndexException unwritable(Path directory, IOException e) {
        return new NameIndexException("Cannot write the index of names to " + directory, e);
    }

    private static Document document(NamedThing thing) throws IOException {
        Document document = new Document();
        put(document, Fields.IRI, List.of(thing.iri()));
        document.add(new SortedDocValuesField(Fields.ORDER, new BytesRef(cut(thing.iri()))));
        put(document, Fields.TYPE, thing.types());
        put(document, Fields.COUNTRY, thing.country().stream().toList());
        put(document, Fields.WITHIN, thing.within());
        put(document, Fields.CODE, thing.codes());
        Set<String> keys = new LinkedHashSet<>();
        Set<String> cores = new LinkedHashSet<>();
        Set<String> skeletons = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        for (Name name : thing.names()) {
            FoldedText folded = FoldedText.of(name.text());
            keys.add(folded.key());
            keys.add(folded.ownKey());
            FoldedText core = Designations.core(folded);
            cores.add(core.key());
            cores.add(core.ownKey());
            cores.add(Designations.withoutArticle(core).key());
            skeletons.add(core.skeleton());
            words.addAll(folded.terms());
        }
        put(document, Fields.KEY, keys);
        put(document, Fields.CORE, cores);
        put(document, Fields.SKELETON, skeletons);
        put(document, Fields.WORD, words);
        document.add(new DoubleDocValuesField(Fields.WEIGHT, thing.weight()));
        document.add(new BinaryDocValuesField(Fields.THING, new BytesRef(ThingBytes.write(thing))));
        return document;
    }

    /** Texts longer than the index takes are cut; no name or code is that long. */
    private static void put(Document document, String field, Collection<String> texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                document.add(new StringField(field, cut(text), Field.Store.NO));
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TERM ? text : text.substring(0, LONGEST_TERM);
    }
}
