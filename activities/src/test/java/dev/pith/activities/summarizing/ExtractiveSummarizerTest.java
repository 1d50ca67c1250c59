package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.testing.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractiveSummarizerTest {

    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer();

    @ParameterizedTest
    @ValueSource(ints = {60, 120, 300, 1_000, 4_000})
    void neverTakesMoreThanItsBudget(int budget) {
        Draft draft = summarizer.summarize(session(50).stream(), new Wish(budget, null, null));

        assertThat(draft.tokens()).isLessThanOrEqualTo(budget);
        assertThat(draft.text()).isNotBlank();
    }

    @Test
    void holdsRequestsStateFindingsAndFiles() {
        String text = summarizer
                .summarize(session(10).stream(), new Wish(2_000, null, null))
                .text();

        assertThat(text)
                .contains("## Requests, oldest first")
                .contains("Never delete the harbor table")
                .contains("## State")
                .contains("in progress: check the tide")
                .contains("done: 1 of 2")
                .contains("Failed: `make tide`")
                .contains("/src/tide.py (edited)");
    }

    @Test
    void aCommandThatLaterSucceededIsNoLongerFailed() {
        List<StoredMessage> messages = new ArrayList<>(session(5));
        messages.add(shell(900, "again", "make tide"));
        messages.add(result(901, "again", "ok", false));

        assertThat(summarizer
                        .summarize(messages.stream(), new Wish(2_000, null, null))
                        .text())
                .doesNotContain("Failed:");
    }

    @Test
    void chunksMergedSayWhatOnePassSays() {
        List<StoredMessage> all = session(60);
        Wish wish = new Wish(3_000, null, null);
        Draft first = summarizer.summarize(all.subList(0, 40).stream(), wish);
        Draft second = summarizer.summarize(all.subList(40, all.size()).stream(), wish);
        Draft merged = summarizer.merge(Stream.of(part(first), part(second)), null, wish);

        assertThat(merged.text())
                .isEqualTo(summarizer.summarize(all.stream(), wish).text());
    }

    @Test
    void aFocusRaisesWhatMatchesIt() {
        List<StoredMessage> messages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String own = "harbor" + i + " pilot" + i + " chain" + i + " anchor" + i;
            messages.add(agent(i + 1, "The keeper saw " + own + "."));
        }
        messages.add(5, agent(800, "The lighthouse keeper prefers paraffin over electricity."));
        Wish without = new Wish(300, null, null);
        Wish with = new Wish(300, "lighthouse paraffin", null);

        assertThat(summarizer.summarize(messages.stream(), without).text()).doesNotContain("paraffin");
        assertThat(summarizer.summarize(messages.stream(), with).text()).contains("paraffin");
    }

    @Test
    void chineseIsCutAtItsOwnSentenceEnds() {
        List<StoredMessage> messages = List.of(
                stored(1, Messages.person("1", null, "请不要删除港口表。我们需要支持离线模式！")),
                agent(2, "好的，我决定使用缓存。因为网络不稳定。"),
                agent(3, "全部完成，测试已经通过。"));
        String text = summarizer
                .summarize(messages.stream(), new Wish(500, null, null))
                .text();

        assertThat(text).contains("请不要删除港口表。").contains("- 好的，我决定使用缓存。");
    }

    @Test
    void hostileTextIsReadInLinearTime() {
        String hostile = "a".repeat(100_000) + " " + "( [ { ".repeat(20_000) + "。".repeat(50_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(3),
                () -> summarizer.summarize(Stream.of(agent(1, hostile)), new Wish(500, null, null)));
    }

    private static Summarizer.Part part(Draft draft) {
        return new Summarizer.Part(draft.text(), draft.digest());
    }

    private static List<StoredMessage> session(int rounds) {
        List<StoredMessage> messages = new ArrayList<>();
        messages.add(stored(1, Messages.person("1", null, "Build the tide table. Never delete the harbor table.")));
        messages.add(call(2, "edit", "Edit", "{\"file_path\":\"/src/tide.py\",\"old_string\":\"a\"}"));
        messages.add(call(
                3,
                "todo",
                "TodoWrite",
                "{\"todos\":[{\"content\":\"read\",\"status\":\"completed\"},"
                        + "{\"content\":\"check the tide\",\"status\":\"in_progress\"}]}"));
        messages.add(shell(4, "run", "make tide"));
        messages.add(result(5, "run", "boom\nmake: *** [tide] Error 1", true));
        for (int i = 0; i < rounds; i++) {
            messages.add(stored(6 + 2L * i, Messages.person("p" + i, null, "Go on with mooring number " + i + ".")));
            messages.add(agent(7 + 2L * i, "Mooring " + i + " holds because its chain " + i + " was replaced."));
        }
        return messages;
    }

    private static StoredMessage shell(long seq, String id, String command) {
        return call(seq, id, "Bash", "{\"command\":\"" + command + "\"}");
    }

    private static StoredMessage call(long seq, String id, String name, String input) {
        return new StoredMessage(
                seq,
                "c" + seq,
                null,
                Role.ASSISTANT,
                Origin.AGENT,
                List.of(new Part.ToolCall(id, name, input)),
                10,
                null);
    }

    private static StoredMessage result(long seq, String id, String text, boolean failed) {
        return new StoredMessage(
                seq,
                "r" + seq,
                null,
                Role.USER,
                Origin.HARNESS,
                List.of(new Part.ToolResult(id, text, failed)),
                10,
                null);
    }

    private static StoredMessage agent(long seq, String text) {
        return stored(seq, Messages.agent("a" + seq, null, text));
    }

    private static StoredMessage stored(long seq, NewMessage message) {
        return new StoredMessage(
                seq, "u" + seq, null, message.role(), message.origin(), message.parts(), 10, message.created());
    }
}
