package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents in txcript's interchange format. */
class SimpleReaderTest {

    private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"run the tests\"}]";

    @TempDir
    Path folder;

    private Imported read(String document) throws Exception {
        return Imported.text(folder, "run.json", document);
    }

    @Test
    void aSessionIsReadWithItsDescription() throws Exception {
        Imported imported = read("""
                {"id":"x1","timestamp":"2026-08-18T10:00:00Z","model":"m","messages":[
                  {"role":"user","content":"run the tests"},
                  {"role":"Assistant","timestamp":"2026-08-18T10:00:12Z","content":[
                    {"type":"thinking","text":"hm","signature":"s"},
                    {"type":"tool_use","name":"Bash","input":{"command":"t"}},
                    {"type":"tool_use","name":"Read","input":{},"id":"r"}]},
                  {"role":"user","content":[
                    {"type":"tool_result","tool_use_id":"r","content":"text"},
                    {"type":"tool_result","content":"42 passed","is_error":true}]},
                  {"role":"system","content":"not a role"},
                  {"role":"user","content":7}],
                 "cwd":"/repo","git_branch":"main","title":"Tests"}
                """);

        assertThat(imported.lines())
                .containsExactly(
                        "PERSON: run the tests",
                        "AGENT: thinks hm | call call_1 Bash {\"command\":\"t\"} | call r Read {}",
                        "HARNESS: result r text | failed call_1 42 passed");
        assertThat(imported.messages())
                .extracting("created")
                .extracting(String::valueOf)
                .containsExactly("2026-08-18T10:00:00Z", "2026-08-18T10:00:12Z", "2026-08-18T10:00:12Z");
        assertThat(imported.describedBranch).isEqualTo("main");
        assertThat(imported.headers()).singleElement().satisfies(header -> {
            assertThat(header.source()).isEqualTo("txcript");
            assertThat(header.nativeId()).isEqualTo("x1");
            assertThat(header.title()).isEqualTo("Tests");
            assertThat(header.project()).isEqualTo("/repo");
        });
        assertThat(imported.summary().ignored()).containsEntry("elements that are no messages", 2L);
    }

    @Test
    void aDocumentOnOneLineIsTheSame() throws Exception {
        assertThat(read("{\"cwd\":\"/repo\"," + MESSAGES + "}").headers().get(0).source())
                .isEqualTo("txcript");
    }

    @Test
    void otherChatsStayWhatTheyAre() throws Exception {
        assertThat(read("{\"model\":\"m\"," + MESSAGES + "}").headers().get(0).source())
                .isEqualTo("openai");
        assertThat(read("{\"session_id\":\"h\",\"cwd\":\"/repo\"," + MESSAGES + "}")
                        .headers()
                        .get(0)
                        .source())
                .isEqualTo("openai");
    }
}
