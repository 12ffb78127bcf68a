package org.w3id.urbis.endpoint.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOError;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends a query that comes upon a value that cannot be read. Jena by itself goes on as if there were no value, so that the
 * answer lacks it and looks whole; it tells of it in its log alone, and is stopped there.
 */
final class FailedReads extends TurboFilter {
    /** Where Jena reads the values of variables. */
    private static final String READER = "org.apache.jena.tdb2.solver.BindingTDB";

    private static final String NAME = "failed-reads";

    private FailedReads() {
        setName(NAME);
    }

    /** Begins to look at what is logged; once, however often it is called. */
    static synchronized void endQueries() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        boolean isThere = context.getTurboFilterList().stream().anyMatch(FailedReads.class::isInstance);
        if (!isThere) {
            FailedReads filter = new FailedReads();
            filter.setContext(context);
            filter.start();
            context.addTurboFilter(filter);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        if (thrown != null && logger.getName().equals(READER)) {
            // Jena takes any exception in a filter for a condition that does not hold; an error it lets through.
            throw new IOError(thrown);
        }
        return FilterReply.NEUTRAL;
    }
}
