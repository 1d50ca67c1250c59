package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An agent uses Pith as its conversation store. */
@Tag("servers")
class AppendApiTest extends InAServedHome {

    private static final String TWO = """
            {"messages":[{"role":"user","content":"Paint the gate."},
             {"role":"assistant","content":"","tool_calls":[{"id":"c1","type":"function",
              "function":{"name":"paint","arguments":"{\\"what\\":\\"gate\\"}"}}]}]}""";

    private String open(String key) {
        return object(served.post("/v1/conversations", "{\"key\":\"" + key + "\",\"title\":\"The gate\"}"))
                .path("id")
                .asText();
    }

    private HttpResponse<String> append(String id, String key, String body) {
        return served.send(served.request("/v1/conversations/" + id + "/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void threeCallsAreEnough() {
        HttpResponse<String> opened = served.post("/v1/conversations", "{\"key\":\"three\"}");
        assertThat(opened.statusCode()).isEqualTo(201);
        String id = object(opened).path("id").asText();
        assertThat(served.post("/v1/conversations", "{\"key\":\"three\"}").statusCode())
                .isEqualTo(200);

        JsonNode appended = object(append(id, "k1", TWO));
        assertThat(appended.path("firstSeq").asInt()).isEqualTo(1);
        assertThat(appended.path("seq").asInt()).isEqualTo(2);

        JsonNode context = object(served.get("/v1/conversations/" + id + "/context?format=openai"));
        assertThat(context.path("messages").path(0).path("content").asText()).isEqualTo("Paint the gate.");
    }

    @Test
    void aRetryStoresNothing_andAKeyWithAnotherBodyIsRefused() {
        String id = open("retried");
        HttpResponse<String> first = append(id, "k", TWO);
        HttpResponse<String> again = append(id, "k", TWO);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(object(again).path("seq").asInt()).isEqualTo(2);
        assertThat(object(again).path("replayed").asBoolean()).isTrue();
        assertThat(problem(422, append(id, "k", TWO.replace("gate.", "door.")))
                        .path("detail")
                        .asText())
                .contains("another body");
        assertThat(object(served.get("/v1/conversations/" + id))
                        .path("messages")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anAppendBehindOthers_isToldWhereTheConversationEnds() {
        String id = open("expected");
        object(append(id, "k1", TWO));

        JsonNode conflict = problem(
                409, append(id, "k2", "{\"expectedSeq\":0,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));

        assertThat(conflict.path("currentSeq").asInt()).isEqualTo(2);
        object(append(id, "k3", "{\"expectedSeq\":2,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"));
    }

    @Test
    void whatCannotBeStored_isRefusedAndNothingIsStored() {
        String id = open("refused");
        for (String body : List.of(
                "{}",
                "{\"messages\":[]}",
                "{\"messages\":\"hello\"}",
                "{\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}",
                "{\"messages\":[{\"content\":\"x\"}]}",
                "{\"messages\":[7]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"expectedSeq\":-1}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"more\":1}")) {
            problem(422, append(id, "k" + body.hashCode(), body));
        }
        problem(400, append(id, "deep", "{\"messages\":" + "[".repeat(500) + "]".repeat(500) + "}"));
        problem(422, append(id, " ", TWO));
        problem(404, append("nobody", "k", TWO));
        problem(422, served.post("/v1/conversations", "{\"key\":\" \"}"));
        problem(422, served.post("/v1/conversations", "{}"));
        assertThat(object(served.get("/v1/conversations/" + id))
                        .path("messages")
                        .asInt())
                .isZero();
    }

    @Test
    void aDeletedConversation_isNotOpenedAgain() {
        String id = open("gone");
        object(append(id, "k", TWO));
        object(served.delete("/v1/conversations/" + id));

        problem(410, served.post("/v1/conversations", "{\"key\":\"gone\"}"));
        problem(404, append(id, "k2", TWO));
    }

    @Test
    void aConversationThatFillsItsWindow_isCompactedWithoutAsking() throws IOException {
        Files.writeString(served.file("pith.toml"), "auto = true\n" + Files.readString(served.file("pith.toml")));
        String id = open("filled");
        String words = "The harbor was checked and it is calm today. ".repeat(40);
        for (int i = 0; i < 8; i++) {
            object(append(
                    id,
                    "k" + i,
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"Request " + i
                            + "\"},{\"role\":\"assistant\",\"content\":\"" + words + i + "\"}]}"));
        }
        await().atMost(Patience.LONG)
                .until(() -> object(served.get("/v1/conversations/" + id))
                                .path("version")
                                .asInt()
                        > 1);
        await().atMost(Patience.LONG)
                .until(() -> !served.database().table(Compactions.class).isRunning(id));
        JsonNode context = object(served.get("/v1/conversations/" + id)).path("context");
        assertThat(context.path("tokens").asLong()).isLessThan(1_700);
        assertThat(context.path("coverage").path("complete").asBoolean()).isTrue();
    }
}
