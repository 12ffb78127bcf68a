package org.w3id.urbis.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.urbis.endpoint.openapi.Input;
import org.w3id.urbis.endpoint.openapi.Operation;
import org.w3id.urbis.endpoint.openapi.Operations;

/** What the routes register and what they say of themselves is the same. */
class DescribedRoutesTest {
    @TempDir
    private static Path data;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        Town.publish(data);
        server = RunningServer.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyGroupOfRoutesDescribesExactlyWhatItRegisters() {
        Set<String> unsaid = new TreeSet<>();
        Set<String> unheard = new TreeSet<>();
        for (HttpService service : server.server().services()) {
            Operations described = assertInstanceOf(Operations.class, service);
            List<String> patterns = registered(service);
            assertTrue(!patterns.isEmpty(), service.getClass().getName());
            List<String> paths = described.operations().stream()
                    .flatMap(DescribedRoutesTest::addresses)
                    .toList();
            patterns.stream()
                    .filter(pattern -> paths.stream().noneMatch(path -> matches(pattern, path)))
                    .forEach(unsaid::add);
            paths.stream()
                    .filter(path -> patterns.stream().noneMatch(pattern -> matches(pattern, path)))
                    .forEach(unheard::add);
        }
        assertEquals(Set.of(), unsaid, "registered and not described");
        assertEquals(Set.of(), unheard, "described and not registered");
    }

    /** The patterns that a service hands to the router. */
    private static List<String> registered(HttpService service) {
        List<String> patterns = new ArrayList<>();
        HttpRules rules = (HttpRules) Proxy.newProxyInstance(
                HttpRules.class.getClassLoader(), new Class<?>[] {HttpRules.class}, (proxy, method, arguments) -> {
                    for (Object argument : arguments) {
                        if (argument instanceof String pattern) {
                            patterns.add(pattern);
                        }
                    }
                    return proxy;
                });
        service.routing(rules);
        return patterns;
    }

    /** The addresses that an operation speaks of: one for each of the values that a part of the path may have. */
    private static Stream<String> addresses(Operation operation) {
        Stream<String> paths = Stream.of(operation.path());
        for (Input input : operation.inputs()) {
            if (input.place() == Input.Place.PATH) {
                List<?> values = input.schema().keywords().get("enum") instanceof List<?> choices
                        ? choices
                        : List.of(input.example().orElse("some-key"));
                paths = paths.flatMap(
                        path -> values.stream().map(value -> path.replace("{" + input.name() + "}", value.toString())));
            }
        }
        return paths;
    }

    private static boolean matches(String pattern, String path) {
        PathMatcher matcher = PathMatchers.create(pattern);
        return matcher.match(UriPath.create(path)).accepted();
    }
}
