package dev.pith.activities.appending;

import static dev.pith.activities.testing.Messages.call;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.result;
import static dev.pith.activities.testing.Messages.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.store.Batches;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.activities.testing.StoredConversation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ConversationAppenderTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    private final ConversationAppender appender = new ConversationAppender(STORE.database());
    private String conversation;

    @BeforeEach
    void open() {
        conversation = new ApiConversations(STORE.database())
                .open(OpaqueId.next(), null, null)
                .conversation()
                .id();
    }

    @Test
    void append_numbersMessagesAfterTheLast_andCountsThem() {
        assertThat(append(person(null, null, "one"), reply("two"))).isEqualTo(new Appended(1, 2, 0, 1, false));
        assertThat(append(person(null, null, "three"))).isEqualTo(new Appended(3, 3, 0, 1, false));

        assertThat(stored()).extracting(one -> one.textOf(Part.Text.class)).containsExactly("one", "two", "three");
        Conversation row = row();
        assertThat(row.messages()).isEqualTo(3);
        assertThat(row.tokens())
                .isEqualTo(stored().stream().mapToLong(StoredMessage::tokens).sum());
    }

    @Test
    void append_withoutTime_getsTheTimeOfTheAppend() {
        append(reply("now"));

        assertThat(stored().get(0).created())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(row().latest()).isEqualTo(stored().get(0).created());
    }

    @Test
    void equalMessagesWithoutIds_areAllStored() {
        append(reply("ok"));
        append(reply("ok"), reply("ok"));

        assertThat(row().messages()).isEqualTo(3);
    }

    @Test
    void aKnownId_withTheSameContent_isNotStoredTwice() {
        append(person("m1", null, "one"));

        assertThat(append(person("m1", null, "one"))).isEqualTo(new Appended(2, 1, 1, 1, false));
        assertThat(append(person("m1", null, "one"), person("m2", null, "two")))
                .isEqualTo(new Appended(2, 2, 1, 1, false));
    }

    @Test
    void aKnownId_withOtherContent_isARevision() {
        append(person("m1", null, "one"), reply("two"));

        assertThat(append(person("m1", null, "one, corrected"))).isEqualTo(new Appended(3, 3, 0, 2, false));
        assertThat(version().abandoned()).isEqualTo(Ranges.of(1, 1));
    }

    @Test
    void aLargeAppend_isStoredLikeSmallOnes() {
        List<NewMessage> many = IntStream.range(0, 700)
                .mapToObj(i -> i % 2 == 0
                        ? call("c" + i, "reply-" + i, "call-" + i)
                        : result("r" + i, "call-" + (i - 1), "line\tof\\output " + i))
                .toList();
        appender.append(conversation, many, null, null);
        String small = new ApiConversations(STORE.database())
                .open(OpaqueId.next(), null, null)
                .conversation()
                .id();
        many.forEach(one -> appender.append(small, List.of(one), null, null));

        assertThat(rows(small)).isEqualTo(rows(conversation)).hasSize(700);
    }

    @Test
    void aResult_isTiedToItsCallOfAnEarlierAppend() {
        append(person(null, null, "run it"), toolCall("c1"), reply("and wait"));
        append(toolResult("c1"));
        append(toolResult("unknown"));

        assertThat(binds()).containsExactly(null, null, null, 2L, null);
    }

    @Test
    void aResult_isTiedToItsCall_whereTheCallIsSentAgain() {
        append(person("p", null, "run it"), call("c", "reply", "c1"));
        append(call("c", "reply", "c1"), result("r", "c1", "done"));

        assertThat(binds()).containsExactly(null, null, 2L);
    }

    @Test
    void linesOfOneReply_areTied_acrossAppends() {
        append(call("1", "reply", "c1"));
        append(call("2", "reply", "c2"));

        assertThat(binds()).containsExactly(null, 1L);
    }

    @Test
    void ties_areThoseOfAnImport() {
        List<NewMessage> session = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            session.add(person("p" + i, null, "go on " + i));
            session.add(call("a" + i, "reply-" + i, "call\u0000" + i % 7));
            session.add(call("b" + i, "reply-" + i, "other" + i));
            session.add(result("r" + i, "other" + i, "done"));
            session.add(result("s" + i, "call\u0000" + i % 7, "done"));
        }
        String imported = StoredConversation.store(
                        STORE.database(), dev.pith.activities.testing.Messages.session(OpaqueId.next()), session)
                .conversation();
        session.forEach(this::append);

        assertThat(rows(conversation)).isEqualTo(rows(imported));
    }

    @Test
    void refusedCharacters_survive() {
        String text = "a\u0000b \ud800 c\ufdd0";
        appender.append(conversation, List.of(reply(text)), new IdempotencyKey("k\u0000", "h"), null);

        assertThat(stored().get(0).textOf(Part.Text.class)).isEqualTo(text);
        assertThat(appender.append(conversation, List.of(reply(text)), new IdempotencyKey("k\u0000", "h"), null))
                .isEqualTo(new Appended(1, 1, 0, 1, true));
    }

    @Test
    void anImportedConversation_isContinued() {
        String imported = StoredConversation.dialogue(STORE.database(), OpaqueId.next(), 3, 20);

        assertThat(appender.append(imported, List.of(reply("after")), null, 6L).firstSeq())
                .isEqualTo(7);
    }

    @Test
    void retry_getsTheFirstAnswer_evenIfExpectedSeqIsStale() {
        IdempotencyKey key = new IdempotencyKey("k", "body");
        Appended first = appender.append(conversation, List.of(reply("one")), key, 0L);
        append(reply("two"));

        assertThat(appender.append(conversation, List.of(reply("one")), key, 0L))
                .isEqualTo(new Appended(first.firstSeq(), first.lastSeq(), 0, first.contextVersion(), true));
        assertThat(row().messages()).isEqualTo(2);
    }

    @Test
    void aKeyWithAnotherBody_isRefused() {
        appender.append(conversation, List.of(reply("one")), new IdempotencyKey("k", "body"), null);

        assertThatThrownBy(() -> appender.append(
                        conversation, List.of(reply("two")), new IdempotencyKey("k", "other body"), null))
                .isInstanceOf(ReusedKeyException.class)
                .hasMessage("the idempotency key k was used before with another body: use a new key for a new append");
        assertThat(row().messages()).isEqualTo(1);
    }

    @Test
    void expectedSeq_differs_storesNothing_andNamesTheLastMessage() {
        append(reply("one"));

        assertThatThrownBy(
                        () -> appender.append(conversation, List.of(reply("two")), new IdempotencyKey("k", "body"), 0L))
                .isInstanceOfSatisfying(
                        SeqConflictException.class, e -> assertThat(e.current()).isEqualTo(1));
        assertThat(appender.append(conversation, List.of(reply("two")), new IdempotencyKey("k", "body"), 1L)
                        .replayed())
                .isFalse();
    }

    @Test
    void anUnknownConversation_isRefused() {
        assertThatThrownBy(() -> appender.append("none", List.of(reply("one")), null, null))
                .isInstanceOf(UnknownConversationException.class);
        assertThatThrownBy(() -> appender.append(conversation, List.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_goWithTheirConversation_andAfter30Days() {
        appender.append(conversation, List.of(reply("one")), new IdempotencyKey("old", "body"), null);
        STORE.database()
                .transact(handle -> handle.execute(
                        "update append_key set created = now() - interval '31 days' where conversation = ?",
                        conversation));
        appender.append(conversation, List.of(reply("two")), new IdempotencyKey("new", "body"), null);

        assertThat(Batches.all(rows -> AppendKeys.purge(STORE.database(), rows)))
                .isEqualTo(1);
        assertThat(keys()).containsExactly("new");
        new Erasing(STORE.database()).erase(List.of(conversation));
        assertThat(keys()).isEmpty();
    }

    private Appended append(NewMessage... messages) {
        return appender.append(conversation, List.of(messages), null, null);
    }

    private static NewMessage reply(String text) {
        return new NewMessage(null, null, null, Role.ASSISTANT, Origin.AGENT, List.of(new Part.Text(text)), null);
    }

    private static NewMessage toolCall(String callId) {
        return new NewMessage(
                null, null, null, Role.ASSISTANT, Origin.AGENT, List.of(new Part.ToolCall(callId, "bash", "{}")), null);
    }

    private static NewMessage toolResult(String callId) {
        return new NewMessage(
                null,
                null,
                null,
                Role.TOOL,
                Origin.HARNESS,
                List.of(new Part.ToolResult(callId, words(20, 1), false)),
                null);
    }

    private Conversation row() {
        return STORE.database().table(Conversations.class).find(conversation).orElseThrow();
    }

    private ContextVersion version() {
        return STORE.database().table(ContextVersions.class).current(conversation);
    }

    private List<StoredMessage> stored() {
        return STORE.database().table(Messages.class).page(conversation, 1, 10_000, Ranges.NONE, 10_000);
    }

    private static List<String> rows(String of) {
        return STORE.database()
                .transact(handle -> handle.select(
                                "select to_jsonb(m) - 'conversation' from message m where conversation = ? order by seq",
                                of)
                        .mapTo(String.class)
                        .list());
    }

    private List<@Nullable Long> binds() {
        return STORE.database()
                .transact(handle -> handle
                        .select(
                                "select coalesce(binds_from, 0) from message where conversation = ? order by seq",
                                conversation)
                        .mapTo(Long.class)
                        .stream()
                        .<@Nullable Long>map(seq -> Objects.equals(seq, 0L) ? null : seq)
                        .toList());
    }

    private List<String> keys() {
        return STORE.database()
                .transact(handle -> handle.select("select key from append_key where conversation = ?", conversation)
                        .mapTo(String.class)
                        .list());
    }
}
