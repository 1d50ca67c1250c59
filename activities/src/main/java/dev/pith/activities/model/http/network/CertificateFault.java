package dev.pith.activities.model.http.network;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Describes a problem of a server's certificate, and the cure. */
public final class CertificateFault {

    private CertificateFault() {}

    /** Returns one line for a user; empty if the failure has another cause. */
    public static Optional<String> of(Throwable failure, String host) {
        String certificate = "the certificate of " + host + " ";
        if (failure instanceof SSLPeerUnverifiedException) {
            return Optional.of(certificate + "is for another name: put a name that it holds into base_url");
        }
        if (isFrom(failure, CertificateExpiredException.class)
                || isFrom(failure, CertificateNotYetValidException.class)) {
            return Optional.of(certificate + "is not valid at this time: have it renewed, or set this machine's clock");
        }
        return isFrom(failure, CertificateException.class)
                ? Optional.of(certificate + "is not trusted: name a PEM file with the certificate that signed it in"
                        + " ca_file of the model, or in SSL_CERT_FILE")
                : Optional.empty();
    }

    private static boolean isFrom(Throwable failure, Class<? extends Throwable> cause) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (cause.isInstance(one)) {
                return true;
            }
        }
        return false;
    }
}
