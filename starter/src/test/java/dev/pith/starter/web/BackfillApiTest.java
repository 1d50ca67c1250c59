package dev.pith.starter.web;

import static dev.pith.starter.web.ServedHome.object;
import static dev.pith.starter.web.ServedHome.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.Patience;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backfills that are started over HTTP. */
@Tag("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackfillApiTest {

    private static final Duration PATIENCE = Patience.LONG;

    private ServedHome served;
    private Path folder;
    private Path outside;
    private Path planned;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        folder = Files.createDirectories(directory.resolve("sessions"));
        planned = Files.createDirectories(directory.resolve("planned"));
        outside = Files.createDirectories(directory.resolve("sessions-of-others"));
        session(folder.resolve("one.txt"), "amber");
        session(folder.resolve("two.txt"), "birch");
        session(outside.resolve("secret.txt"), "cobalt");
        served = ServedHome.with(
                directory,
                "web_folders = [\"" + folder + "\", \"" + planned + "\", \"" + directory.resolve("none") + "\"]\n"
                        + "ignore_sessions = [\"ignored-*\"]\n");
    }

    @AfterAll
    void close() {
        served.close();
    }

    private static void session(Path file, String word) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append("User: Why is ")
                    .append(word)
                    .append(i)
                    .append(" late? ")
                    .append("It was due at noon. ".repeat(20));
            text.append("\nAssistant: It waits for the tide. ")
                    .append("The table says so. ".repeat(20))
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private HttpResponse<String> start(String body) {
        return served.post("/v1/backfills", body);
    }

    private static String paths(Path... paths) {
        StringBuilder list = new StringBuilder();
        for (Path path : paths) {
            list.append(list.isEmpty() ? "" : ",").append('"').append(path).append('"');
        }
        return "\"paths\":[" + list + "]";
    }

    private JsonNode ended(JsonNode started) {
        String path = "/v1/backfills/" + started.path("name").asText();
        await().atMost(PATIENCE)
                .until(() -> object(served.get(path)).path("state").asText().equals("ended"));
        return object(served.get(path));
    }

    private int conversations(String word) {
        return object(served.get("/v1/search?query=" + word)).path("items").size();
    }

    @Test
    void aFolder_isImportedAndCompacted_andTheSameRequestTakesNothingTwice() throws IOException {
        Files.createSymbolicLink(folder.resolve("linked.txt"), outside.resolve("secret.txt"));
        String body = "{" + paths(folder) + ",\"compaction\":{\"flush\":\"off\"}}";
        HttpResponse<String> answer = start(body);
        JsonNode backfill = ended(object(answer));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/v1/backfills/" + backfill.path("name").asText());
        assertThat(backfill.path("name").asText()).startsWith("gist-");
        assertThat(backfill.path("outcome").asText()).isEqualTo("completed");
        assertThat(backfill.path("files").asInt()).isEqualTo(2);
        assertThat(backfill.path("counts").path("compacted").asInt()).isEqualTo(2);
        assertThat(conversations("amber3")).isPositive();
        assertThat(conversations("cobalt3")).isZero();

        JsonNode again = ended(object(start(body)));
        assertThat(again.path("name")).isEqualTo(backfill.path("name"));
        assertThat(again.path("counts").path("compacted").asInt()).isZero();
    }

    private JsonNode plan(String body) {
        return object(served.post("/v1/backfill-plans", body));
    }

    @Test
    void aPlan_tellsWhatIsNewGrownUpToDateAndPassedOver_andStoresNothing(@TempDir Path outer) throws IOException {
        session(planned.resolve("old.txt"), "dahlia");
        session(planned.resolve("growing.txt"), "elder");
        String body = "{" + paths(planned) + ",\"compaction\":{\"flush\":\"off\",\"after\":4}}";
        ended(object(start(body)));
        Files.writeString(
                planned.resolve("growing.txt"),
                "User: And the elder of tomorrow?\nAssistant: Late too.\n".repeat(4),
                StandardOpenOption.APPEND);
        session(planned.resolve("new.txt"), "fennel");
        session(planned.resolve("ignored-1.txt"), "garlic");
        Files.writeString(planned.resolve("broken.jsonl"), "{\"type\":");
        Files.writeString(planned.resolve("table.csv"), "1,2\n");
        session(outer.resolve("elsewhere.txt"), "hazel");
        Files.createSymbolicLink(planned.resolve("link.txt"), outer.resolve("elsewhere.txt"));

        JsonNode plan = plan(body);

        JsonNode conversations = plan.path("conversations");
        assertThat(conversations.path("all").asInt()).isEqualTo(3);
        assertThat(conversations.path("added").asInt()).isEqualTo(1);
        assertThat(conversations.path("grown").asInt()).isEqualTo(1);
        assertThat(conversations.path("unchanged").asInt()).isEqualTo(1);
        assertThat(conversations.path("toDo").asInt()).isEqualTo(2);
        assertThat(conversations.path("upToDate").asInt()).isEqualTo(1);
        assertThat(plan.path("passedOver").path("unreadable").asInt()).isEqualTo(1);
        assertThat(plan.path("passedOver").path("ignored").asInt()).isEqualTo(1);
        assertThat(plan.path("passedOver").path("foreign").asInt())
                .as("the table, and the link that leads out")
                .isEqualTo(2);
        assertThat(plan.path("files").path("read").asInt()).isEqualTo(4);
        assertThat(plan.path("files").path("bytes").asLong())
                .isEqualTo(Files.size(planned.resolve("old.txt"))
                        + Files.size(planned.resolve("growing.txt"))
                        + Files.size(planned.resolve("new.txt"))
                        + Files.size(planned.resolve("ignored-1.txt")));
        assertThat(plan.path("work").path("chunks").asInt()).isPositive();
        assertThat(plan.path("model").isNull()).isTrue();
        assertThat(plan.path("cost").asInt(-1)).isZero();
        assertThat(plan.path("stopped").isNull()).isTrue();
        assertThat(conversations("fennel3")).as("nothing is imported").isZero();

        int calls = served.fake.calls().size();
        JsonNode priced = plan("{" + paths(planned) + ",\"limit\":1,\"compaction\":{\"model\":\"fake\"}}");
        assertThat(priced.path("conversations").path("toDo").asInt()).isEqualTo(1);
        assertThat(priced.path("stopped").asText()).isEqualTo("limit");
        assertThat(priced.path("model").asText()).isEqualTo("fake");
        assertThat(priced.path("cost").decimalValue()).isPositive();
        assertThat(served.fake.calls()).hasSize(calls);
    }

    @Test
    void aPlan_isRefusedAsAStartIs_andFoldersAreListed() {
        problem(403, served.post("/v1/backfill-plans", "{" + paths(outside) + "}"));
        problem(422, served.post("/v1/backfill-plans", "{\"maxInFlight\":501}"));
        assertThat(plan("{\"select\":{\"source\":\"nothing\"}}")
                        .path("conversations")
                        .path("all")
                        .asInt(-1))
                .isZero();
        assertThat(object(served.get("/v1/folders")).path("items"))
                .as("those that exist")
                .extracting(JsonNode::asText)
                .containsExactly(folder.toString(), planned.toString());
    }

    @Test
    void aPathElsewhere_isRefused_whetherItExistsOrNot() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("way-out"), outside);
        for (Path path : new Path[] {
            outside,
            outside.resolve("secret.txt"),
            outside.resolve("nothing"),
            Path.of("/"),
            Path.of("/etc/passwd"),
            Path.of(folder + "/../sessions-of-others/secret.txt"),
            link,
            link.resolve("secret.txt")
        }) {
            assertThat(problem(403, start("{" + paths(path) + "}"))
                            .path("detail")
                            .asText())
                    .isEqualTo("the path \"" + path + "\" is in no folder that requests may import from: add it to the"
                            + " server's setting web_folders");
        }
        Files.delete(link);
        assertThat(conversations("cobalt3")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"paths":["sessions"]} | must be absolute
                    {"paths":["FOLDER/none.txt"]} | there is no file or folder
                    {"paths":[null]} | paths must be
                    {"paths":["FOLDER"],"select":{"match":"[a"}} | match is "[a"
                    {"select":{"since":"soon"}} | since is "soon"
                    {"select":{"idle":"soon"}} | idle is "soon"
                    {"select":{"color":"red"}} | "color" is not known here
                    {"compaction":{"strategy":"rolling","after":3}} | after says when a gist is renewed
                    {"compaction":{"strategy":"magic"}} | must be one of rolling, layered, prune, gist
                    {"compaction":{"model":"unheard-of"}} | there is no model profile
                    {"maxCost":1} | are about a model
                    {"limit":0} | limit is 0
                    {"maxInFlight":501} | must be 1 to 500
                    {"name":"a b"} | the name of a backfill is "a b"
                    """)
    void aRequestThatBreaksARule_isRefused(String body, String detail) {
        assertThat(problem(422, start(body.replace("FOLDER", folder.toString())))
                        .path("detail")
                        .asText())
                .contains(detail);
    }

    @Test
    void aBackfillOfWhatIsStored_isCanceled() {
        served.fake.behaves(call -> Behavior.timed(Duration.ofSeconds(5), Duration.ZERO, 150));
        served.conversation("stored");
        JsonNode started = object(start("{\"name\":\"stored\",\"compaction\":{\"strategy\":\"rolling\",\"model\":"
                + "\"fake\"},\"maxInFlight\":1,\"maxCost\":5}"));
        assertThat(started.path("state").asText()).isEqualTo("running");
        assertThat(started.path("maxInFlight").asInt()).isEqualTo(1);
        assertThat(problem(409, start("{\"name\":\"stored\"}")).path("detail").asText())
                .contains("with another request");

        object(served.post("/v1/backfills/stored/cancel", ""));

        assertThat(ended(started).path("outcome").asText()).isEqualTo("canceled");
    }
}
