package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Conversations, their messages, summaries and contexts over HTTP. */
@Tag("servers")
class ConversationApiTest extends InAServedHome {

    @Test
    void aCompactionIsStartedAwaitedUndoneAndRedone() {
        String id = served.conversation("compacted");

        HttpResponse<String> started =
                served.post("/v1/conversations/" + id + "/compactions?wait=30s", "{\"focus\":\"the requests\"}");
        JsonNode compaction = object(started);

        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(started.headers().firstValue("Location"))
                .hasValue("/v1/compactions/" + compaction.path("id").asText());
        assertThat(compaction.path("outcome").asText()).isEqualTo("compacted");
        assertThat(compaction.path("focus").asText()).isEqualTo("the requests");
        assertThat(compaction.path("percent").asInt()).isEqualTo(100);
        assertThat(compaction.path("cells").size())
                .isGreaterThan(1)
                .isEqualTo(compaction.path("chunks").asInt());
        assertThat(compaction.path("cells").path("0").path("state").asText()).isEqualTo("done");
        assertThat(compaction.path("temporal").asText()).startsWith("http://").contains("compaction%2F" + id);

        JsonNode detail = object(served.get("/v1/conversations/" + id));
        assertThat(detail.path("version").asInt()).isEqualTo(2);
        assertThat(detail.path("context").path("coverage").path("complete").asBoolean())
                .isTrue();
        assertThat(detail.path("context").path("tokens").asLong())
                .isEqualTo(compaction.path("tokensAfter").asLong());
        String summary =
                detail.path("context").path("summaries").path(0).path("id").asText();
        assertThat(object(served.get("/v1/summaries/" + summary)).path("text").asText())
                .isNotBlank();
        assertThat(object(served.get("/v1/summaries/" + summary + "/sources"))
                        .path("items")
                        .path(0)
                        .path("from")
                        .asInt())
                .isEqualTo(1);
        assertThat(object(served.get("/v1/summaries/" + summary + "/expansion?budget=500"))
                        .path("items")
                        .path(0)
                        .path("text")
                        .asText())
                .contains("Request number 0");
        assertThat(object(served.get("/v1/conversations/" + id + "/diff"))
                        .path("came")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(summary);

        assertThat(object(served.post("/v1/conversations/" + id + "/undo", ""))
                        .path("version")
                        .asInt())
                .isEqualTo(3);
        assertThat(object(served.post("/v1/conversations/" + id + "/redo", ""))
                        .path("version")
                        .asInt())
                .isEqualTo(4);
        problem(409, served.post("/v1/conversations/" + id + "/redo", ""));
    }

    @Test
    void aPreviewReplacesNothingUntilItIsApplied() {
        String id = served.conversation("previewed");
        JsonNode preview =
                object(served.post("/v1/conversations/" + id + "/compactions?wait=30s", "{\"preview\":true}"));

        assertThat(preview.path("outcome").asText()).isEqualTo("previewed");
        assertThat(preview.path("applied").asBoolean()).isFalse();
        assertThat(object(served.get("/v1/conversations/" + id)).path("version").asInt())
                .isEqualTo(1);

        String compaction = preview.path("id").asText();
        JsonNode applied = object(served.post("/v1/compactions/" + compaction + "/apply", ""));
        assertThat(applied.path("applied").asBoolean()).isTrue();
        assertThat(object(served.get("/v1/conversations/" + id)).path("version").asInt())
                .isEqualTo(2);
        problem(409, served.post("/v1/compactions/" + compaction + "/cancel", ""));
    }

    @Test
    void aConstantThatIsNotKnown_isToldTheOthersAsTheApiNamesThem() {
        String id = served.conversation("constant");

        assertThat(problem(422, served.post("/v1/conversations/" + id + "/compactions", "{\"strategy\":\"magic\"}"))
                        .path("detail")
                        .asText())
                .isEqualTo("the field strategy must be one of rolling, layered, prune, gist");
    }

    @Test
    void aModelWhoseKeyNoWorkerHas_isRefused() {
        String id = served.conversation("keyed");

        assertThat(problem(503, served.post("/v1/conversations/" + id + "/compactions", "{\"model\":\"keyed\"}"))
                        .path("detail")
                        .asText())
                .startsWith("model profile keyed needs PITH_TEST_KEY_THAT_IS_NOT_SET, which no running worker has");
    }

    @Test
    void pagesGiveEveryConversationOnce() {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            stored.add(served.conversation("paged" + i));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = object(served.get("/v1/conversations?limit=3" + cursor));
            page.path("items").forEach(item -> seen.add(item.path("id").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
            pages++;
        } while (!cursor.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().containsAll(stored);
        assertThat(pages).isGreaterThan(2);

        assertThat(object(served.get("/v1/conversations?filter=" + stored.get(3)))
                        .path("items"))
                .hasSize(1);
        assertThat(object(served.get("/v1/places"))
                        .path("sources")
                        .path(0)
                        .path("conversations")
                        .asInt())
                .isGreaterThanOrEqualTo(7);
        problem(422, served.get("/v1/conversations?cursor=abc"));
    }

    @Test
    void messagesAreReadInPagesWithTheirPlace() {
        String id = served.conversation("read");

        JsonNode page = object(served.get("/v1/conversations/" + id + "/messages?from=3&limit=2"));

        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("items").path(0).path("seq").asInt()).isEqualTo(3);
        assertThat(page.path("items").path(0).path("place").asText()).isEqualTo("live");
        assertThat(page.path("items").path(0).path("parts").path(0).path("text").asText())
                .contains("Request number 1");
        assertThat(page.path("next").asText()).isEqualTo("5");
    }

    @Test
    void aContextAnswersNotModifiedUntilItChanges() {
        String id = served.conversation("tagged");
        String path = "/v1/conversations/" + id + "/context?format=openai&budget=1500";
        HttpResponse<String> first = served.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(object(first).path("messages").path(0).path("role").asText()).isEqualTo("user");
        assertThat(first.headers().firstValue("Pith-Seq")).hasValue("24");
        for (String held : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            assertThat(served.send(served.request(path).header("If-None-Match", held))
                            .statusCode())
                    .as(held)
                    .isEqualTo(304);
        }

        object(served.post("/v1/conversations/" + id + "/compactions?wait=30s", "{}"));
        HttpResponse<String> second = served.send(served.request(path).header("If-None-Match", tag));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("<summary id=");
    }

    @Test
    void theListAndThePageOfAConversation_agreeOnItsContext() {
        String id = object(served.post("/v1/conversations", "{\"key\":\"instructed\"}"))
                .path("id")
                .asText();
        String said = IntStream.range(0, 12)
                .mapToObj(i -> ",{\"role\":\"user\",\"content\":\""
                        + "Request number %d. ".formatted(i).repeat(80) + "\"}")
                .collect(Collectors.joining());
        object(served.post(
                "/v1/conversations/" + id + "/messages",
                "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"}" + said + "]}"));
        assertThat(object(served.post("/v1/conversations/" + id + "/compactions?wait=60s", "{}"))
                        .path("outcome")
                        .asText())
                .isEqualTo("compacted");

        JsonNode context = object(served.get("/v1/conversations/" + id)).path("context");
        JsonNode listed = object(served.get("/v1/conversations?filter=" + id))
                .path("items")
                .path(0);
        assertThat(context.path("systemTokens").asLong()).isPositive();
        assertThat(listed.path("contextTokens").asLong())
                .isEqualTo(context.path("tokens").asLong());
    }

    @Test
    void aDeletedConversationIsGone() {
        String id = served.conversation("deleted");

        assertThat(object(served.delete("/v1/conversations/" + id))
                        .path("messages")
                        .asInt())
                .isEqualTo(24);

        problem(404, served.get("/v1/conversations/" + id));
        problem(404, served.delete("/v1/conversations/" + id));
    }

    @Test
    void whatIsSaidIsFound() {
        String id = served.conversation("found");

        JsonNode hits = object(served.get("/v1/search?query=Request+number&limit=5&conversation=" + id));

        assertThat(hits.path("items")).isNotEmpty();
        assertThat(hits.path("items").path(0).path("conversation").asText()).isEqualTo(id);
        problem(422, served.get("/v1/search"));
    }
}
