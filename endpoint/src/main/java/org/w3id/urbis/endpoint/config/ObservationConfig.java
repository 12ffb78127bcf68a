package org.w3id.urbis.endpoint.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.urbis.endpoint.client.AddressRanges;

/**
 * What is told of the server's work, and to whom.
 *
 * @param metricsClients who may read the metrics
 * @param accessLog      how requests are logged
 * @param accessLogFile  where to; empty for the program's log
 */
public record ObservationConfig(AddressRanges metricsClients, AccessLogForm accessLog, Optional<Path> accessLogFile) {
    private static final String PROGRAM_LOG = "-";

    static ObservationConfig read(SettingSource from) {
        String file = from.text(Setting.ACCESS_LOG_FILE);
        return new ObservationConfig(
                from.addresses(Setting.METRICS_CLIENTS),
                from.word(
                        Setting.ACCESS_LOG,
                        Arrays.stream(AccessLogForm.values())
                                .collect(Collectors.toMap(AccessLogForm::key, Function.identity()))),
                file.equals(PROGRAM_LOG)
                        ? Optional.empty()
                        : Optional.of(from.path(Setting.DATA)
                                .resolve(from.path(Setting.DATA).getFileSystem().getPath(file))));
    }
}
