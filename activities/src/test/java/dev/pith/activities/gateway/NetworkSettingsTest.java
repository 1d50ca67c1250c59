package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.ModelClients;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A question to an endpoint whose certificate nobody trusts. */
@Tag("servers")
class NetworkSettingsTest extends AskingTest {

    @Test
    void untrustedCertificate_isRefusedAtOnceAndCostsNothing() throws Exception {
        try (MockWebServer server = new MockWebServer();
                ModelClients clients = new ModelClients(variable -> Optional.empty(), Dialects.inMemory(), Map.of())) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(new HeldCertificate.Builder()
                            .addSubjectAlternativeName("localhost")
                            .build())
                    .build()
                    .sslSocketFactory());
            server.start();
            ModelProfile profile = profile("https://localhost:" + server.getPort() + "/v1");
            JournaledModel model = new JournaledModel(STORE.database(), profile, clients.of(profile));

            ModelCallException refused =
                    catchThrowableOfType(ModelCallException.class, () -> Asked.ask(model, asked.question("chunk 1")));
            assertThat(refused)
                    .returns(ModelCallException.Kind.REFUSED, ModelCallException::kind)
                    .hasMessageContaining("is not trusted")
                    .hasMessageContaining("ca_file of the model, or in SSL_CERT_FILE");
            ModelCalls calls = STORE.database().table(ModelCalls.class);
            assertThat(calls.figures(asked.compaction).knownCost()).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(calls.failures(asked.compaction, "chunk 1")).isZero();
        }
    }

    private static ModelProfile profile(String url) {
        return new ModelProfile(
                "secure",
                Provider.OPENAI,
                url,
                "m-1",
                null,
                8_000,
                2_000,
                4,
                null,
                null,
                Timeouts.defaults(),
                null,
                null,
                true,
                null);
    }
}
