package org.w3id.urbis.loader.publication;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.dboe.base.file.BufferChannel;
import org.apache.jena.dboe.base.file.FileFactory;
import org.apache.jena.dboe.base.file.FileSet;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.urbis.loader.statement.StatementOrder;
import org.w3id.urbis.loader.statement.Statements;

/**
 * Fills an empty TDB2 database from sorted statements: the table of terms, and each index from its leaves up, as TDB2's own
 * loader for very large data does, but with the sorting done in memory and by counting. Its blocks are full, and none is
 * ever written twice.
 */
final class PackedStore {

    private static final int DIGIT_BITS = 16;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final DatasetGraph database;
    private final Statements statements;
    private final StatementOrder order;
    /** For each term its id in the store, and its place among the ids. */
    private final long[] ids;

    private final int[] places;

    private PackedStore(DatasetGraph database, SortedQuads sorted) {
        this.database = database;
        this.statements = sorted.statements();
        this.order = sorted.order();
        this.ids = new long[statements.terms()];
        this.places = new int[statements.terms()];
    }

    /**
     * Fills a database. It has to be closed and opened again before it is read.
     *
     * @param database empty, and not in a transaction
     */
    static void write(DatasetGraph database, SortedQuads sorted) {
        PackedStore store = new PackedStore(database, sorted);
        store.writeTerms();
        store.sortIds();
        store.writeIndexes();
    }

    private void writeTerms() {
        DatasetGraphTDB storage = TDBInternal.getDatasetGraphTDB(database);
        NodeTableTRDF table = (NodeTableTRDF)
                storage.getQuadTable().getNodeTupleTable().getNodeTable().baseNodeTable();
        BufferChannel state = FileFactory.createBufferChannel(
                new FileSet(storage.getLocation(), Names.nodeTableBaseName), Names.extBptState);
        database.executeWrite(() -> {
            BinaryDataFile file = table.getData();
            Hashes hashes = new Hashes(statements.terms());
            for (int place = 0; place < statements.terms(); place++) {
                writeTerm(order.term(place), file, hashes);
            }
            RecordFactory records = new RecordFactory(SystemTDB.LenNodeHash, NodeId.SIZE);
            BPlusTree index = (BPlusTree) table.getIndex();
            pack(index, state, records, hashes.sorted(), term -> hashes.record(records, term, ids[term]))
                    .sync();
            file.sync();
        });
    }

    private void writeTerm(int number, BinaryDataFile file, Hashes hashes) {
        Node term = statements.term(number);
        NodeId id = NodeId.inline(term);
        if (id == null) {
            id = NodeIdFactory.createPtr(file.length());
            file.write(ThriftConvert.termToBytes(ThriftConvert.convert(term, false)));
            hashes.add(number, term);
        }
        byte[] bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(id, bytes, 0);
        ids[number] = Bytes.getLong(bytes, 0);
    }

    /** The hashes by which the store finds terms, of those that have one. */
    private static final class Hashes {
        private final int[] terms;
        private final long[] high;
        private final long[] low;
        private int count;

        Hashes(int most) {
            terms = new int[most];
            high = new long[most];
            low = new long[most];
        }

        void add(int number, Node term) {
            Hash hash = new Hash(SystemTDB.LenNodeHash);
            NodeLib.setHash(hash, term);
            high[number] = Bytes.getLong(hash.getBytes(), 0);
            low[number] = Bytes.getLong(hash.getBytes(), Long.BYTES);
            terms[count++] = number;
        }

        int[] sorted() {
            return byBits(byBits(Arrays.copyOf(terms, count), low), high);
        }

        Record record(RecordFactory records, int number, long id) {
            Record record = records.create();
            Bytes.setLong(high[number], record.getKey(), 0);
            Bytes.setLong(low[number], record.getKey(), Long.BYTES);
            Bytes.setLong(id, record.getValue(), 0);
            return record;
        }
    }

    private void sortIds() {
        int[] sorted = byBits(StatementOrder.natural(ids.length), ids);
        for (int place = 0; place < sorted.length; place++) {
            places[sorted[place]] = place;
        }
    }

    /** Sorts by numbers without sign, keeping the order of those that are alike. */
    private static int[] byBits(int[] what, long[] keys) {
        int[] sorted = what;
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            int bits = shift;
            sorted = StatementOrder.sorted(sorted, each -> (int) (keys[each] >>> bits) & DIGITS - 1, DIGITS);
        }
        return sorted;
    }

    private void writeIndexes() {
        int[] bySubject = StatementOrder.natural(statements.size());
        bySubject = sorted(bySubject, statements::graph);
        bySubject = sorted(bySubject, statements::value);
        bySubject = sorted(bySubject, statements::property);
        bySubject = sorted(bySubject, statements::subject);
        writeIndex("SPOG", bySubject);
        writeIndex("GSPO", sorted(bySubject, statements::graph));
        int[] byValue = sorted(bySubject, statements::value);
        writeIndex("OSPG", byValue);
        writeIndex("GOSP", sorted(byValue, statements::graph));
        int[] byProperty = sorted(byValue, statements::property);
        writeIndex("POSG", byProperty);
        writeIndex("GPOS", sorted(byProperty, statements::graph));
    }

    private int[] sorted(int[] rows, IntUnaryOperator part) {
        return StatementOrder.sorted(rows, row -> places[part.applyAsInt(row)], places.length);
    }

    private void writeIndex(String name, int[] rows) {
        TupleIndex index = TDBInternal.findIndex(database, name);
        BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
        IntUnaryOperator[] parts = name.chars().mapToObj(this::part).toArray(IntUnaryOperator[]::new);
        RecordFactory records = tree.getRecordFactory();
        CoLib.executeWrite(
                index,
                () -> pack(tree, tree.getStateManager().getBufferChannel(), records, rows, row -> {
                    Record record = records.create();
                    for (int i = 0; i < parts.length; i++) {
                        Bytes.setLong(ids[parts[i].applyAsInt(row)], record.getKey(), i * Long.BYTES);
                    }
                    return record;
                }));
    }

    private IntUnaryOperator part(int letter) {
        return switch (letter) {
            case 'G' -> statements::graph;
            case 'S' -> statements::subject;
            case 'P' -> statements::property;
            default -> statements::value;
        };
    }

    /** What is made of numbers, one after the other: a stream would take longer to hand a record on than it takes to make it. */
    private static final class Records implements Iterator<Record> {
        private final int[] numbers;
        private final IntFunction<Record> record;
        private int next;

        Records(int[] numbers, IntFunction<Record> record) {
            this.numbers = numbers;
            this.record = record;
        }

        @Override
        public boolean hasNext() {
            return next < numbers.length;
        }

        @Override
        public Record next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return record.apply(numbers[next++]);
        }
    }

    private static BPlusTree pack(
            BPlusTree tree, BufferChannel state, RecordFactory records, int[] sorted, IntFunction<Record> record) {
        return BPlusTreeRewriter.packIntoBPlusTree(
                new Records(sorted, record),
                tree.getParams(),
                records,
                state,
                tree.getNodeManager().getBlockMgr(),
                tree.getRecordsMgr().getBlockMgr());
    }
}
