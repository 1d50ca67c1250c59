package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OpenAI's shape of compaction: readable text in an item that the caller sends along. */
@Tag("servers")
class ResponsesCompactTest extends InAServedHome {

    private static final String ENCRYPTED = "{\"type\":\"reasoning\",\"summary\":[],\"encrypted_content\":\"secret\"}";

    private static String window(int turns) {
        StringBuilder items =
                new StringBuilder("{\"type\":\"message\",\"role\":\"developer\",\"content\":\"Answer in rhymes.\"}");
        for (int i = 0; i < turns; i++) {
            items.append(",{\"type\":\"message\",\"role\":\"user\",\"content\":\"Request " + i + ": check src/port" + i
                    + ".c\"},");
            items.append(
                    "{\"type\":\"function_call\",\"call_id\":\"c" + i + "\",\"name\":\"read\",\"arguments\":\"{}\"},");
            items.append("{\"type\":\"function_call_output\",\"call_id\":\"c" + i + "\",\"output\":\""
                    + "the port is open and calm. ".repeat(25) + "\"},");
            items.append(ENCRYPTED);
        }
        return "{\"model\":\"gpt-5\",\"input\":[" + items + "]}";
    }

    @Test
    void theAnswerIsTheNextInput() {
        JsonNode answer = object(served.post("/v1/responses/compact", window(16)));

        JsonNode output = answer.path("output");
        assertThat(answer.path("object").asText()).isEqualTo("response.compaction");
        assertThat(answer.path("model").asText()).isEqualTo("gpt-5");
        assertThat(output.path(0).path("role").asText()).isEqualTo("developer");
        assertThat(output.path(1).path("content").path(0).path("text").asText())
                .contains("<summary id=", "src/port0.c");
        assertThat(output.path(output.size() - 1).path("encrypted_content").asText())
                .as(answer.toString())
                .isEqualTo("secret");
        assertThat(output.size()).isLessThan(30);
        assertThat(answer.path("usage").path("output_tokens").asLong())
                .isPositive()
                .isLessThan(answer.path("usage").path("input_tokens").asLong());

        JsonNode next = object(served.post("/v1/responses/compact", "{\"model\":null,\"input\":" + output + "}"));
        assertThat(next.path("output")
                        .path(1)
                        .path("content")
                        .path(0)
                        .path("text")
                        .asText())
                .isNotBlank();
    }

    @Test
    void theSameBodyAgain_givesTheSameAnswer() {
        JsonNode first = object(served.post("/v1/responses/compact", window(15)));
        long before = compactions();

        assertThat(object(served.post("/v1/responses/compact", window(15)))).isEqualTo(first);
        assertThat(compactions()).isEqualTo(before);
    }

    private long compactions() {
        return object(served.get("/v1/compactions?limit=200")).path("items").size();
    }

    @Test
    void aShortInput_comesBackAsItIs() {
        JsonNode answer = object(served.post("/v1/responses/compact", "{\"input\":\"Hello there.\"}"));

        assertThat(answer.path("output")).hasSize(1);
        assertThat(answer.path("output")
                        .path(0)
                        .path("content")
                        .path(0)
                        .path("text")
                        .asText())
                .isEqualTo("Hello there.");
    }

    @Test
    void whatCannotBeRead_isRefused() {
        for (String body : List.of(
                "{}",
                "[]",
                "{\"input\":[]}",
                "{\"input\":7}",
                "{\"input\":[7]}",
                "{\"input\":\"  \"}",
                "{\"input\":[" + ENCRYPTED + "]}",
                "{\"input\":[{\"type\":\"compaction\",\"encrypted_content\":\"x\"}]}")) {
            problem(422, served.post("/v1/responses/compact", body));
        }
    }
}
