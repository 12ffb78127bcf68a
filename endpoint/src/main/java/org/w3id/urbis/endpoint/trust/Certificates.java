package org.w3id.urbis.endpoint.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates of others are trusted: those that the Java platform trusts, or those of a file and no others. */
public final class Certificates {
    private Certificates() {}

    /** Makes connections to whoever shows a certificate that the Java platform trusts. */
    public static SSLSocketFactory known() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /**
     * What makes connections to whoever shows a certificate of a file, or one that was issued by one of those.
     *
     * @param file certificates in PEM, one after the other
     * @throws IOException              if it cannot be read
     * @throws GeneralSecurityException if it holds no certificate, or something that is none
     */
    public static SSLContext of(Path file) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates;
        try (InputStream in = Files.newInputStream(file)) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("it holds no certificate");
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Certificate certificate : certificates) {
            trusted.setCertificateEntry("trusted-" + trusted.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /**
     * Looks at the day of the other side's own certificate: where that very certificate is trusted, the platform does not.
     *
     * @throws SSLHandshakeException if it has expired or is not valid yet
     */
    public static void refuseOutdated(SSLSession session) throws IOException {
        if (session.getPeerCertificates()[0] instanceof X509Certificate certificate) {
            try {
                certificate.checkValidity();
            } catch (CertificateException outdated) {
                throw new SSLHandshakeException("The certificate is out of date", outdated);
            }
        }
    }
}
