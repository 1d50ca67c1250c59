package dev.pith.activities.model.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority that nobody knows, and servers with certificates of it. */
final class SelfMade {

    private final HeldCertificate authority = new HeldCertificate.Builder()
            .commonName("Harbor authority")
            .certificateAuthority(0)
            .build();

    /** Has a server speak TLS under a name. */
    void serve(MockWebServer server, String name) {
        serve(server, new HeldCertificate.Builder().addSubjectAlternativeName(name));
    }

    /** Has a server speak TLS with a certificate that this authority signs. */
    void serve(MockWebServer server, HeldCertificate.Builder certificate) {
        HeldCertificate own = certificate.signedBy(authority).build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(own, authority.certificate())
                .build()
                .sslSocketFactory());
    }

    /** Writes the authority's certificate, as a bundle has it: with a remark before. */
    Path write(Path file) throws IOException {
        return Files.writeString(file, "# Harbor authority\n====\n" + authority.certificatePem());
    }
}
