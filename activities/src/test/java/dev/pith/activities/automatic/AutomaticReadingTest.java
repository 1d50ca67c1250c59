package dev.pith.activities.automatic;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.Messages.words;
import static dev.pith.activities.testing.StoredConversation.dialogue;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.automatic.AutomaticDecision.State;
import dev.pith.activities.compaction.Committing;
import dev.pith.activities.compaction.Planner;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.activities.testing.StoreExtension;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class AutomaticReadingTest {

    private static final int WINDOW = 10_000;

    @RegisterExtension
    static final StoreExtension STORE = new StoreExtension(4);

    private static AutomaticRule of(String conversation) {
        return new AutomaticReading(STORE.database(), WINDOW, 0.85).of(conversation);
    }

    private static State decided(String conversation) {
        AutomaticRule rule = of(conversation);
        return rule.decide(rule.fullness().aimed(CompactionSpec.defaults()), null)
                .state();
    }

    /** Plans a compaction and ends it with an outcome that replaces nothing. */
    private static void end(String conversation, CompactionSpec spec, Outcome outcome) {
        CompactionRequest request = new CompactionRequest(conversation + outcome, conversation, spec);
        new Planner(STORE.database()).plan(request);
        new Committing(STORE.database()).end(request, outcome, null, null);
    }

    private static NewMessage by(String uid, Role role, Origin origin, String text) {
        return new NewMessage(uid, null, null, role, origin, List.of(new Part.Text(text)), null);
    }

    @Test
    void countsFromTheLastCompactionOfTheSourceItself() {
        String id = store(
                        STORE.database(),
                        session("native"),
                        List.of(
                                person("a", null, "Paint the harbor."),
                                agent("b", "a", words(20_000, 1)),
                                by("c", Role.USER, Origin.NATIVE_SUMMARY, words(1_000, 2)),
                                agent("d", "c", words(2_000, 3))))
                .conversation();
        Fullness fullness = of(id).fullness();

        assertThat(STORE.database()
                        .table(Conversations.class)
                        .find(id)
                        .orElseThrow()
                        .tokens())
                .isGreaterThan(WINDOW);
        assertThat(fullness.tokens()).isBetween(2_000L, 8_000L);
        assertThat(decided(id)).isEqualTo(State.NOT_NEEDED);
    }

    @Test
    void systemMessagesCountOnce_howeverOftenTheyAreRepeated() {
        String rules = words(1_000, 7);
        String id = store(
                        STORE.database(),
                        session("system"),
                        List.of(
                                by("s1", Role.SYSTEM, Origin.HARNESS, rules),
                                person("a", null, "Paint the harbor."),
                                by("s2", Role.SYSTEM, Origin.HARNESS, rules)))
                .conversation();
        Fullness fullness = of(id).fullness();

        assertThat(fullness.systemTokens()).isBetween(500L, 3_500L);
        assertThat(fullness.tokens() - fullness.systemTokens()).isLessThan(50);
    }

    @Test
    void whatWasTried_isTriedAgainAfterTheNextMessage() {
        String id = dialogue(STORE.database(), "tried", 20, 1_000);
        assertThat(decided(id)).isEqualTo(State.NEEDED);

        end(id, of(id).fullness().aimed(CompactionSpec.defaults()), Outcome.IRREDUCIBLE);
        assertThat(decided(id)).isEqualTo(State.TRIED);

        store(STORE.database(), session("tried"), List.of(person("x", "a19", "more")));
        assertThat(decided(id)).isEqualTo(State.NEEDED);
    }

    @Test
    void aGistSaysNothingAboutTheContext() {
        String id = dialogue(STORE.database(), "gist", 20, 1_000);
        end(id, CompactionSpec.defaults().gist(GistSpec.defaults()), Outcome.NOTHING_TO_DO);

        assertThat(of(id).earlier()).isEmpty();
        assertThat(decided(id)).isEqualTo(State.NEEDED);
    }

    @Test
    void aPauseEndsWithTheNextMessage() {
        String id = dialogue(STORE.database(), "paused", 20, 1_000);
        STORE.database().table(Conversations.class).pauseAutomatic(id);
        assertThat(decided(id)).isEqualTo(State.PAUSED);

        store(STORE.database(), session("paused"), List.of(person("x", "a19", "more")));
        assertThat(decided(id)).isEqualTo(State.NEEDED);
    }

    @Test
    void anUnknownConversation_isNamed() {
        assertThatThrownBy(() -> of("nobody"))
                .isInstanceOf(UnknownConversationException.class)
                .hasMessageContaining("nobody");
    }
}
