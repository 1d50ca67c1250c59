package dev.pith.starter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A compaction that is read before it is applied. */
@Tag("servers")
class PreviewTest extends InAModelHome {

    @Test
    void showsTheTextAndAppliesItOnce() throws IOException {
        JsonNode previewed = preview("once.json").objects().get(0);
        String id = previewed.get("conversation").asText();
        String text = previewed.get("summary").asText();

        assertThat(previewed.get("outcome").asText()).isEqualTo("PREVIEWED");
        assertThat(previewed.get("version").asInt()).isEqualTo(1);
        assertThat(text).isNotBlank();
        assertThat(home.pith("context", id).out()).doesNotContain("=== Summary");

        Result applied = home.pith("apply", previewed.get("compaction").asText());
        assertThat(applied.code()).as(applied.err()).isZero();
        assertThat(applied.out()).startsWith("Compacted: " + id).contains("version 2");
        assertThat(home.pith("context", id).out()).startsWith("=== Summary").contains(text.strip());

        Result again = home.pith("apply", id);
        assertThat(again.code()).isZero();
        assertThat(again.out()).startsWith("Applied already").contains("version 2");
        assertThat(home.pith("undo", id).out()).contains("version 3");
        assertThat(home.pith("apply", id)).satisfies(undone -> {
            assertThat(undone.code()).isEqualTo(1);
            assertThat(undone.err()).contains("version 3 by undo").doesNotContain("defect");
        });
    }

    @Test
    void whatWasPaidForAPreviewIsNotPaidAgain() throws IOException {
        String id = preview("paid.json").objects().get(0).get("conversation").asText();
        int calls = home.fake.calls().size();
        Result compacted = home.pith("compact", "--flush", "off", id, "--model", "priced", "--output", "json");

        assertThat(compacted.objects().get(0).get("outcome").asText()).isEqualTo("COMPACTED");
        assertThat(compacted.objects().get(0).get("calls").asInt()).isZero();
        assertThat(compacted.err()).contains("no call, all replies were stored before");
        assertThat(home.fake.calls()).hasSize(calls);
        assertThat(home.pith("apply", id)).satisfies(late -> {
            assertThat(late.code()).isEqualTo(1);
            assertThat(late.err())
                    .contains("the preview was of context version 1")
                    .contains("by compaction");
        });
    }

    @Test
    void inTextItNamesTheNextCommand() throws IOException {
        Result previewed =
                home.pith("compact", "--preview", home.chat("text.json", 60).toString());

        assertThat(previewed.code()).isZero();
        assertThat(previewed.out()).startsWith("## ");
        assertThat(previewed.err())
                .contains("Previewed, nothing is replaced yet")
                .containsPattern("next: pith apply \\S+");
    }

    @Test
    void withoutAPreviewThereIsNothingToApply() throws IOException {
        String id = home.pith("import", "-q", home.chat("none.json", 3).toString())
                .out()
                .strip();

        assertThat(home.pith("apply", id)).satisfies(refused -> {
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("pith compact --preview " + id);
        });
    }

    private Result preview(String name) throws IOException {
        return home.pith(
                "compact",
                "--preview",
                "--flush",
                "off",
                home.chat(name, 60).toString(),
                "--model",
                "priced",
                "--output",
                "json");
    }
}
