package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.testing.Behavior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans and flushes over HTTP. */
@Tag("servers")
class PlanApiTest extends InAServedHome {

    private JsonNode plan(String id, String body) {
        return object(served.post("/v1/conversations/" + id + "/compactions/plan", body));
    }

    @Test
    void aPlanTellsCallsTokensAndCost_andCallsNoModel() {
        String id = served.conversation("planned");
        int calls = served.fake.calls().size();

        JsonNode plan = plan(id, "{\"model\":\"fake\",\"flush\":\"off\"}");

        assertThat(served.fake.calls()).hasSize(calls);
        assertThat(plan.path("model").asText()).isEqualTo("fake");
        assertThat(plan.path("decision").asText()).isEqualTo("oversize");
        assertThat(plan.path("headFrom").asLong()).isEqualTo(1);
        assertThat(plan.path("chunks").size())
                .isGreaterThan(1)
                .isEqualTo(plan.path("chunkCalls").asInt());
        assertThat(plan.path("flushCalls").asInt()).isZero();
        long expected =
                plan.path("tokensIn").asLong() + 10 * plan.path("tokensOut").asLong();
        assertThat(plan.path("cost").decimalValue().movePointRight(6).longValueExact())
                .isEqualTo(expected)
                .isPositive();
        JsonNode compaction = object(served.post(
                "/v1/conversations/" + id + "/compactions?wait=60s", "{\"model\":\"fake\",\"flush\":\"off\"}"));
        assertThat(compaction.path("tokensBefore")).isEqualTo(plan.path("tokensBefore"));
        assertThat(compaction.path("chunks").asInt())
                .isEqualTo(plan.path("chunks").size());
    }

    @Test
    void aModelProfileThatCameAfterTheStart_isPlanned_butNamedAsUnknownToTheWorkers() throws IOException {
        String id = served.conversation("late");
        Files.writeString(served.file("pith.toml"), """

                [models.late]
                base_url = "http://127.0.0.1:1/v1"
                model = "late-1"
                api_key_env = ""
                context_window = 20_000
                """, StandardOpenOption.APPEND);

        assertThat(plan(id, "{\"model\":\"late\"}").path("model").asText()).isEqualTo("late");
        assertThat(problem(503, served.post("/v1/conversations/" + id + "/compactions", "{\"model\":\"late\"}"))
                        .path("detail")
                        .asText())
                .isEqualTo("no running worker knows the model profile late: workers read the profiles when they start,"
                        + " so start one again, or choose another model");
    }

    @Test
    void aCanceledCompaction_cannotBeCanceledAgain_andUndoIsNotOffered() {
        served.fake.behaves(call -> Behavior.timed(Duration.ofSeconds(5), Duration.ZERO, 150));
        String id = served.conversation("canceled");
        String compaction = object(served.post(
                        "/v1/conversations/" + id + "/compactions", "{\"model\":\"fake\",\"flush\":\"off\"}"))
                .path("id")
                .asText();
        String cancel = "/v1/compactions/" + compaction + "/cancel";
        assertThat(object(served.post(cancel + "?wait=60s", "")).path("outcome").asText())
                .isEqualTo("canceled");
        assertThat(problem(409, served.post(cancel, "")).path("detail").asText())
                .isEqualTo("the compaction has ended");
    }

    @Test
    void whatIsShort_hasNothingToDo() {
        String id = object(served.post("/v1/conversations", "{\"key\":\"short\"}"))
                .path("id")
                .asText();
        object(served.post(
                "/v1/conversations/" + id + "/messages", "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"));

        JsonNode plan = plan(id, "{\"strategy\":\"prune\"}");

        assertThat(plan.path("decision").asText()).isEqualTo("nothing_to_do");
        assertThat(plan.path("headFrom").isNull()).isTrue();
        assertThat(plan.path("cost").asInt(-1)).isZero();
        problem(422, served.post("/v1/conversations/" + id + "/compactions/plan", "{\"model\":\"none\"}"));
        problem(404, served.post("/v1/conversations/nobody/compactions/plan", "{}"));
    }

    @Test
    void aFlushWritesMemories_andWhatWasFlushedIsNotFlushedAgain() {
        String id = served.conversation("flushed");

        JsonNode flushed = object(served.post("/v1/conversations/" + id + "/flushes?wait=60s", ""));

        assertThat(flushed.path("pending").asInt()).isZero();
        assertThat(flushed.path("items")).hasSize(1);
        assertThat(flushed.path("items").path(0).path("state").asText()).isEqualTo("done");
        assertThat(flushed.path("items").path(0).path("to").asLong()).isEqualTo(24);
        assertThat(object(served.post("/v1/conversations/" + id + "/flushes?wait=60s", "{\"model\":\"extractive\"}"))
                        .path("items"))
                .isEqualTo(flushed.path("items"));
        assertThat(object(served.get("/v1/conversations/" + id + "/flushes"))).isEqualTo(flushed);
        problem(422, served.post("/v1/conversations/" + id + "/flushes", "{\"model\":\"none\"}"));
        problem(404, served.post("/v1/conversations/nobody/flushes", ""));
    }
}
