package org.w3id.urbis.endpoint.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleFunction;

/**
 * All that one server counts and measures, and the virtual machine beside it.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/">Prometheus, metric and label naming</a>
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Begins to measure the virtual machine. */
    public Metrics() {
        new JvmInfoMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Where further meters are registered. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Counts how often something happens.
     *
     * @param name   with dots, beginning with {@code urbis.}; Prometheus gets underscores and {@code _total}
     * @param about  what is counted
     * @param labels names and values in turn
     * @return to be incremented whenever it happens
     */
    public LongAdder counter(String name, String about, String... labels) {
        LongAdder count = new LongAdder();
        FunctionCounter.builder(name, count, LongAdder::sum)
                .description(about)
                .tags(Tags.of(labels))
                .register(registry);
        return count;
    }

    /** Counts how often a memory of answers had what was asked for. */
    public CacheUse cache(String name) {
        String about = "Answers asked of a memory of answers, by whether it had them.";
        return new CacheUse(
                counter("urbis.cache.requests", about, "cache", name, "result", "hit"),
                counter("urbis.cache.requests", about, "cache", name, "result", "miss"));
    }

    /**
     * Measures something whenever it is asked for.
     *
     * @param name   with dots, beginning with {@code urbis.}
     * @param about  what is measured, with its unit
     * @param of     what is measured; held for as long as the metrics are
     * @param labels names and values in turn
     */
    public <T> void gauge(String name, String about, T of, ToDoubleFunction<T> value, String... labels) {
        Gauge.builder(name, of, value)
                .description(about)
                .tags(Tags.of(labels))
                .strongReference(true)
                .register(registry);
    }

    /**
     * Writes all of it.
     *
     * @param mediaType {@code text/plain} for the text format of Prometheus, {@code application/openmetrics-text} for
     *                  OpenMetrics
     */
    public void write(OutputStream out, String mediaType) throws IOException {
        registry.scrape(out, mediaType);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
