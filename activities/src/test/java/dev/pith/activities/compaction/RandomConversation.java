package dev.pith.activities.compaction;

import static dev.pith.activities.testing.Messages.agent;
import static dev.pith.activities.testing.Messages.call;
import static dev.pith.activities.testing.Messages.person;
import static dev.pith.activities.testing.Messages.result;
import static dev.pith.activities.testing.Messages.session;
import static dev.pith.activities.testing.StoredConversation.store;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.testing.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A conversation that grows, is rewound and revised at random, as a session's file would be. */
final class RandomConversation {

    private static final int LONGEST = 260;

    private final Database database;
    private final String name;
    private final Random random;
    private final List<String> agents = new ArrayList<>();
    private int turns;
    final String id;

    /** A compaction that stopped in the middle, as if its worker had been killed; null without one. */
    @Nullable
    Steps stopped;

    RandomConversation(Database database, String name, Random random) {
        this.database = database;
        this.name = name;
        this.random = random;
        append();
        this.id = store(database, session(name), List.of(person("first-" + name, null, "Begin")))
                .conversation();
    }

    /** Appends some turns, each with a request, calls with their results, and a reply. */
    void append() {
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            turn(messages, last());
        }
        store(database, session(name), messages);
    }

    /** Goes back to an earlier reply and on from there: what came after it is left behind. */
    void rewind() {
        if (!agents.isEmpty()) {
            int to = random.nextInt(agents.size());
            String parent = agents.get(to);
            agents.subList(to + 1, agents.size()).clear();
            List<NewMessage> messages = new ArrayList<>();
            turn(messages, parent);
            store(database, session(name), messages);
        }
    }

    /** Stores another text under the id of an earlier reply. */
    void revise() {
        if (!agents.isEmpty()) {
            String uid = agents.get(random.nextInt(agents.size()));
            store(database, session(name), List.of(agent(uid, null, "Said anew: " + random.nextInt())));
        }
    }

    private @Nullable String last() {
        return agents.isEmpty() ? null : agents.get(agents.size() - 1);
    }

    private void turn(List<NewMessage> messages, @Nullable String parent) {
        String turn = name + "-" + turns++;
        messages.add(person("p" + turn, parent, "Request " + turn + ": please go on."));
        for (int i = random.nextInt(3); i > 0; i--) {
            String callId = random.nextInt(4) == 0 ? "same" : "k" + turn + i;
            messages.add(call("c" + turn + i, "r" + turn + i, callId));
            messages.add(result("o" + turn + i, callId, Messages.words(random.nextInt(LONGEST), turns)));
        }
        messages.add(agent("a" + turn, "p" + turn, Messages.words(20 + random.nextInt(LONGEST), turns)));
        agents.add("a" + turn);
    }

    Conversation row() {
        return database.table(Conversations.class).find(id).orElseThrow();
    }

    ContextVersion current() {
        return database.table(ContextVersions.class).current(id);
    }

    /** Checks that the current version covers every message exactly once, and that its summaries are in order. */
    void assertWhole() {
        assertWhole(current());
        long through = 0;
        for (Summary summary : database.table(Summaries.class).inOrder(current().summaries())) {
            assertThat(summary.fromSeq()).isGreaterThan(through);
            through = summary.toSeq();
        }
    }

    void assertAllVersionsWhole() {
        database.table(ContextVersions.class).all(id).forEach(this::assertWhole);
    }

    private void assertWhole(ContextVersion version) {
        Coverage coverage = Coverage.of(database, row(), version);
        assertThat(coverage.complete())
                .as(
                        "version %d of %s: %s twice, missing %s",
                        version.version(), id, coverage.twice(), coverage.missing())
                .isTrue();
    }

    /** Returns the tokens of the context up to a message. */
    long tokens(long mark) {
        ContextVersion version = current();
        return database.table(Summaries.class).inOrder(version.summaries()).stream()
                        .mapToLong(Summary::tokens)
                        .sum()
                + database.table(dev.pith.activities.store.Messages.class)
                        .tokens(id, version.compactedThrough() + 1, mark, version.abandoned(), version.pruned());
    }
}
