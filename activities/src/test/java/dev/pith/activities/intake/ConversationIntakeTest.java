package dev.pith.activities.intake;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.file;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.ConversationHeader;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Messages;
import dev.pith.activities.testing.StoreExtension;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class ConversationIntakeTest {

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(6);

    @Test
    void numbersMessagesInOrderWithoutHoles() {
        Receipt receipt = store(
                STORE.database(),
                session("in-order"),
                IntStream.range(0, 2_500)
                        .mapToObj(i -> agent("u" + i, null, "text " + i))
                        .toList());

        assertThat(receipt.appended()).isEqualTo(2_500);
        List<StoredMessage> tail = messages(receipt.conversation(), 2_498, 2_500);
        assertThat(tail).extracting(StoredMessage::seq).containsExactly(2_498L, 2_499L, 2_500L);
        assertThat(tail.get(2).textOf(Part.Text.class)).isEqualTo("text 2499");
    }

    @Test
    void importingAgainAppendsOnlyWhatIsNew() {
        store(STORE.database(), session("grown"), List.of(person("1", null, "a"), agent("2", "1", "b")));
        Receipt grown = store(
                STORE.database(),
                session("grown"),
                List.of(person("1", null, "a"), agent("2", "1", "b"), person("3", "2", "c")));

        assertThat(grown.created()).isFalse();
        assertThat(grown.appended()).isEqualTo(1);
        assertThat(grown.known()).isEqualTo(2);
        assertThat(grown.total()).isEqualTo(3);
    }

    @Test
    void whatIsLearntLateStaysUntilItIsToldAnew() {
        describe("first", "/harbor", "main");
        describe(null, null, "high-tide");
        String id = describe("second", null, null);

        assertThat(STORE.database().table(Conversations.class).find(id)).hasValueSatisfying(stored -> {
            assertThat(stored.title()).isEqualTo("second");
            assertThat(stored.project()).isEqualTo("/harbor");
            assertThat(stored.branch()).isEqualTo("high-tide");
        });
    }

    private static String describe(@Nullable String title, @Nullable String project, @Nullable String branch) {
        try (ConversationIntake intake = new ConversationIntake(STORE.database())) {
            intake.conversation(session("described"));
            intake.message(person("1", null, "a"));
            intake.describe(title, project, branch);
            return intake.finish().get(0).conversation();
        }
    }

    @Test
    void aLineThatComesTwiceInOneFileIsOneMessage() {
        Receipt receipt = store(
                STORE.database(),
                session("twice"),
                List.of(person("1", null, "a"), person("1", null, "a"), agent("2", "1", "b")));

        assertThat(receipt.total()).isEqualTo(2);
        assertThat(receipt.abandoned()).isZero();
    }

    @Test
    void equalMessagesWithoutIdsAreToldApartByTheirOccurrence() {
        List<NewMessage> yes = List.of(agent(null, null, "yes"), agent(null, null, "yes"));
        store(STORE.database(), session("anonymous"), yes);
        Receipt again = store(
                STORE.database(),
                session("anonymous"),
                List.of(agent(null, null, "yes"), agent(null, null, "yes"), agent(null, null, "yes")));

        assertThat(again.appended()).isEqualTo(1);
        assertThat(again.total()).isEqualTo(3);
    }

    @Test
    void aSecondRequestUnderOneParentLeavesTheFirstBranchBehind() {
        Receipt receipt = store(
                STORE.database(),
                session("rewind"),
                List.of(
                        person("1", null, "start"),
                        agent("2", "1", "done"),
                        person("3", "2", "wrong way"),
                        agent("4", "3", "going wrong"),
                        person("5", "2", "right way"),
                        agent("6", "5", "going right")));

        ContextVersion version = current(receipt.conversation());
        assertThat(version.abandoned()).isEqualTo(Ranges.of(3, 4));
        assertThat(version.live(6)).isEqualTo(Ranges.of(1, 2).plus(Ranges.of(5, 6)));
        assertThat(receipt.abandoned()).isEqualTo(2);
    }

    @Test
    void aRewindIsSeenWhenTheSecondBranchComesWithALaterImport() {
        store(
                STORE.database(),
                session("later"),
                List.of(person("1", null, "s"), agent("2", "1", "d"), person("3", "2", "w")));
        Receipt receipt = store(STORE.database(), session("later"), List.of(person("4", "2", "r")));

        assertThat(current(receipt.conversation()).abandoned()).isEqualTo(Ranges.of(3, 3));
    }

    @Test
    void aChangedMessageIsAppendedAndTheOldOneAbandoned() {
        store(STORE.database(), session("changed"), List.of(person("1", null, "s"), agent("2", "1", "half")));
        Receipt changed = store(
                STORE.database(),
                session("changed"),
                List.of(person("1", null, "s"), agent("2", "1", "half and whole")));
        Receipt again = store(
                STORE.database(),
                session("changed"),
                List.of(person("1", null, "s"), agent("2", "1", "half and whole")));

        assertThat(changed.revised()).isEqualTo(1);
        assertThat(current(changed.conversation()).abandoned()).isEqualTo(Ranges.of(2, 2));
        assertThat(again.appended()).isZero();
        assertThat(again.total()).isEqualTo(3);
    }

    @Test
    void whatChangesAgainAbandonsWhatItChangedLast() {
        intake("again", "pending");
        intake("again", "running");
        Receipt whole = intake("again", "whole");
        assertThat(whole.revised()).isEqualTo(1);
        assertThat(current(whole.conversation()).abandoned()).isEqualTo(Ranges.of(2, 3));
        assertThat(whole.total()).isEqualTo(4);

        for (String before : List.of("pending", "running", "whole")) {
            assertThat(intake("again", before).appended()).isZero();
        }
        assertThat(current(whole.conversation()).abandoned()).isEqualTo(Ranges.of(2, 3));
    }

    private static Receipt intake(String session, String answer) {
        return store(STORE.database(), session(session), List.of(person("1", null, "s"), agent("2", "1", answer)));
    }

    @Test
    void aFileThatWentOnIsTheSameConversation() {
        Receipt first =
                store(STORE.database(), file("/a/log.txt"), List.of(agent(null, null, "a"), agent(null, null, "b")));
        Receipt second = store(
                STORE.database(),
                file("/a/log.txt"),
                List.of(agent(null, null, "a"), agent(null, null, "b"), agent(null, null, "c")));

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(second.replaces()).isNull();
        assertThat(second.total()).isEqualTo(3);
    }

    @Test
    void anotherFileUnderTheSamePathIsANewConversationThatSharesTheBeginning() {
        Receipt first = store(
                STORE.database(),
                file("/b/log.txt"),
                List.of(agent(null, null, "a"), agent(null, null, "b"), agent(null, null, "c")));
        Receipt second =
                store(STORE.database(), file("/b/log.txt"), List.of(agent(null, null, "a"), agent(null, null, "x")));
        Receipt third = store(
                STORE.database(),
                file("/b/log.txt"),
                List.of(agent(null, null, "a"), agent(null, null, "x"), agent(null, null, "y")));

        assertThat(second.conversation()).isNotEqualTo(first.conversation());
        assertThat(second.replaces()).isEqualTo(first.conversation());
        assertThat(texts(second.conversation())).startsWith("a", "x");
        assertThat(texts(first.conversation())).containsExactly("a", "b", "c");
        assertThat(third.conversation()).isEqualTo(second.conversation());
        assertThat(third.total()).isEqualTo(3);
    }

    @Test
    void aFileThatLostItsEndIsANewConversation() {
        Receipt whole =
                store(STORE.database(), file("/c/log.txt"), List.of(agent(null, null, "a"), agent(null, null, "b")));
        Receipt cut = store(STORE.database(), file("/c/log.txt"), List.of(agent(null, null, "a")));

        assertThat(cut.conversation()).isNotEqualTo(whole.conversation());
        assertThat(texts(cut.conversation())).containsExactly("a");
        assertThat(texts(whole.conversation())).containsExactly("a", "b");
    }

    @Test
    void charactersThatTheDatabaseRefusesComeBackAsTheyWere() {
        String hostile = "nul \u0000, lone \uD83D, pair \uD83D\uDE00, escape \uFDD0, tab\t, back\\slash\nline";
        NewMessage message = new NewMessage(
                "uid\u0000",
                null,
                null,
                Role.TOOL,
                Origin.HARNESS,
                List.of(new Part.ToolResult("c\u0000", hostile, true)),
                null);
        Receipt receipt = store(STORE.database(), session("hostile"), List.of(message));

        Part.ToolResult result = (Part.ToolResult)
                messages(receipt.conversation(), 1, 1).get(0).parts().get(0);
        assertThat(result.text()).isEqualTo(hostile);
        assertThat(result.callId()).isEqualTo("c\u0000");
        assertThat(store(STORE.database(), session("hostile"), List.of(message)).appended())
                .isZero();
    }

    @Test
    void whatSaysWhichConversationItIsMayHoldThemToo() {
        var header = new ConversationHeader(
                "test",
                "native\u0000id",
                ConversationHeader.Identity.NATIVE,
                null,
                null,
                null,
                "title \u0000",
                "/harbor\uD83D");
        Receipt first = store(STORE.database(), header, List.of(person("1", null, "a")));
        Receipt second = store(STORE.database(), header, List.of(person("1", null, "a")));

        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(STORE.database().table(Conversations.class).find(first.conversation()))
                .hasValueSatisfying(stored -> {
                    assertThat(stored.title()).isEqualTo("title ");
                    assertThat(stored.project()).isEqualTo("/harbor\uFFFD");
                });
        assertThat(STORE.database().table(Conversations.class).find(describe("new \u0000", null, "tide\uDE00")))
                .hasValueSatisfying(stored -> {
                    assertThat(stored.title()).isEqualTo("new ");
                    assertThat(stored.branch()).isEqualTo("tide\uFFFD");
                });
    }

    @Test
    void aSubagentFindsItsParentWhicheverComesFirst() {
        var child = new ConversationHeader(
                "test", "family", ConversationHeader.Identity.NATIVE, "agent-1", "family", null, null, null);
        String childId = store(STORE.database(), child, List.of(agent("1", null, "child")))
                .conversation();
        String parentId = store(STORE.database(), session("family"), List.of(agent("1", null, "parent")))
                .conversation();

        assertThat(STORE.database()
                        .table(Conversations.class)
                        .find(childId)
                        .orElseThrow()
                        .parent())
                .isEqualTo(parentId);
    }

    @Test
    void subagentWithASessionOfItsOwn_findsItsParentAndHasChildren() {
        String parent = store(STORE.database(), session("caller"), List.of(agent("1", null, "a")))
                .conversation();
        String grandchild = store(STORE.database(), called("called-2", "called-1"), List.of(agent("1", null, "c")))
                .conversation();
        String child = store(STORE.database(), called("called-1", "caller"), List.of(agent("1", null, "b")))
                .conversation();

        assertThat(find(child).parent()).isEqualTo(parent);
        assertThat(find(grandchild).parent()).isEqualTo(child);
    }

    private static ConversationHeader called(String id, String parent) {
        return new ConversationHeader("test", id, ConversationHeader.Identity.NATIVE, id, parent, null, null, null);
    }

    private static Conversation find(String id) {
        return STORE.database().table(Conversations.class).find(id).orElseThrow();
    }

    @Test
    void fork_keepsTheNameOfItsOrigin() {
        var fork = new ConversationHeader(
                "test", "fork", ConversationHeader.Identity.NATIVE, null, null, "original", null, null);
        String id =
                store(STORE.database(), fork, List.of(person("1", null, "a"))).conversation();

        assertThat(find(id).forkedFrom()).isEqualTo("original");
    }

    private static Receipt takenBack(String name, int messages, long from, long to) {
        try (ConversationIntake intake = new ConversationIntake(STORE.database())) {
            intake.conversation(session(name));
            IntStream.rangeClosed(1, messages).forEach(i -> intake.message(agent(null, null, "text " + i)));
            intake.takeBack(from, to);
            return intake.finish().get(0);
        }
    }

    @Test
    void takenBack_isAbandonedOnceHoweverOftenItIsRead() {
        Receipt first = takenBack("taken-back", 6, 4, 6);
        Receipt again = takenBack("taken-back", 8, 4, 6);

        assertThat(first.abandoned()).isEqualTo(3);
        assertThat(again.abandoned()).isZero();
        assertThat(current(first.conversation()).abandoned()).isEqualTo(Ranges.of(4, 6));
        assertThat(current(first.conversation()).version()).isEqualTo(2);
    }

    @Test
    void takenBackLater_findsMessagesThatWereStoredBefore() {
        List<NewMessage> three = List.of(person("1", null, "a"), agent("2", "1", "b"), agent("3", "2", "c"));
        String id = store(STORE.database(), session("taken-later"), three).conversation();
        try (ConversationIntake intake = new ConversationIntake(STORE.database())) {
            intake.conversation(session("taken-later"));
            three.forEach(intake::message);
            intake.takeBack(2, 3);
            intake.message(agent("4", "1", "d"));
            intake.finish();
        }

        assertThat(current(id).abandoned()).isEqualTo(Ranges.of(2, 3));
        assertThat(texts(id)).containsExactly("a", "b", "c", "d");
    }

    private static ContextVersion current(String conversation) {
        return STORE.database().table(ContextVersions.class).current(conversation);
    }

    private static List<StoredMessage> messages(String conversation, long from, long to) {
        return STORE.database().table(Messages.class).page(conversation, from, to, Ranges.NONE, 10_000);
    }

    private static List<String> texts(String conversation) {
        return messages(conversation, 1, 1_000).stream()
                .map(message -> message.textOf(Part.Text.class))
                .toList();
    }
}
