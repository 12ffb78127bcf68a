package org.w3id.urbis.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx, serving one file as a static answer. */
public final class Nginx {
    private Nginx() {}

    /** The program; empty if it is not installed. */
    public static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it on one file, set up as for speed: a worker for each processor, open files kept, no log.
     *
     * @param folder    an empty folder for its files
     * @param body      what to serve, at {@code /thing}
     * @param mediaType of it
     */
    public static ServerProcess start(Path program, Path folder, byte[] body, String mediaType) throws IOException {
        Files.createDirectories(folder.resolve("html"));
        Files.write(folder.resolve("html/thing"), body);
        int port = ServerProcess.freePort();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, """
            daemon off;
            worker_processes auto;
            pid nginx.pid;
            error_log stderr error;
            events { worker_connections 1024; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 100000000;
              open_file_cache max=100;
              client_body_temp_path temp1; proxy_temp_path temp2; fastcgi_temp_path temp3;
              uwsgi_temp_path temp4; scgi_temp_path temp5;
              default_type "%s";
              server { listen 127.0.0.1:%d; root html; }
            }
            """.formatted(mediaType, port));
        return ServerProcess.start(
                folder.resolve("nginx.log"),
                List.of(program.toString(), "-p", folder.toString(), "-c", configuration.toString()),
                port,
                "/thing");
    }
}
