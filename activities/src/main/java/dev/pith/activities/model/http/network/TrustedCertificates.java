package dev.pith.activities.model.http.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/**
 * Certificates that are trusted in addition to the system's roots: of authorities, or of a server itself.
 *
 * @param file a file with any number of certificates in PEM form
 * @param setting the setting that names the file, for messages
 */
public record TrustedCertificates(Path file, String setting) {

    /** The variable for all endpoints; other programs read it too. */
    private static final String VARIABLE = "SSL_CERT_FILE";

    /** Returns the certificates that {@code SSL_CERT_FILE} names; empty if it is not set. */
    public static Optional<TrustedCertificates> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(named -> !named.isBlank())
                .map(named -> new TrustedCertificates(Path.of(named.strip()), VARIABLE));
    }

    /**
     * Configures a client to trust these certificates.
     *
     * @throws NetworkSettingsException if the file cannot be read or contains no certificate
     */
    public OkHttpClient.Builder in(OkHttpClient.Builder client) {
        HandshakeCertificates.Builder trusted = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        for (Certificate each : read()) {
            trusted.addTrustedCertificate((X509Certificate) each);
        }
        HandshakeCertificates all = trusted.build();
        return client.sslSocketFactory(all.sslSocketFactory(), all.trustManager());
    }

    private Collection<? extends Certificate> read() {
        Collection<? extends Certificate> found;
        try (InputStream in = Files.newInputStream(file)) {
            found = CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException e) {
            throw new NetworkSettingsException(wrong("cannot be read"), e);
        } catch (CertificateException e) {
            throw new NetworkSettingsException(wrong("holds what is no certificate"), e);
        }
        if (found.isEmpty()) {
            throw new NetworkSettingsException(wrong("holds no certificate"));
        }
        return found;
    }

    private String wrong(String how) {
        return setting + " names " + file + ", which " + how
                + ": name a file of certificates in PEM form, or remove it";
    }
}
