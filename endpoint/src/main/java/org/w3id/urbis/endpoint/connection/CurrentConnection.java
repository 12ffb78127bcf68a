package org.w3id.urbis.endpoint.connection;

/** The connection of a request, for who answers it. */
public interface CurrentConnection {
    /** Lets the connection end after the answer that is being made; what else the client has sent is not read. */
    void endAfterAnswer();

    /** Whether the connection is to end, so that nothing more may be answered on it. */
    boolean isEnding();
}
