package org.w3id.urbis.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key with a certificate that it signs itself, for servers on this machine.
 *
 * @param name        of the key, and of its files
 * @param keys        a store of keys (PKCS12) with the two
 * @param certificate the certificate as PEM
 */
public record SelfSigned(String name, Path keys, Path certificate) {
    /** Opens the stores. */
    public static final String PASSWORD = "only-for-tests";

    private static SelfSigned ofThisMachine;

    /** One that is good for this machine, made once for all tests. */
    public static synchronized SelfSigned ofThisMachine() throws IOException, InterruptedException {
        if (ofThisMachine == null) {
            Path folder = Files.createTempDirectory("urbis-keys-");
            SelfSigned made = make(folder, "good", "san=dns:localhost,ip:127.0.0.1", "-1d", 30);
            for (Path each : new Path[] {folder, made.keys(), made.certificate()}) {
                each.toFile().deleteOnExit();
            }
            ofThisMachine = made;
        }
        return ofThisMachine;
    }

    /**
     * Has the platform's own tool make one.
     *
     * @param folder   where its files go
     * @param forNames whose it is, as {@code keytool} reads it
     * @param from     when it begins to be valid, in the same way
     * @param days     for how long it is valid
     */
    public static SelfSigned make(Path folder, String name, String forNames, String from, int days)
            throws IOException, InterruptedException {
        SelfSigned made = new SelfSigned(name, folder.resolve(name + ".p12"), folder.resolve(name + ".pem"));
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-J-XX:+UseSerialGC",
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        forNames,
                        "-startdate",
                        from,
                        "-validity",
                        Integer.toString(days),
                        "-keystore",
                        made.keys().toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IOException(said);
        }
        try {
            byte[] certificate = made.store().getCertificate(name).getEncoded();
            Files.writeString(
                    made.certificate(),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException cannotBe) {
            throw new IllegalStateException(cannotBe);
        }
        return made;
    }

    /** The store, opened. */
    public KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
