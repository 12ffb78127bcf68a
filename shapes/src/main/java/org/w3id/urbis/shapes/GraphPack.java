package org.w3id.urbis.shapes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Graphs in a form that takes no reading, with what they were made of.
 *
 * <p>Equal files give equal bytes. The form is for one build of the program and has no versions.
 */
final class GraphPack {

    private static final int MAGIC = 0x75726231;

    private GraphPack() {}

    /**
     * Writes a graph.
     *
     * @param name     begins the labels of its blank nodes
     * @param made     names and checksums of the files it was made of
     * @param prefixes its prefixes
     * @param triples  its triples, each once; blank nodes are numbered in their order
     * @param out      where to
     */
    static void write(
            String name,
            SortedMap<String, Long> made,
            SortedMap<String, String> prefixes,
            List<Triple> triples,
            OutputStream out)
            throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(made.size());
        for (Map.Entry<String, Long> file : made.entrySet()) {
            data.writeUTF(file.getKey());
            data.writeLong(file.getValue());
        }
        data.writeInt(prefixes.size());
        for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
            data.writeUTF(prefix.getKey());
            data.writeUTF(prefix.getValue());
        }
        Map<Node, Integer> numbers = terms(name, triples, data);
        writeSorted(triples, numbers, data, List.of(Triple::getSubject, Triple::getPredicate, Triple::getObject));
        writeSorted(triples, numbers, data, List.of(Triple::getPredicate, Triple::getObject, Triple::getSubject));
        writeSorted(triples, numbers, data, List.of(Triple::getObject, Triple::getSubject, Triple::getPredicate));
        data.flush();
    }

    /**
     * Reads a graph, if it was made of the very same files.
     *
     * @param name begins the labels of its blank nodes
     * @param made names and checksums of the files as they are
     * @param in   where from
     * @return the graph; empty if the files, or the form, are others
     */
    static Optional<Graph> read(String name, SortedMap<String, Long> made, InputStream in) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(in.readAllBytes());
        DataInputStream data = new DataInputStream(new Bytes(all));
        if (data.readInt() != MAGIC) {
            return Optional.empty();
        }
        SortedMap<String, Long> then = new TreeMap<>();
        for (int files = data.readInt(); files > 0; files--) {
            then.put(data.readUTF(), data.readLong());
        }
        if (!then.equals(made)) {
            return Optional.empty();
        }
        Map<String, String> prefixes = new HashMap<>();
        for (int count = data.readInt(); count > 0; count--) {
            prefixes.put(data.readUTF(), data.readUTF());
        }
        ByteBuffer texts = all.slice(all.position() + 4, all.getInt(all.position()));
        all.position(all.position() + 4 + texts.capacity());
        PackedTerms terms = new PackedTerms(name, texts, ints(all), ints(all));
        PackedGraph graph = new PackedGraph(terms, ints(all), ints(all), ints(all));
        graph.getPrefixMapping().setNsPrefixes(prefixes);
        return Optional.of(graph);
    }

    private static Map<Node, Integer> terms(String name, List<Triple> triples, DataOutputStream data)
            throws IOException {
        // The sort is stable, so that blank nodes stay in the order of their files.
        List<Node> terms = triples.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .distinct()
                .sorted(Writing.ORDER)
                .toList();
        List<byte[]> texts = new ArrayList<>();
        for (Node term : terms) {
            texts.add(bytes(term));
        }
        data.writeInt(texts.stream().mapToInt(text -> text.length).sum());
        int[] ends = new int[terms.size()];
        for (int i = 0, end = 0; i < ends.length; i++) {
            data.write(texts.get(i));
            end += texts.get(i).length;
            ends[i] = end;
        }
        writeInts(ends, data);
        Map<Node, Integer> numbers = new HashMap<>();
        terms.forEach(term -> numbers.put(term, numbers.size()));
        writeInts(slots(name, terms), data);
        return numbers;
    }

    private static byte[] bytes(Node term) {
        byte[] qualifier = PackedTerms.qualifier(term).getBytes(StandardCharsets.UTF_8);
        byte[] text = term.isBlank() ? new byte[0] : PackedTerms.text(term).getBytes(StandardCharsets.UTF_8);
        if (qualifier.length > 255) {
            throw new IllegalArgumentException("too long a datatype to be packed: " + term);
        }
        return ByteBuffer.allocate(2 + qualifier.length + text.length)
                .put(PackedTerms.kind(term))
                .put((byte) qualifier.length)
                .put(qualifier)
                .put(text)
                .array();
    }

    private static int[] slots(String name, List<Node> terms) {
        int[] slots = new int[Integer.highestOneBit(Math.max(1, terms.size())) * 4];
        for (int number = 0; number < terms.size(); number++) {
            Node term = terms.get(number);
            String text = term.isBlank() ? PackedTerms.label(name, number) : PackedTerms.text(term);
            int slot = PackedTerms.hash(text) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
        return slots;
    }

    private static void writeSorted(
            List<Triple> triples, Map<Node, Integer> numbers, DataOutputStream data, List<Function<Triple, Node>> order)
            throws IOException {
        int[][] rows = triples.stream()
                .map(triple -> order.stream()
                        .mapToInt(part -> numbers.get(part.apply(triple)))
                        .toArray())
                .sorted(Arrays::compare)
                .toArray(int[][]::new);
        writeInts(Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray(), data);
    }

    private static void writeInts(int[] numbers, DataOutputStream data) throws IOException {
        data.writeInt(numbers.length);
        for (int number : numbers) {
            data.writeInt(number);
        }
    }

    private static int[] ints(ByteBuffer from) {
        int[] numbers = new int[from.getInt()];
        from.slice().asIntBuffer().get(numbers);
        from.position(from.position() + Integer.BYTES * numbers.length);
        return numbers;
    }

    /** What only the build needs. */
    private static final class Writing {

        static final Comparator<Node> ORDER = Comparator.comparing(PackedTerms::kind)
                .thenComparing(PackedTerms::qualifier)
                .thenComparing(term -> term.isBlank() ? "" : PackedTerms.text(term));
    }

    /** Reads from a buffer and leaves it where reading ended. */
    private static final class Bytes extends InputStream {

        private final ByteBuffer buffer;

        Bytes(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public int read() {
            return buffer.hasRemaining() ? Byte.toUnsignedInt(buffer.get()) : -1;
        }
    }
}
