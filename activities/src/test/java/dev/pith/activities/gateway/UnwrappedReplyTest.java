package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwrappedReplyTest {

    private static final String TEXT = "## Done\n- relay built\n\n```\nmake relay\n```\n\n## Open\n- docs";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "```\n%s\n```",
                "```markdown\n%s\n```\n",
                "Here is the summary you asked for:\n\n```markdown\n%s\n```\n\nLet me know if you want changes!",
                "Here is the summary:\n\n%s",
                "%s\n\nI hope this helps! Feel free to ask for more.",
                "```markdown\n%s",
                "~~~md\n%s\n~~~",
                "<summary>\n%s\n</summary>",
                "Sure, I can do that. Below is what was done.\n\n---\n%s",
                "%s\n\nIs there anything else you would like me to do?",
                "Sure, here it is:\n%s\n\nWould you like me to shorten it?",
            })
    void nothingButTheTextIsKept(String around) {
        assertThat(UnwrappedReply.of(around.formatted(TEXT))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"summary\": \"%s\"}", "```json\n{\"summary\": \"%s\"}\n```", "{\n  \"text\": \"%s\"\n}"})
    void theOnlyFieldOfAnObjectIsTheText(String around) {
        assertThat(UnwrappedReply.of(around.formatted(TEXT.replace("\n", "\\n"))))
                .isEqualTo(TEXT);
        assertThat(UnwrappedReply.of(around.formatted(TEXT))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"memories\": []}",
                "{\"a\": \"b\", \"c\": \"d\"}",
                "{name} is a placeholder}",
                "```java\nint x;\n```",
                "## Done\nBuilt:\n\n```\nmake\n```",
                "A gist in plain words: the relay was built, and the person said to let them know.",
                "Objective: keep the relay.\n\n## Done\n- built",
                "## Open\n- ask whether they would like a shorter one",
                "",
            })
    void whatBelongsToTheTextStays(String text) {
        assertThat(UnwrappedReply.of(text)).isEqualTo(text);
    }

    @Test
    void isLinearInBlankLinesAndFences() {
        String lines = "```\n" + "\n".repeat(300_000) + "```json\n".repeat(100_000);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> UnwrappedReply.of(lines));
    }
}
