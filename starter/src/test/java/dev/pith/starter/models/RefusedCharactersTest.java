package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.summary;
import static dev.pith.activities.testing.Behavior.text;
import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.DevServer;
import dev.pith.starter.engine.FlushClient;
import dev.pith.workflows.SearchSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Messages and replies with characters that PostgreSQL refuses: NUL and halves of pairs. */
@Tag("servers")
class RefusedCharactersTest extends InAScene {

    private static final String REQUEST = "Please keep the tide\u0000gauge of pier \uD83D right.";
    private static final String FAILURE = "error: cannot read gauge\u0000.dat of pier \uDE00";
    private static final String REPLY =
            "## Objective\nThe tide\u0000gauge of pier \uD83D is right, and each request number was read.";

    @AlongsideTest
    void aModelReadsAndWritesThemAndEachTextIsPaidForOnce() {
        scene.fake.behaves(call -> text(REPLY));
        List<NewMessage> messages = hostile();
        for (int turn = 0; turn < 12; turn++) {
            messages.add(person("p" + turn, null, "Request number " + turn + ": please go on."));
            messages.add(agent("a" + turn, null, Messages.words(170, turn)));
        }
        String conversation = stored(messages);
        Compaction ended = scene.compact(conversation);

        assertCompacted(ended);
        assertThat(texts("select text from chunk_summary")).isNotEmpty().allMatch(text -> text.contains(shown(REPLY)));
        assertThat(texts("select text from summary")).singleElement().asString().contains(shown(REPLY));
        assertThat(texts("select text from model_reply")).isNotEmpty().allMatch(shown(REPLY)::equals);
        assertThat(scene.fake.calls())
                .extracting(Call::material)
                .noneMatch(material -> material.contains("\u0000"))
                .anyMatch(material -> material.contains(shown(REQUEST)) && material.contains(shown(FAILURE)));
        assertUnchanged(conversation, messages);
    }

    @AlongsideTest
    void theLastRequestStandsBeforeAModelsSummary() {
        scene.fake.behaves(call -> text(REPLY));
        List<NewMessage> messages = hostile();
        for (int i = 0; i < 24; i++) {
            messages.add(agent("a" + i, null, "Each request number was read. " + Messages.words(170, i)));
        }
        String conversation = stored(messages);

        assertCompacted(scene.compact(conversation));
        assertThat(texts("select text from summary"))
                .singleElement()
                .asString()
                .startsWith("## Last request, word for word\n\n" + shown(REQUEST))
                .contains(shown(REPLY));
        assertUnchanged(conversation, messages);
    }

    @AlongsideTest
    void aModelsMemoriesAreKeptWithoutThem() {
        String memory =
                "[{\"kind\":\"fact\",\"text\":\"The gauge\\u0000at Cuxhaven\\uD83D reports.\",\"messages\":[2,2]}]";
        scene.fake.behaves(call -> text(memory));
        List<NewMessage> messages = hostile();
        messages.add(1, agent("said", null, "The gauge at \u0000 Cuxhaven reports."));
        String conversation = stored(messages);
        scene.working();
        Flushes flushes = scene.database.table(Flushes.class);
        flushes.request(conversation, messages.size(), null, RequestJson.of(scene.use()));
        new FlushClient(DevServer.client(), SearchSupport.REGISTERED, scene.database).wake(conversation);
        await().atMost(Patience.LONG)
                .until(() -> flushes.of(conversation).stream().allMatch(Flush::done));

        assertThat(texts("select text from memory")).containsExactly("The gauge at Cuxhaven reports.");
    }

    @AlongsideTest
    void whatADatabaseRefusesForGoodEndsTheCompactionAndIsPaidForOnce() {
        scene.fake.behaves(call -> summary(80));
        scene.sizes = Scene.chunksOf(20_000);
        scene.database.transact(
                handle -> handle.execute("alter table chunk_summary add constraint nothing_fits check (false)"));
        Compaction ended = scene.compact(scene.conversation("refused"));

        assertKept(ended, "SQLState 23514");
        assertThat(scene.calls()).isOne();
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
                        List.of(new Part.ToolCall("call", "bash", "{\"command\":\"read_gauge 'low\\u0000water'\"}")),
                        null),
                new NewMessage(
                        "r",
                        "c",
                        null,
                        Role.TOOL,
                        Origin.HARNESS,
                        List.of(new Part.ToolResult("call", FAILURE, true)),
                        null)));
    }

    private String stored(List<NewMessage> messages) {
        return StoredConversation.store(scene.database, session("hostile"), messages)
                .conversation();
    }

    private static String shown(String text) {
        return text.replaceAll("[\u0000\\p{Cs}]", "\uFFFD");
    }

    private void assertUnchanged(String conversation, List<NewMessage> messages) {
        try (Stream<StoredMessage> stored =
                MessageReading.of(scene.database, conversation, 1, messages.size(), Ranges.NONE)) {
            assertThat(stored.map(StoredMessage::parts).toList())
                    .isEqualTo(messages.stream().map(NewMessage::parts).toList());
        }
    }

    private List<String> texts(String sql) {
        return scene.database.transact(
                handle -> handle.select(sql).mapTo(String.class).list());
    }
}
