package org.w3id.urbis.endpoint.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.w3id.urbis.endpoint.client.AddressRanges;
import org.w3id.urbis.endpoint.client.ForwardingHeader;
import org.w3id.urbis.endpoint.client.TrustedProxies;

/**
 * Whom to believe, and how often one may ask.
 *
 * @param publicUrl         address of this server for links, without a slash at the end; empty if it is seen from requests
 * @param proxies           proxies that are believed about whom they ask for
 * @param requestsPerMinute requests that one client may send in a minute; empty for any number
 * @param unlimited         who may send any number all the same
 */
public record ClientConfig(
        Optional<String> publicUrl, TrustedProxies proxies, OptionalInt requestsPerMinute, AddressRanges unlimited) {

    private static final int MOST_REQUESTS = 10_000_000;

    static ClientConfig read(SettingSource from) {
        ForwardingHeader header = from.word(
                Setting.FORWARDING_HEADER,
                Arrays.stream(ForwardingHeader.values())
                        .collect(Collectors.toMap(ForwardingHeader::key, Function.identity())));
        return new ClientConfig(
                from.origin(Setting.PUBLIC_URL),
                new TrustedProxies(from.addresses(Setting.TRUSTED_PROXIES), header),
                IntStream.of(from.integer(Setting.RATE_LIMIT, 0, MOST_REQUESTS))
                        .filter(most -> most > 0)
                        .findFirst(),
                from.addresses(Setting.RATE_LIMIT_EXEMPT));
    }
}
