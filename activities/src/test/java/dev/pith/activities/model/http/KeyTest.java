package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.wire.ApiKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest extends Fixture {

    @ParameterizedTest
    @EnumSource
    void aMissingKeyIsToldBeforeAnythingIsSent(Shape shape) {
        try (ModelClients keyless = new ModelClients(variable -> Optional.empty(), Dialects.inMemory())) {
            ModelFailure failure = failureOf(
                    keyless.of(profile(shape.provider(), shape.streaming())).newCall(REQUEST));
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(failure).hasMessage("no key for model small: set TEST_KEY in the environment of the worker");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sk-first\nsk-second", "sk-first sk-second", "sk-schlüssel-4711"})
    void aKeyThatCanBeNoneIsNotSentAndNotTold(String key) {
        try (ModelClients odd = new ModelClients(variable -> Optional.of(key), Dialects.inMemory())) {
            ModelFailure failure = failureOf(
                    odd.of(profile(Shape.ANTHROPIC_WHOLE.provider(), false)).newCall(REQUEST));
            assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
            assertThat(told(failure)).contains("TEST_KEY").doesNotContain("sk-");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void whiteSpaceAroundAKeyIsNotSent() {
        try (ModelClients padded = new ModelClients(variable -> Optional.of(KEY + "\n"), Dialects.inMemory())) {
            server.enqueue(Shape.OPENAI_WHOLE.answer("ok", "stop"));
            padded.of(profile(Shape.OPENAI_WHOLE.provider(), false))
                    .newCall(REQUEST)
                    .execute();
            assertThat(sent().getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatTheServerSaysBackIsHidden(Shape shape) {
        String words = "Incorrect API key provided: " + KEY + ".";
        assertThat(failure(shape, refusal(401, "{\"error\":{\"message\":\"" + words + "\"}}")))
                .hasMessage("401: Incorrect API key provided: [key].");
        ModelFailure[] failures = {
            failure(shape, refusal(500, "x".repeat(490) + KEY)),
            failure(shape, refusal(500, "<html><title>" + KEY + "</title>")),
            failure(shape, refusal(500, "<p>" + KEY.substring(0, 9) + "<b></b>" + KEY.substring(9))),
            failure(shape, "<html><title>" + KEY + "</title>"),
            failure(shape, "{\"error\":\"" + KEY + "\"}"),
            failure(shape, "{" + KEY + "}"),
            failure(
                    shape,
                    new MockResponse.Builder().status("HTTP/1.1 500 " + KEY).build()),
            failure(
                    shape,
                    new MockResponse.Builder()
                            .code(302)
                            .setHeader("Location", "http://x.test/" + KEY)
                            .build()),
            failure(shape, new MockResponse.Builder().status(KEY).build()),
        };
        for (ModelFailure failure : failures) {
            assertThat(told(failure)).doesNotContain(KEY);
        }
    }

    @Test
    void halfOfAKeyIsNotLeftWhereWordsAreCut() {
        assertThat(failure(Shape.OPENAI_WHOLE, refusal(500, "x".repeat(490) + KEY))
                        .words())
                .doesNotContain("sk-")
                .hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void nothingThatIsPrintedHasTheKey() {
        ModelProfile profile = profile(Shape.OPENAI_WHOLE.provider(), false);
        ApiKey key = ApiKey.of(profile, variable -> Optional.of(KEY));
        assertThat(profile + " " + key + " " + REQUEST).doesNotContain(KEY);
    }

    @Test
    void aKeyIsLookedUpAtEveryCall() {
        String[] current = {"first-key-1"};
        try (ModelClients changing = new ModelClients(variable -> Optional.of(current[0]), Dialects.inMemory())) {
            var client = changing.of(profile(Shape.OPENAI_WHOLE.provider(), false));
            for (String key : new String[] {"first-key-1", "second-key-2"}) {
                current[0] = key;
                server.enqueue(Shape.OPENAI_WHOLE.answer("ok", "stop"));
                client.newCall(REQUEST).execute();
                assertThat(sent().getHeaders().get("Authorization")).isEqualTo("Bearer " + key);
            }
        }
    }

    private static String told(ModelFailure failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        return all + failure.words();
    }
}
