package org.w3id.urbis.endpoint.sparql;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sees to it that an answer which fails after its first bytes have left never ends like a whole one.
 *
 * <p>An error status set when nothing has left yet replaces what was written so far. Set later, it can no longer reach
 * the client as a status; then nothing more is written and the connection is cut, so that the chunked body stays
 * without its last chunk and every HTTP client reports an error.
 */
final class BrokenAnswerFilter implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Guarded guarded = new Guarded((HttpServletResponse) response);
        chain.doFilter(request, guarded);
        if (guarded.broken) {
            throw new IOException("The answer failed after a part of it had been sent");
        }
    }

    private static final class Guarded extends HttpServletResponseWrapper {
        private boolean broken;
        private ServletOutputStream out;

        Guarded(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            if (status >= 400) {
                if (isCommitted()) {
                    broken = true;
                } else {
                    resetBuffer();
                }
            }
            super.setStatus(status);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (out == null) {
                out = new GuardedStream(super.getOutputStream());
            }
            return out;
        }

        private final class GuardedStream extends ServletOutputStream {
            private final ServletOutputStream target;

            GuardedStream(ServletOutputStream target) {
                this.target = target;
            }

            private void refuseIfBroken() throws IOException {
                if (broken) {
                    throw new IOException("The answer has failed and cannot go on");
                }
            }

            @Override
            public void write(int b) throws IOException {
                refuseIfBroken();
                target.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                refuseIfBroken();
                target.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                refuseIfBroken();
                target.flush();
            }

            @Override
            public void close() throws IOException {
                refuseIfBroken();
                target.close();
            }

            @Override
            public boolean isReady() {
                return target.isReady();
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                target.setWriteListener(listener);
            }
        }
    }
}
