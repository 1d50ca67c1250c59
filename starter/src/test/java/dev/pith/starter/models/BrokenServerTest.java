package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.cutStream;
import static dev.pith.activities.testing.Behavior.drip;
import static dev.pith.activities.testing.Behavior.error;
import static dev.pith.activities.testing.Behavior.garbage;
import static dev.pith.activities.testing.Behavior.hang;
import static dev.pith.activities.testing.Behavior.status;
import static dev.pith.activities.testing.Behavior.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Timeouts;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;

/** Errors of servers and networks: what passes is waited for, what lasts is told in the provider's words. */
@Tag("servers")
class BrokenServerTest extends InAScene {

    /** Three chunks, whose summaries stand as they are. */
    private static final int CALLS = 3;

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(700);

    @AlongsideTest
    void withoutErrorsEachTextCostsOneCall() {
        Compaction ended = scene.compact(scene.conversation("s"));
        assertCompacted(ended);
        assertThat(ended.chunks()).isEqualTo(CALLS);
        assertThat(scene.calls()).isEqualTo(CALLS);
    }

    @AlongsideTest
    void oneErrorInFiveCallsCostsThatCallOnly() {
        scene.sizes = Scene.chunksOf(400);
        scene.fake.behaves(call -> call.number() % 5 == 0 ? error(500, "a hiccup") : summary(80));
        Compaction ended = scene.compact(scene.conversation("s"));
        assertCompacted(ended);
        assertThat(ended.chunks()).isGreaterThanOrEqualTo(10);
        assertThat(scene.calls()).isEqualTo(ended.chunks() + scene.calls() / 5);
    }

    @AlongsideTest
    void tenErrorsInARowAreWaitedOut() {
        scene.concurrency = 10;
        scene.sizes = Scene.chunksOf(400);
        Behavior allAtOnce = (exchange, call) -> {
            Thread.sleep(1_000);
            error(500, "a hiccup").answer(exchange, call);
        };
        scene.fake.behaves(call -> call.number() <= 10 ? allAtOnce : summary(80));
        Compaction ended = scene.compact(scene.conversation("s"));
        assertCompacted(ended);
        assertThat(ended.chunks()).isGreaterThanOrEqualTo(10);
        assertThat(scene.calls()).isEqualTo(ended.chunks() + 10);
    }

