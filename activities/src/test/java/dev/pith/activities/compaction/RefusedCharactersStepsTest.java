package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages hold what PostgreSQL refuses; what is made of them does not. */
@Tag("servers")
class RefusedCharactersStepsTest {

    private static final String REQUEST = "Please always keep the tide\u0000gauge of pier \uD83D right.";
    private static final String FAILURE = "error: cannot read gauge\u0000.dat of pier \uDE00";

    /** As JSON holds them: whoever reads the arguments has them in the text. */
    private static final String ARGUMENTS = "{\"command\":\"read_gauge 'low\\u0000water' \\uD83D\"}";

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @Test
    void aPersonsWordsAndAFailedCommandAreSummarized() {
        List<NewMessage> messages = hostile();
        messages.addAll(turns(40));
        Steps steps = new Steps(STORE.database(), stored("hostile", messages));

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(steps.summary().text())
                .contains(shown(REQUEST), shown(FAILURE), "read_gauge 'low\uFFFDwater' \uFFFD");
        assertUnchanged(steps.conversation(), messages);
    }

    @Test
    void severalChunksAreMergedUnderAPinnedRequest() {
        List<NewMessage> messages = hostile();
        messages.add(person("last", null, REQUEST + " And \u0000 this."));
        for (int i = 0; i < 60; i++) {
            messages.add(agent("m" + i, null, Messages.words(1_000, i)));
        }
        Steps steps = new Steps(STORE.database(), stored("pinned", messages));
        assertThat(steps.plan().chunks()).isGreaterThan(1);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(steps.summary().text())
                .startsWith("## Last request, word for word\n\n" + shown(REQUEST) + " And \uFFFD this.");
        assertUnchanged(steps.conversation(), messages);
    }

    @Test
    void aGistIsMade() {
        List<NewMessage> messages = hostile();
        messages.addAll(turns(10));
        CompactionSpec gist = CompactionSpec.defaults().gist(new GistSpec(400, 20));
        Steps steps = new Steps(STORE.database(), stored("gist", messages), gist);

        assertThat(steps.compact().outcome()).isEqualTo(Outcome.COMPACTED);
        assertThat(steps.summary().text()).contains("tide\uFFFDgauge").doesNotContain("\u0000");
    }

    private static String stored(String nativeId, List<NewMessage> messages) {
        return store(STORE.database(), session(nativeId), messages).conversation();
    }

    private static List<NewMessage> hostile() {
        return new ArrayList<>(List.of(
                person("p", null, REQUEST),
                new NewMessage(
                        "c",
                        "p",
                        "reply-c",
                        Role.ASSISTANT,
                        Origin.AGENT,
                        List.of(new Part.ToolCall("call\u0000", "bash", ARGUMENTS)),
                        null),
                new NewMessage(
                        "r",
                        "c",
                        null,
                        Role.TOOL,
                        Origin.HARNESS,
                        List.of(new Part.ToolResult("call\u0000", FAILURE, true)),
                        null)));
    }

    private static List<NewMessage> turns(int turns) {
        List<NewMessage> messages = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            messages.add(person("p" + turn, null, "Request number " + turn + ": please go on."));
            messages.add(agent("a" + turn, "p" + turn, Messages.words(1_000, turn)));
        }
        return messages;
    }

    private static String shown(String text) {
        return text.replaceAll("[\u0000\\p{Cs}]", "\uFFFD");
    }

    private static void assertUnchanged(String conversation, List<NewMessage> messages) {
        try (Stream<StoredMessage> stored =
                MessageReading.of(STORE.database(), conversation, 1, messages.size(), Ranges.NONE)) {
            assertThat(stored.map(StoredMessage::parts).toList())
                    .isEqualTo(messages.stream().map(NewMessage::parts).toList());
        }
    }
}
