package org.w3id.urbis.endpoint.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

    private static InetAddress address(String literal) {
        return AddressLiteral.read(literal).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        loopback                | 127.9.9.9              | true
        loopback                | ::1                    | true
        loopback                | 128.0.0.1              | false
        private, loopback       | 172.31.255.255         | true
        private                 | 172.32.0.0             | false
        private                 | fd00::1                | true
        192.0.2.0/25            | 192.0.2.127            | true
        192.0.2.0/25            | 192.0.2.128            | false
        192.0.2.7               | 192.0.2.7              | true
        2001:db8::/33           | 2001:db8:7fff::1       | true
        2001:db8::/33           | 2001:db8:8000::1       | false
        192.0.2.0/24            | ::ffff:192.0.2.5       | true
        0.0.0.0/0               | 2001:db8::1            | false
        any                     | 2001:db8::1            | true
        none                    | 127.0.0.1              | false
        """)
    void aRangeHoldsWhatItsFirstBitsSay(String ranges, String address, boolean isIn) {
        assertEquals(isIn, AddressRanges.of(ranges).contains(address(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.0/33", "192.0.2.0/-1", "300.0.0.1", "example.org", "192.0.2", "2001:db8::/x", "::1/129"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRanges.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "_hidden", "evil.example", "", "1.2.3", "[::1", "12345", "1.2.3.4.5"})
    void whatIsNoAddressIsNotLookedUp(String text) {
        assertEquals(Optional.empty(), AddressLiteral.read(text));
    }

    @Test
    void aPortIsPassedOver() {
        assertEquals(address("192.0.2.1"), address("192.0.2.1:4711"));
        assertEquals(address("2001:db8::1"), address("[2001:db8::1]:4711"));
    }

    @Test
    void aSubscriberHasAllAddressesOfASixtyFour() {
        assertEquals(Client.subscriber(address("2001:db8:1:2::1")), Client.subscriber(address("2001:db8:1:2:ffff::")));
        assertEquals(
                4,
                java.util.stream.Stream.of("2001:db8:1:2::1", "2001:db8:1:3::1", "192.0.2.1", "192.0.2.2")
                        .map(AddressRangesTest::address)
                        .map(Client::subscriber)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        X_FORWARDED_FOR | 198.51.100.1                          | 198.51.100.1
        X_FORWARDED_FOR | 6.6.6.6, 198.51.100.1                 | 198.51.100.1
        X_FORWARDED_FOR | 6.6.6.6, 198.51.100.1, 10.0.0.7       | 198.51.100.1
        X_FORWARDED_FOR | 6.6.6.6, nonsense, 10.0.0.7           | 10.0.0.7
        X_FORWARDED_FOR | 10.0.0.8, 10.0.0.7                    | 10.0.0.8
        FORWARDED       | for=198.51.100.1;proto=https          | 198.51.100.1
        FORWARDED       | for=6.6.6.6, For="[2001:db8::5]:47"   | 2001:db8::5
        FORWARDED       | for=6.6.6.6, for="a,b"                | 10.0.0.1
        FORWARDED       | for=6.6.6.6, by=10.0.0.7              | 10.0.0.1
        FORWARDED       | for=6.6.6.6, for=_gazonk              | 10.0.0.1
        """)
    void onlyWhatTrustedProxiesWroteIsBelieved(ForwardingHeader header, String value, String client) {
        TrustedProxies proxies = new TrustedProxies(AddressRanges.of("10.0.0.0/8"), header);
        assertEquals(address(client), proxies.origin(address("10.0.0.1"), value));
        assertEquals(address("203.0.113.9"), proxies.origin(address("203.0.113.9"), value));
    }
}
