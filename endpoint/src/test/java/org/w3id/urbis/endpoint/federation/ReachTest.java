package org.w3id.urbis.endpoint.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.urbis.endpoint.client.AddressRanges;

class ReachTest {
    private static final AddressRanges NONE = AddressRanges.of("none");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:0:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "2130706433",
                "127.1",
                "fec0::1"
            })
    void addressesThatAreNotPublicAreRefused(String address) {
        assertThrows(IOException.class, () -> new Reach(NONE).of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "157.150.34.32", "172.15.0.1", "172.32.0.1", "2a00:1450:4001::1"})
    void publicOnesAreNot(String address) throws IOException {
        assertEquals(InetAddress.getByName(address), new Reach(NONE).of(address));
    }

    @Test
    void whatTheOperatorNamedIsLetThrough() throws IOException {
        assertEquals(InetAddress.getByName("::1"), new Reach(AddressRanges.of("loopback")).of("[::1]"));
        assertThrows(IOException.class, () -> new Reach(AddressRanges.of("10.0.0.5")).of("10.0.0.6"));
    }

    @Test
    void aNameIsLookedUpOnceAndOnlyPublicAnswersCount() throws IOException {
        List<String> asked = new ArrayList<>();
        Reach reach = new Reach(NONE, host -> {
            asked.add(host);
            return asked.size() == 1 ? addresses("10.0.0.1", "1.1.1.1") : addresses("10.0.0.1");
        });
        assertEquals("1.1.1.1", reach.of("rebinding.example").getHostAddress());
        assertEquals(List.of("rebinding.example"), asked);
        assertThrows(IOException.class, () -> reach.of("rebinding.example"));
    }

    private static InetAddress[] addresses(String... texts) {
        try {
            InetAddress[] addresses = new InetAddress[texts.length];
            for (int i = 0; i < texts.length; i++) {
                addresses[i] = InetAddress.getByName(texts[i]);
            }
            return addresses;
        } catch (UnknownHostException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
    }
}
