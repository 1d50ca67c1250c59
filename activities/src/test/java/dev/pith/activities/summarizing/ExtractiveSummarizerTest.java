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
import java.time.Instant;
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
        Draft draft = summarizer.summarize(Sessions.session(50).stream(), new Wish(budget, null, null, null));

        assertThat(draft.tokens()).isLessThanOrEqualTo(budget);
        assertThat(draft.text()).isNotBlank();
    }

    @Test
    void holdsRequestsStateFindingsAndFiles() {
        String text = summarizer
                .summarize(Sessions.session(10).stream(), new Wish(2_000, null, null, null))
                .text();

        assertThat(text)
                .contains("## Requests")
                .contains("Never delete the harbor table")
                .contains("## State")
                .contains("- (begun) check the tide")
                .contains("To do as of message 3, 1 done:")
                .contains("Failed, not seen to pass since: `make tide` — failed: make: *** [tide] Error 1")
                .contains("Last edited: /src/tide.py")
                .contains("/src/tide.py*");
    }

    @Test
    void rulesStayAmongTheRequestsWhenOthersHaveToGo() {
        List<StoredMessage> messages = new ArrayList<>();
        messages.add(Sessions.person(1, "Rework the kiln."));
        messages.add(Sessions.person(2, "Keep the public function names: the dashboard imports them."));
        for (int i = 3; i < 60; i++) {
            messages.add(Sessions.person(i, "Look at " + Messages.words(12, i) + " and say what you find there."));
        }

        String requests = summarizer
                .summarize(messages.stream(), new Wish(600, null, null, null))
                .text()
                .split("## ", -1)[1];

        assertThat(requests).startsWith("Requests\n").contains("- Keep the public function names");
    }

    @Test
    void thePromptOfACommandIsToldOnce_asTheRequest() {
        String prompt = """
                You are a harbor reviewer.
                - Every mooring over 40 tons needs a second chain, always.
                - The gauge must be read before the gate opens.
                - Never open gate 3 at night.
                - The pilot decides about fog.
                - Ask the master for the draft.
                - Ropes are checked weekly, because they rot.
                - Report to the office at noon.
                - Use the small crane for crates below 2 tons.
                - Don't touch the seals of the hold.
                - The tide table is printed monthly.
                - The log is kept in ink, not pencil.
                - Paint rails in May because rust begins then.
                - A boat without papers waits outside the gate.
                - The siren is tested on Mondays, at ten.
                - The ice of the basin is measured twice a day in winter.
                - Nets are mended on the green, never on the quay.
                """;
        List<StoredMessage> session = List.of(
                Sessions.person(1, prompt),
                Sessions.agent(2, "Mooring 7 fails because its chain carries 30 tons only."));
        String text = new ExtractiveSummarizer()
                .summarize(session.stream(), new Wish(200, null, null, null))
                .text();

        assertThat(text).contains("You are a harbor reviewer.");
        assertThat(text.substring(text.indexOf("## Findings")))
                .contains("Mooring 7 fails")
                .doesNotContain("Ropes", "draft", "ice of the basin", "log is kept");
    }

    @Test
    void markupOfAProgramNamesNothing() {
        StoredMessage harness = Sessions.stored(
                2,
                new NewMessage(
                        "h",
                        null,
                        null,
                        Role.USER,
                        Origin.HARNESS,
                        List.of(new Part.Text("<environment_context>\n  <approval_policy mode=\"never_ask\">"
                                + "tide_table</approval_policy>\n</environment_context>")),
                        Instant.EPOCH));

        assertThat(summarizer
                        .summarize(
                                Stream.of(Sessions.person(1, "Rework tide_table."), harness),
                                new Wish(600, null, null, null))
                        .text())
                .contains("tide_table")
                .doesNotContain("approval_policy", "environment_context", "never_ask");
    }

    @Test
    void aCommandThatLaterSucceededIsNoLongerFailed() {
        List<StoredMessage> messages = new ArrayList<>(Sessions.session(5));
        messages.add(Sessions.shell(900, "again", "make tide"));
        messages.add(Sessions.result(901, "again", "ok", false));

        assertThat(summarizer
                        .summarize(messages.stream(), new Wish(2_000, null, null, null))
                        .text())
                .contains("Failed, mended since: `make tide`")
                .doesNotContain("not seen to pass");
    }

    @Test
    void chunksMergedSayWhatOnePassSays() {
        List<StoredMessage> all = Sessions.session(60);
        Wish wish = new Wish(3_000, null, null, null);
        Draft first = summarizer.summarize(all.subList(0, 40).stream(), wish);
        Draft second = summarizer.summarize(all.subList(40, all.size()).stream(), wish);
        Draft merged = summarizer.merge(Stream.of(Sessions.part(first), Sessions.part(second)), null, wish);

        assertThat(merged.text())
                .isEqualTo(summarizer.summarize(all.stream(), wish).text());
    }

    @Test
    void aFocusRaisesWhatMatchesIt() {
        List<StoredMessage> messages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String own = "harbor" + i + " pilot" + i + " chain" + i + " anchor" + i;
            messages.add(Sessions.agent(i + 1, "The keeper saw " + own + "."));
        }
        messages.add(
                5,
                Sessions.agent(
                        800,
                        "The lighthouse keeper is one who likes paraffin in his lamp a good deal more than any electricity in it."));
        Wish without = new Wish(300, null, null, null);
        Wish with = new Wish(300, "lighthouse paraffin", null, null);

        assertThat(summarizer.summarize(messages.stream(), without).text()).doesNotContain("paraffin");
        assertThat(summarizer.summarize(messages.stream(), with).text()).contains("paraffin");
    }

    @Test
    void chineseIsCutAtItsOwnSentenceEnds() {
        List<StoredMessage> messages = List.of(
                Sessions.stored(1, Messages.person("1", null, "请不要删除港口表。我们需要支持离线模式！")),
                Sessions.agent(2, "好的，我决定使用缓存。因为网络不稳定。"),
                Sessions.agent(3, "全部完成，测试已经通过。"));
        String text = summarizer
                .summarize(messages.stream(), new Wish(500, null, null, null))
                .text();

        assertThat(text).contains("请不要删除港口表。").contains("- 好的，我决定使用缓存。");
    }

    @Test
    void hostileTextIsReadInLinearTime() {
        String hostile = "a".repeat(100_000) + " " + "( [ { ".repeat(20_000) + "。".repeat(50_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(3),
                () -> summarizer.summarize(Stream.of(Sessions.agent(1, hostile)), new Wish(500, null, null, null)));
    }
}
