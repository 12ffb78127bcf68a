package org.w3id.urbis.endpoint.upload;

import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import java.util.Set;

/**
 * Lets a compressed body come to its route as it is, where {@link BodyBytes} undoes gzip within a limit and refuses other
 * codings with the right status. Without it the server refuses all of them before any route is asked.
 */
public final class LeftToRoutes implements ContentEncoding {

    @Override
    public Set<String> ids() {
        return Set.of("identity", "gzip", "x-gzip", "deflate", "compress", "br", "zstd");
    }

    @Override
    public boolean supportsEncoding() {
        return false;
    }

    @Override
    public boolean supportsDecoding() {
        return true;
    }

    @Override
    public ContentDecoder decoder() {
        return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder() {
        return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
        return "left-to-routes";
    }

    @Override
    public String type() {
        return name();
    }
}
