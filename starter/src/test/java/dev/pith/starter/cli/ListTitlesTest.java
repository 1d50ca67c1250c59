package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What conversations without a title are called. */
@Tag("servers")
class ListTitlesTest extends InABackfillHome {

    private String session(String id, String project, String text) throws IOException {
        String log = """
                {"type":"user","uuid":"u0","sessionId":"%1$s","cwd":"%2$s","message":{"role":"user","content":\
                "<system-reminder>be kind</system-reminder>"}}
                {"type":"user","uuid":"u1","parentUuid":"u0","sessionId":"%1$s","cwd":"%2$s","message":{"role":"user",\
                "content":"%3$s"}}
                """.formatted(id, project, text);
        return backfills
                .pith(
                        "import",
                        "-q",
                        Files.writeString(directory.resolve(id + ".jsonl"), log).toString())
                .out()
                .strip();
    }

    private String titleOf(String id) throws IOException {
        return backfills.pith("list", "--output", "json").objects().stream()
                .filter(one -> one.path("conversation").asText().equals(id))
                .findFirst()
                .orElseThrow()
                .path("title")
                .asText();
    }

    @Test
    void firstRequest_cutAtAWord_isTheTitle() throws IOException {
        String id = session(
                "cut", "/w/cut", "# Please check\\n why the relay of the harbor stops at noon when nobody is there");

        assertThat(titleOf(id)).isEqualTo("Please check why the relay of the harbor stops at noon when…");
        assertThat(backfills.pith("show", id).out()).contains("Please check why the relay");
    }

    @Test
    void gist_isWhatTheTitleIsMadeOf_whereThereIsOne() throws IOException {
        String folder = backfills.sessions("titled", 1).toString();
        backfills.pith("backfill", folder, "--name", "titled");
        String id =
                backfills.pith("import", "-q", folder + "/titled0.json").out().strip();
        String gist = backfills.pith("show", id, "--summaries").out();

        assertThat(gist).contains(titleOf(id).replace("…", ""));
    }

    @Test
    void project_boundsTheList() throws IOException {
        String here = session("here", "/w/tide/pool", "look here");
        String there = session("there", "/w/tidepool", "look there");

        assertThat(backfills.pith("list", "--project", "/w/tide").out())
                .contains(here)
                .doesNotContain(there);
        assertThat(List.of(titleOf(here), titleOf(there))).containsExactly("look here", "look there");
    }
}
