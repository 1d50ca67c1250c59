package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.testing.Behavior;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Backfills under way: paused, changed, canceled, taken up again. */
@Tag("servers")
class BackfillControlTest extends InABackfillHome {

    @BeforeEach
    void well() {
        backfills.home.fake.behaves(call -> Behavior.summary(60));
    }

    @Test
    void pausedItBeginsNothingUntilItIsResumed() throws Exception {
        detached("paused", 3);
        Result paused = backfills.pith("backfill", "pause", "paused");
        Result resized = backfills.pith("backfill", "set", "paused", "--max-in-flight", "2");
        CompletableFuture<Result> watching = backfills.meanwhile("backfill", "watch", "paused");

        assertThat(paused.err()).contains("pith backfill resume paused");
        assertThat(resized.err()).contains("up to 2 conversations");
        assertThat(backfills.pith("backfill", "status").out()).startsWith("Backfill paused: paused (by hand)");
        JsonNode report = backfills.report("paused");
        assertThat(report.path("state").asText()).isEqualTo("running");
        assertThat(report.path("paused").asText()).isEqualTo("by hand");
        assertThat(report.path("maxInFlight").asInt()).isEqualTo(2);
        assertThat(watching).isNotDone();
        backfills.pith("backfill", "resume", "paused");
        assertThat(watching.get().code()).as(watching.get().err()).isZero();
        assertThat(backfills.count("paused", "compacted")).isEqualTo(3);
        backfills.assertRefused("has ended (COMPLETED)", "backfill", "pause", "paused");
    }

    @Test
    void canceledItEndsAndIsTakenUpAgain() throws Exception {
        backfills.home.fake.behaves(call -> Behavior.hang(Duration.ofMinutes(5)));
        detached("canceled", 4, "--model", "plain", "--max-in-flight", "2");
        Result canceled = backfills.pith("backfill", "cancel", "canceled");

        assertThat(canceled.code()).as(canceled.err()).isZero();
        assertThat(canceled.out())
                .startsWith("Backfill canceled: canceled, 4 conversations")
                .contains("4  canceled");
        assertThat(backfills.report("canceled").path("failures")).hasSize(4);
        well();
        Result again = backfills.pith("backfill", "retry-failed", "canceled");
        assertThat(again.code()).as(again.err() + again.out()).isZero();
        assertThat(backfills.count("canceled", "compacted")).isEqualTo(4);
        assertThat(backfills.report("canceled").path("failures")).isEmpty();
    }

    @Test
    void whatAModelRefusesFailsAndIsTakenUpAgain() throws Exception {
        backfills.home.fake.behaves(call -> Behavior.error(401, "say \"please\", then, try"));
        String folder = backfills.sessions("refused", 2).toString();
        Result failed = backfills.pith("backfill", folder, "--name", "refused", "--model", "plain", "--flush", "off");

        assertThat(failed.code()).as(failed.err() + failed.out()).isEqualTo(3);
        assertThat(failed.out()).contains("2  failed").contains("say \"please\"");
        List<String> csv = backfills
                .pith("backfill", "report", "refused", "--output", "csv")
                .out()
                .lines()
                .toList();
        assertThat(csv).hasSize(3);
        assertThat(csv.get(0)).isEqualTo("number,conversation,source,outcome,attempts,error");
        assertThat(csv.get(1)).startsWith("1,\"").contains(",failed,1,\"").contains("\"\"please\"\", then, try");
        well();
        Result again = backfills.pith("backfill", "retry-failed");
        assertThat(again.code()).as(again.err() + again.out()).isZero();
        assertThat(again.out()).contains("2  compacted");
    }

    @Test
    void aReportHasWhatProgramsNeed() throws Exception {
        String folder = backfills.sessions("reported", 2).toString();
        backfills.pith("backfill", folder, "--name", "reported", "--model", "priced", "--flush", "off");
        JsonNode report = backfills.report("reported");

        assertThat(report.fieldNames())
                .toIterable()
                .contains("backfill", "state", "outcome", "counts", "spend", "started", "ended", "seconds", "failures");
        assertThat(report.path("counts").fieldNames())
                .toIterable()
                .contains("compacted", "skipped", "nothingToDo", "compactedDegraded", "failed", "overBudget");
        assertThat(report.path("outcome").asText()).isEqualTo("COMPLETED");
        assertThat(report.path("spend").path("calls").asInt()).isEqualTo(2);
        assertThat(report.path("spend").path("cost").asDouble()).isPositive();
        assertThat(report.path("seconds").asDouble()).isPositive();
        Result list = backfills.pith("backfill", "list");
        assertThat(list.out().lines())
                .first()
                .satisfies(head -> assertThat(head).startsWith("NAME"));
        assertThat(list.out()).containsPattern("reported +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +completed +2 +0");
        assertThat(backfills.pith("backfill", "list", "--output", "json").objects())
                .anySatisfy(row -> assertThat(row.path("backfill").asText()).isEqualTo("reported"));
    }

    @Test
    void aBudgetStopsItAndSaysWhere() throws Exception {
        String folder = backfills.sessions("spent", 4).toString();
        long one = foreseen(folder + "/spent0.json");
        Result stopped = backfills.pith(
                "backfill", folder, "--name", "spent", "--model", "priced", "--flush", "off", "--max-tokens", "" + one);

        assertThat(stopped.code()).as(stopped.err() + stopped.out()).isEqualTo(3);
        assertThat(stopped.out())
                .startsWith("Backfill spent: stopped by its budget, 4 conversations")
                .contains("over budget");
        JsonNode report = backfills.report("spent");
        assertThat(report.path("counts").path("compacted").asInt()).isPositive();
        assertThat(report.path("counts").path("compacted").asInt()
                        + report.path("counts").path("overBudget").asInt())
                .isEqualTo(4);
        long spent = report.path("spend").path("tokensIn").asLong()
                + report.path("spend").path("tokensOut").asLong();
        assertThat(spent).isPositive().isLessThanOrEqualTo(one);
    }

    private long foreseen(String file) throws IOException {
        JsonNode foreseen = backfills
                .pith(
                        "compact",
                        "--strategy",
                        "gist",
                        "--flush",
                        "off",
                        "--dry-run",
                        file,
                        "--model",
                        "priced",
                        "--output",
                        "json")
                .objects()
                .get(0);
        return foreseen.path("tokensIn").asLong() + foreseen.path("tokensOut").asLong() + 20;
    }

    /** One that was started, and that nobody works on. */
    private void detached(String name, int sessions, String... more) throws IOException {
        String[] all = new String[more.length + 7];
        String folder = backfills.sessions(name, sessions).toString();
        System.arraycopy(new String[] {"backfill", folder, "--name", name, "--detach", "--flush", "off"}, 0, all, 0, 7);
        System.arraycopy(more, 0, all, 7, more.length);
        backfills.home.fake.behaves(call -> Behavior.hang(Duration.ofMinutes(5)));
        Result left = backfills.pith(all);
        assertThat(left.code()).as(left.err()).isZero();
        assertThat(left.err()).contains("pith backfill watch " + name);
    }
}
