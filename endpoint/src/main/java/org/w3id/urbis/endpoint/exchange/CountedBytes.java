package org.w3id.urbis.endpoint.exchange;

import java.io.OutputStream;

/** Counts what is written and keeps none of it. */
final class CountedBytes extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
        count++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
        count += length;
    }

    long count() {
        return count;
    }
}
