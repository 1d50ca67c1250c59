package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.ModelCall;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.http.network.TrustedCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Endpoints whose certificates an authority signed that Java does not know. */
@Timeout(20)
class TrustTest extends Fixture {

    @TempDir
    Path directory;

    private final SelfMade made = new SelfMade();
    private @Nullable ModelClients own;

    @AfterEach
    void closeOwn() {
        if (own != null) {
            own.close();
        }
    }

    private ModelCall call(@Nullable Path caFile, Map<String, String> environment) {
        own = new ModelClients(variable -> Optional.of(KEY), Dialects.inMemory(), environment);
        return own.of(profile(caFile)).newCall(REQUEST);
    }

    private ModelProfile profile(@Nullable Path caFile) {
        ModelProfile plain = profile(Provider.OPENAI, true);
        return new ModelProfile(
                plain.name(),
                plain.provider(),
                url().replace("http:", "https:"),
                plain.model(),
                plain.keyVariable(),
                null,
                null,
                4,
                null,
                null,
                plain.timeouts(),
                null,
                null,
                true,
                caFile);
    }

    private Path authority() throws IOException {
        return made.write(directory.resolve("harbor.pem"));
    }

    private void serve() {
        made.serve(server, "localhost");
        server.enqueue(Shape.OPENAI_STREAM.answer("twelve words", "stop"));
    }

    @Test
    void untrustedCertificate_isToldWithItsCureAndPermanent() {
        serve();
        ModelFailure failure = failureOf(call(null, Map.of()));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK_SETTINGS);
        assertThat(failure.kind().fatal()).isTrue();
        assertThat(failure.begun()).isFalse();
        assertThat(failure)
                .hasMessage("the certificate of localhost:" + server.getPort() + " is not trusted: name a PEM file with"
                        + " the certificate that signed it in ca_file of the model, or in SSL_CERT_FILE");
    }

    @Test
    void caFileOfTheProfile_isTrusted() throws IOException {
        serve();
        assertThat(call(authority(), Map.of()).execute().text()).isEqualTo("twelve words");
    }

    @Test
    void sslCertFile_isTrusted() throws IOException {
        serve();
        assertThat(call(null, Map.of("SSL_CERT_FILE", authority().toString()))
                        .execute()
                        .text())
                .isEqualTo("twelve words");
    }

    @Test
    void caFile_isUsedInPlaceOfSslCertFile() throws IOException {
        serve();
        Path other = new SelfMade().write(directory.resolve("other.pem"));
        assertThat(failureOf(call(other, Map.of("SSL_CERT_FILE", authority().toString())))
                        .kind())
                .isEqualTo(Kind.NETWORK_SETTINGS);
    }

    @Test
    void addedCertificates_leaveTheSystemsRootsTrusted() throws IOException {
        OkHttpClient plain = new OkHttpClient();
        OkHttpClient added = new TrustedCertificates(authority(), "ca_file")
                .in(new OkHttpClient.Builder())
                .build();
        assertThat(Objects.requireNonNull(added.x509TrustManager()).getAcceptedIssuers())
                .contains(Objects.requireNonNull(plain.x509TrustManager()).getAcceptedIssuers())
                .hasSize(Objects.requireNonNull(plain.x509TrustManager()).getAcceptedIssuers().length + 1);
    }

    @Test
    void fileThatCannotBeRead_isNamedWithItsSetting() {
        serve();
        Path none = directory.resolve("none.pem");
        assertThat(failureOf(call(none, Map.of())))
                .hasMessage("ca_file of model small names " + none
                        + ", which cannot be read: name a file of certificates in PEM form, or remove it")
                .returns(Kind.NETWORK_SETTINGS, ModelFailure::kind);
        assertThat(failureOf(call(null, Map.of("SSL_CERT_FILE", none.toString()))))
                .hasMessageStartingWith("SSL_CERT_FILE names " + none + ", which cannot be read");
    }

    @Test
    void fileWithoutCertificates_isNamed() throws IOException {
        serve();
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        Path damaged = Files.writeString(
                directory.resolve("damaged.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThat(failureOf(call(empty, Map.of()))).hasMessageContaining(empty + ", which holds no certificate");
        assertThat(failureOf(call(damaged, Map.of())))
                .hasMessageContaining(damaged + ", which holds what is no certificate");
    }

    @Test
    void unreadableFile_doesNotConcernAnEndpointWithoutTls() {
        server.enqueue(Shape.OPENAI_STREAM.answer("twelve words", "stop"));
        own = new ModelClients(
                variable -> Optional.of(KEY), Dialects.inMemory(), Map.of("SSL_CERT_FILE", "/none/none.pem"));
        assertThat(own.of(profile(Provider.OPENAI, true))
                        .newCall(REQUEST)
                        .execute()
                        .text())
                .isEqualTo("twelve words");
    }

    @Test
    void certificateOfAnotherName_isToldAsThat() throws IOException {
        made.serve(server, "models.example");
        assertThat(failureOf(call(authority(), Map.of())))
                .returns(Kind.NETWORK_SETTINGS, ModelFailure::kind)
                .hasMessageEndingWith(" is for another name: put a name that it holds into base_url");
    }

    @Test
    void expiredCertificate_isToldAsThat() throws IOException {
        made.serve(
                server,
                new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .validityInterval(0, 1_000));
        assertThat(failureOf(call(authority(), Map.of())))
                .returns(Kind.NETWORK_SETTINGS, ModelFailure::kind)
                .hasMessageContaining(" is not valid at this time: have it renewed");
    }

    @Test
    void reachProbe_tellsWhatACallWouldTell() throws IOException {
        serve();
        own = new ModelClients(variable -> Optional.of(KEY), Dialects.inMemory(), Map.of());
        assertThat(own.reachProbe().ask(profile(null)).map(ModelFailure::kind)).hasValue(Kind.NETWORK_SETTINGS);
        assertThat(own.reachProbe().ask(profile(directory.resolve("none.pem"))).map(ModelFailure::kind))
                .hasValue(Kind.NETWORK_SETTINGS);
        assertThat(own.reachProbe().ask(profile(authority()))).isEmpty();
    }
}