    @AlongsideTest
    void aServerThatStaysDownIsLeftAloneAndItsWordsAreTold() {
        scene.attempts = 2;
        scene.fake.behaves(call -> error(500, "the GPU fell off the bus"));
        Compaction ended = scene.compact(scene.conversation("s"));
        assertDegraded(ended, "500: the GPU fell off the bus");
        // What was under way when the breaker opened; on a slow machine the merge comes after its pause, and probes.
        List<FakeModel.Call> calls = scene.fake.calls();
        for (int probing = 2 * CALLS; probing < calls.size(); probing++) {
            long pause = calls.get(probing).arrived() - calls.get(probing - 1).arrived();
            assertThat(Duration.ofNanos(pause)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        }
        assertThat(calls).hasSizeLessThanOrEqualTo(2 * CALLS + 2);
    }

    @AlongsideTest
    void whoKeepsTheContextIsToldWhy() {
        scene.attempts = 1;
        scene.concurrency = 1;
        scene.onFailure = OnModelFailure.KEEP;
        scene.fake.behaves(call -> error(500, "the GPU fell off the bus"));
        String conversation = scene.conversation("s");
        Compaction ended = scene.compact(conversation);
        assertThat(ended.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ended.error()).contains("500: the GPU fell off the bus");
        assertThat(ended.toVersion()).isNull();
        assertThat(scene.calls()).isEqualTo(1);
    }

    @AlongsideTest
    void waitingForAnEndpointCostsPatienceNotAttempts() {
        scene.attempts = 1;
        Behavior busy = status(429, "{\"error\":{\"message\":\"slow down\"}}", Map.of("Retry-After", "2"));
        scene.fake.behaves(call -> call.number() <= 6 ? busy : summary(80));
        assertCompacted(scene.compact(scene.conversation("s")));
        assertThat(scene.calls()).isEqualTo(CALLS + 6);
    }

    @AlongsideTest
    void whereItWouldTakeTooLongTheProvidersWordsAreTold() {
        scene.patienceSeconds = 5;
        scene.concurrency = 1;
        scene.fake.behaves(call ->
                status(429, "{\"error\":{\"message\":\"come back tomorrow\"}}", Map.of("Retry-After", "86400")));
        assertDegraded(scene.compact(scene.conversation("s")), "429: come back tomorrow");
        assertThat(scene.calls()).isEqualTo(1);
    }

    @AlongsideTest
    void aHangIsCutAndAskedAgain() {
        scene.timeouts = new Timeouts(LONG, SHORT, LONG, LONG);
        passesAfter(hang(LONG));
    }

    @AlongsideTest
    void silenceInTheMiddleIsCutAndAskedAgain() {
        scene.timeouts = new Timeouts(LONG, LONG, SHORT, LONG);
        passesAfter(drip(LONG));
    }

    @AlongsideTest
    void aSlowDripIsCutByTheTotalTime() {
        scene.timeouts = new Timeouts(LONG, LONG, LONG, Duration.ofSeconds(4));
        passesAfter(drip(Duration.ofMillis(20)));
    }

    @AlongsideTest
    void aConnectionThatIsCutInMidStreamIsAskedAgain() {
        passesAfter(cutStream());
    }

    @AlongsideTest
    void garbageIsAskedAgain() {
        byte[] garbage = new byte[3_000];
        new Random(7).nextBytes(garbage);
        passesAfter(garbage(garbage));
    }

    @AlongsideTest
    void aPageOfAGatewayIsAskedAgainAndItsTitleTold() {
        Behavior page = status(
                502,
                "<html><head><title>502 Bad Gateway</title></head><body><h1>UNFIT</h1></body></html>",
                Map.of("Content-Type", "text/html"));
        passesAfter(page);
        staysAndIsTold(page, "502: 502 Bad Gateway");
    }

    @AlongsideTest
    void anErrorInsideA200IsAskedAgainAndItsWordsTold() {
        Behavior error = status(
                200,
                "{\"error\":{\"message\":\"Provider returned error\",\"code\":500,"
                        + "\"metadata\":{\"raw\":\"no GPU is free\",\"provider_name\":\"Tide\"}}}",
                Map.of("Content-Type", "application/json"));
        passesAfter(error);
        staysAndIsTold(error, "no GPU is free");
    }

    @AlongsideTest
    void aChineseMessageInsideAnSdksTextIsTold() {
        staysAndIsTold(
                status(
                        529,
                        "{\"error\":{\"message\":\"Error code: 529 - {'error': {'message': '模型服务暂时不可用'}}\"}}",
                        Map.of("Retry-After", "60")),
                "529: 模型服务暂时不可用");
    }

    @AlongsideTest
    void whatAServerQuotesOfTheConversationStaysInTheStore() {
        scene.fake.behaves(call -> (exchange, same) -> {
            int at = call.material().indexOf("point");
            error(500, "cannot read " + call.material().substring(at, at + 60)).answer(exchange, call);
        });
        scene.attempts = 2;
        assertDegraded(scene.compact(scene.conversation("s")), "cannot read point");
    }

    /** One call meets it, and everything ends as if it had not. */
    private void passesAfter(Behavior bad) {
        scene.fake.behaves(call -> call.number() == 2 ? bad : summary(80));
        assertCompacted(scene.compact(scene.conversation("passes")));
        assertThat(scene.calls()).isEqualTo(CALLS + 1);
    }

    private void staysAndIsTold(Behavior bad, String words) {
        scene.patienceSeconds = 0;
        scene.attempts = 1;
        scene.concurrency = 1;
        scene.sizes = Scene.chunksOf(60_000);
        int before = scene.calls();
        scene.fake.behaves(call -> bad);
        assertDegraded(scene.compact(scene.conversation("stays")), words);
        assertThat(scene.calls()).isEqualTo(before + 1);
    }
}
