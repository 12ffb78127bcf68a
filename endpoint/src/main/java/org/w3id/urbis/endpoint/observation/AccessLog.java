package org.w3id.urbis.endpoint.observation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.urbis.endpoint.config.AccessLogForm;
import org.w3id.urbis.endpoint.config.ObservationConfig;

/**
 * A line for each request, in a file that begins anew every day and at {@value #LARGEST_PART}, or in the program's log.
 *
 * <p>Lines go to the SLF4J logger {@value #LOGGER}, so that a logging configuration of the operator's can lead them elsewhere.
 */
public final class AccessLog implements AutoCloseable {
    /** The name of the logger. */
    public static final String LOGGER = "org.w3id.urbis.access";

    private static final String LARGEST_PART = "100MB";
    private static final String LARGEST_WHOLE = "1GB";
    private static final int DAYS = 14;

    private final AccessLogForm form;
    private final Logger lines = LoggerFactory.getLogger(LOGGER);
    private final Optional<RollingFileAppender<ILoggingEvent>> file;

    /** Opens the log; makes the file and its folder if a log is wanted there. */
    public AccessLog(ObservationConfig config) {
        this.form = config.accessLog();
        this.file = form == AccessLogForm.OFF
                ? Optional.empty()
                : config.accessLogFile().map(AccessLog::open);
    }

    private static RollingFileAppender<ILoggingEvent> open(Path path) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(path.toString());
        appender.setEncoder(encoder);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> parts = new SizeAndTimeBasedRollingPolicy<>();
        parts.setContext(context);
        parts.setParent(appender);
        parts.setFileNamePattern(path + ".%d{yyyy-MM-dd}.%i.gz");
        parts.setMaxFileSize(FileSize.valueOf(LARGEST_PART));
        parts.setTotalSizeCap(FileSize.valueOf(LARGEST_WHOLE));
        parts.setMaxHistory(DAYS);
        parts.start();
        appender.setRollingPolicy(parts);
        appender.start();
        ch.qos.logback.classic.Logger logger = context.getLogger(LOGGER);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(appender);
        return appender;
    }

    void write(Exchange exchange) {
        if (form != AccessLogForm.OFF) {
            lines.info(AccessLine.of(exchange, form));
        }
    }

    @Override
    public void close() {
        file.ifPresent(appender -> {
            ((ch.qos.logback.classic.Logger) lines).detachAppender(appender);
            appender.stop();
        });
    }
}
