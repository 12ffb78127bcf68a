package org.w3id.urbis.endpoint.config;

import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The store of others that is answered from.
 *
 * @param address       of its SPARQL 1.1 query endpoint; parameters that it has are sent with every query
 * @param authorization value of the header Authorization; empty for none
 * @param trust         what it is trusted by; empty for what the Java platform trusts
 * @param connections   most requests at a time that wait for it to answer
 */
public record StoreConfig(URI address, Optional<String> authorization, Optional<SSLContext> trust, int connections) {

    static Optional<StoreConfig> read(SettingSource from) {
        return from.endpoint(Setting.STORE)
                .map(address -> new StoreConfig(
                        address,
                        from.secret(Setting.STORE_CREDENTIALS),
                        from.certificates(Setting.STORE_TRUST),
                        from.integer(Setting.STORE_CONNECTIONS, 1, 1000)));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "StoreConfig[" + address + "]";
    }
}
