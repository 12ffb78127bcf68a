package org.w3id.urbis.loader.publication;

import java.io.InputStream;
import java.util.Iterator;

/** Lines, one after the other, as a stream of their bytes. */
final class LineStream extends InputStream {

    private final Iterator<byte[]> lines;
    private byte[] line = new byte[0];
    private int at;

    LineStream(Iterator<byte[]> lines) {
        this.lines = lines;
    }

    @Override
    public int read() {
        return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (!fill()) {
            return most == 0 ? 0 : -1;
        }
        int taken = 0;
        while (taken < most && fill()) {
            int some = Math.min(most - taken, line.length - at);
            System.arraycopy(line, at, into, from + taken, some);
            at += some;
            taken += some;
        }
        return taken;
    }

    private boolean fill() {
        while (at == line.length && lines.hasNext()) {
            line = lines.next();
            at = 0;
        }
        return at < line.length;
    }
}
