package dev.pith.starter.overview;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes two context versions of a conversation, both applied to all messages that are stored now.
 *
 * @param left the summaries that only the first version has
 * @param came the summaries that only the second version has
 * @param texts a diff for each summary of the second version that replaced exactly one of the first
 */
public record VersionDiff(Side from, Side to, List<Summary> left, List<Summary> came, List<TextDiff> texts) {

    private static final int CONTEXT_LINES = 2;

    /**
     * One of the two versions.
     *
     * @param tokens of its summaries and live messages, without system messages
     */
    public record Side(ContextVersion version, Coverage coverage, long tokens) {

        static Side of(Database database, Conversation conversation, ContextVersion version) {
            Coverage coverage = Coverage.of(database, conversation, version);
            long summaries = database.table(Summaries.class).inOrder(version.summaries()).stream()
                    .mapToLong(Summary::tokens)
                    .sum();
            return new Side(version, coverage, summaries + liveTokens(database, conversation, version));
        }
    }

    /**
     * The changed lines of a summary's text.
     *
     * @param lines a unified diff; empty if the texts are equal
     */
    public record TextDiff(Summary before, Summary after, List<String> lines) {

        static TextDiff of(Summary before, Summary after) {
            List<String> old = before.text().lines().toList();
            return new TextDiff(
                    before,
                    after,
                    UnifiedDiffUtils.generateUnifiedDiff(
                            before.id(),
                            after.id(),
                            old,
                            DiffUtils.diff(old, after.text().lines().toList()),
                            CONTEXT_LINES));
        }
    }

    /** Compares two versions of a conversation. */
    public static VersionDiff of(
            Database database, Conversation conversation, ContextVersion first, ContextVersion second) {
        List<Summary> left = only(database, first, second);
        List<Summary> came = only(database, second, first);
        return new VersionDiff(
                Side.of(database, conversation, first),
                Side.of(database, conversation, second),
                left,
                came,
                texts(left, came));
    }

    /** Returns the tokens of the live messages, without system messages. */
    public static long liveTokens(Database database, Conversation conversation, ContextVersion version) {
        return database.table(Messages.class)
                .tokens(
                        conversation.id(),
                        version.compactedThrough() + 1,
                        conversation.messages(),
                        version.abandoned(),
                        version.pruned());
    }

    /** Returns the messages that were live and are in a summary now. */
    public Ranges summarized() {
        return both(from.coverage().live(), to.coverage().summarized());
    }

    /** Returns the messages that were in a summary and are live now. */
    public Ranges backToLive() {
        return both(from.coverage().summarized(), to.coverage().live());
    }

    /** Returns the messages that the second version abandoned. */
    public Ranges abandoned() {
        return to.coverage().abandoned().minus(from.coverage().abandoned());
    }

    /** Returns the abandoned messages that the second version took back. */
    public Ranges restored() {
        return from.coverage().abandoned().minus(to.coverage().abandoned());
    }

    /** Returns the live messages in which one line stands for each long result of a tool only since then. */
    public Ranges shortened() {
        return pruned(to).minus(pruned(from));
    }

    /** Returns the live messages whose results of tools are whole again. */
    public Ranges whole() {
        return both(pruned(from).minus(pruned(to)), to.coverage().live());
    }

    private static Ranges pruned(Side side) {
        return both(side.version().pruned(), side.coverage().live());
    }

    /** Returns whether both versions give the same context. */
    public boolean isEmpty() {
        return left.isEmpty()
                && came.isEmpty()
                && summarized().isEmpty()
                && backToLive().isEmpty()
                && abandoned().isEmpty()
                && restored().isEmpty()
                && shortened().isEmpty()
                && whole().isEmpty();
    }

    private static Ranges both(Ranges one, Ranges other) {
        return one.minus(one.minus(other));
    }

    private static List<Summary> only(Database database, ContextVersion in, ContextVersion notIn) {
        return database.table(Summaries.class)
                .inOrder(in.summaries().stream()
                        .filter(id -> !notIn.summaries().contains(id))
                        .toList());
    }

    private static List<TextDiff> texts(List<Summary> left, List<Summary> came) {
        List<TextDiff> texts = new ArrayList<>();
        for (Summary after : came) {
            List<Summary> replaced = overlapping(after, left);
            if (replaced.size() == 1 && overlapping(replaced.get(0), came).size() == 1) {
                texts.add(TextDiff.of(replaced.get(0), after));
            }
        }
        return texts;
    }

    private static List<Summary> overlapping(Summary one, List<Summary> others) {
        return others.stream()
                .filter(other -> other.fromSeq() <= one.toSeq() && one.fromSeq() <= other.toSeq())
                .toList();
    }
}
