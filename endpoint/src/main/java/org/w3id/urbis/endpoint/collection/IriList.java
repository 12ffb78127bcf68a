package org.w3id.urbis.endpoint.collection;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Things in some order, kept by what their IRIs do not have in common, so that a long list takes little memory. */
final class IriList extends AbstractList<Node> implements RandomAccess {
    private final String common;
    private final byte[] rests;
    /** Where the rest of each ends. */
    private final int[] ends;

    private IriList(String common, byte[] rests, int[] ends) {
        this.common = common;
        this.rests = rests;
        this.ends = ends;
    }

    /**
     * The same list in little memory.
     *
     * @param things all of them with an IRI
     */
    static IriList of(List<Node> things) {
        String common = things.isEmpty() ? "" : things.getFirst().getURI();
        for (Node thing : things) {
            String iri = thing.getURI();
            int same = 0;
            while (same < common.length() && same < iri.length() && common.charAt(same) == iri.charAt(same)) {
                same++;
            }
            common = common.substring(0, same);
        }
        ByteArrayOutputStream rests = new ByteArrayOutputStream();
        int[] ends = new int[things.size()];
        int at = 0;
        for (Node thing : things) {
            rests.writeBytes(thing.getURI().substring(common.length()).getBytes(StandardCharsets.UTF_8));
            ends[at++] = rests.size();
        }
        return new IriList(common, rests.toByteArray(), ends);
    }

    /** What it takes in memory, roughly, in bytes. */
    int bytes() {
        return rests.length + ends.length * Integer.BYTES;
    }

    @Override
    public Node get(int index) {
        int from = index == 0 ? 0 : ends[index - 1];
        return NodeFactory.createURI(common + new String(rests, from, ends[index] - from, StandardCharsets.UTF_8));
    }

    @Override
    public int size() {
        return ends.length;
    }
}
