package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("servers")
class ModelTestCommandTest {

    @TempDir
    Path home;

    private final FakeModel fake = FakeModel.start();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void saysWhatAnAnswerShowedWithoutStartingAnything() throws IOException {
        configure(fake.baseUrl());
        fake.behaves(call -> Behavior.text("One, two, three."));

        assertThat(test("priced")).isZero();
        assertThat(out.toString())
                .startsWith("priced: answered \"One, two, three.\"")
                .contains("dialect    max_tokens")
                .contains("the server does not tell; context_window says 20,000")
                .containsPattern("usage +\\d+ tokens in \\(0 cached\\), \\d+ out, as the endpoint tells")
                .containsPattern("cost +0\\.0\\d+");
        assertThat(fake.calls()).hasSize(1);
        assertThat(fake.calls().get(0).promptTokens()).isLessThan(60);
        assertThat(home).isDirectoryNotContaining(path -> !path.endsWith("pith.toml"));
    }

    @Test
    void withoutPricesTheCostIsUnknown() throws IOException {
        configure(fake.baseUrl());

        assertThat(test("plain")).isZero();
        assertThat(out.toString()).contains("cost       unknown: set price_input");
        assertThat(test("plain", "--output", "json")).isZero();
        JsonNode told = JsonMapper.builder()
                .build()
                .readTree(out.toString().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(told.get("cost").isNull()).isTrue();
        assertThat(told.get("sound").asBoolean()).isTrue();
        assertThat(told.get("tokensOut").asLong()).isPositive();
    }

    @Test
    void failuresAreTheProvidersWords() throws IOException {
        configure(fake.baseUrl());
        fake.behaves(call -> Behavior.error(401, "wrong key, dear"));

        assertThat(test("priced")).isEqualTo(1);
        assertThat(err.toString()).contains("priced did not answer: 401: wrong key, dear");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatCannotBeReachedIsFive() throws IOException {
        configure("http://127.0.0.1:1/v1");

        assertThat(test("priced")).isEqualTo(5);
        assertThat(err.toString().strip().lines()).hasSize(1);
    }

    @Test
    void anEmptyAnswerIsNoSuccess() throws IOException {
        configure(fake.baseUrl());
        fake.behaves(call -> Behavior.text(""));

        assertThat(test("priced")).isEqualTo(1);
        assertThat(out.toString()).startsWith("priced: answered with nothing");
    }

    @Test
    void reasoningThatTookAllTheRoomIsAnAnswer() throws IOException {
        configure(fake.baseUrl());
        fake.behaves(call -> Behavior.onlyReasoning("length"));

        assertThat(test("priced")).isZero();
        assertThat(out.toString()).startsWith("priced: answered; its reasoning took all the room");
    }

    @Test
    void wrongNamesAndMissingKeysAreWrongUse() throws IOException {
        configure(fake.baseUrl());
        Files.writeString(
                home.resolve("pith.toml"),
                "\n[models.locked]\nmodel = \"m\"\napi_key_env = \"NO_SUCH_KEY\"\n",
                StandardOpenOption.APPEND);

        assertThat(test("nobody")).isEqualTo(2);
        assertThat(test("extractive")).isEqualTo(2);
        assertThat(test("locked")).isEqualTo(2);
        assertThat(err.toString()).contains("no model \"nobody\"", "asks no model", "needs NO_SUCH_KEY");
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void aServerThatServesLessThanTheProfileSaysIsWarnedOf() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .setHeader("Content-Type", "application/json")
                            .body(
                                    request.getMethod().equals("GET")
                                            ? "{\"data\":[{\"id\":\"fake-1\",\"max_model_len\":8192}]}"
                                            : "{\"choices\":[{\"message\":{\"content\":\"One.\"},\"finish_reason\":\"stop\"}]}")
                            .build();
                }
            });
            server.start();
            configure(server.url("/v1").toString());

            assertThat(test("priced")).isZero();
            assertThat(out.toString())
                    .contains("window     8,192 tokens, told by")
                    .contains("as Pith estimates");
            assertThat(err.toString()).contains("serves a window of 8,192 tokens, its context_window says 20,000");
        }
    }

    @Test
    void slotsAreToldBesideTheConcurrencyOfTheProfile() throws IOException {
        configure(fake.baseUrl());
        assertThat(test("priced")).isZero();
        assertThat(out.toString())
                .contains("slots      the server does not tell; concurrency says 4, so 4 calls run at a time");

        fake.tells("/props", "{\"default_generation_settings\":{\"n_ctx\":20000},\"total_slots\":1}");
        assertThat(test("priced")).isZero();
        assertThat(out.toString())
                .contains("slots      1, told by llama.cpp /props; concurrency says 4, so 1 call runs at a time");
        assertThat(test("priced", "--output", "json")).isZero();
        JsonNode told = JsonMapper.builder()
                .build()
                .readTree(out.toString().lines().reduce((a, b) -> b).orElseThrow());
        assertThat(told.get("slots").asInt()).isEqualTo(1);
        assertThat(told.get("concurrency").asInt()).isEqualTo(4);
    }

    @Test
    void aCertificateIsTrustedWhereCaFileNamesIt() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(own)
                    .build()
                    .sslSocketFactory());
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return new MockResponse.Builder()
                            .body("{\"choices\":[{\"message\":{\"content\":\"One.\"},\"finish_reason\":\"stop\"}]}")
                            .setHeader("Content-Type", "application/json")
                            .build();
                }
            });
            server.start();
            configure("https://localhost:" + server.getPort() + "/v1");

            assertThat(test("priced")).isEqualTo(1);
            assertThat(err.toString().strip().lines()).hasSize(1);
            assertThat(err.toString())
                    .contains("priced did not answer: the certificate of localhost:")
                    .contains("is not trusted", "ca_file of the model, or in SSL_CERT_FILE");

            Path file = Files.writeString(home.resolve("ca.pem"), own.certificatePem());
            Files.writeString(
                    home.resolve("pith.toml"),
                    Files.readString(home.resolve("pith.toml"))
                            .replace("[models.plain]", "ca_file = \"" + file + "\"\n[models.plain]"));
            assertThat(test("priced")).isZero();
        }
    }

    private void configure(String baseUrl) throws IOException {
        Files.writeString(home.resolve("pith.toml"), ModelHome.profiles(baseUrl));
    }

    private int test(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "model";
        all[1] = "test";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[arguments.length + 2] = "--home";
        all[arguments.length + 3] = home.toString();
        return Pith.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all);
    }
}
