package dev.pith.activities.planning;

import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.CondenseGroup;
import dev.pith.workflows.compaction.LayeredSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the neighbors to condense next: those of the shallowest level that has enough of them, oldest first, and no
 * more groups than the target requires. If no level has enough neighbors, two of them must do, at last of different
 * levels.
 *
 * @param frontier the summaries that would be live, in order
 * @param most the most tokens that all of them together may take, at least 1
 * @param groups the most groups to return
 */
public record Condensation(List<Node> frontier, long most, LayeredSpec spec, int groups) {

    /** The part of the last summary's room (1/32) that is left free, since texts come out slightly longer than asked. */
    private static final int RESERVE = 32;

    /** The least that can be formed into a group. */
    private static final int FORCED = 2;

    /** A summary: its level, its messages and its tokens. */
    public record Node(int level, long fromSeq, long toSeq, long tokens) {}

    public Condensation {
        frontier = List.copyOf(frontier);
    }

    /** Returns the next groups, in order; none if the summaries are within their budget or only one is left. */
    public List<CondenseGroup> next() {
        long surplus = tokens(frontier) - most;
        if (surplus <= 0 || frontier.size() < FORCED) {
            return List.of();
        }
        List<CondenseGroup> usual = ofOneLevel(spec.fanout(), surplus);
        List<CondenseGroup> forced = usual.isEmpty() ? ofOneLevel(FORCED, surplus) : usual;
        return forced.isEmpty() ? List.of(group(frontier.subList(0, FORCED))) : forced;
    }

    /**
     * Returns groups of the shallowest level with a run of at least {@code members} neighbors. What is left of a run
     * becomes a smaller group of the same pass if the target requires it: in a pass of its own it would cost the time of
     * another call.
     */
    private List<CondenseGroup> ofOneLevel(int members, long surplus) {
        int level = Integer.MAX_VALUE;
        for (List<Node> run : runs()) {
            if (run.size() >= members) {
                level = Math.min(level, run.get(0).level());
            }
        }
        List<CondenseGroup> chosen = new ArrayList<>();
        long saved = 0;
        for (List<Node> run : runs()) {
            boolean ofLevel = run.get(0).level() == level && run.size() >= members;
            for (int from = 0; ofLevel && from + FORCED <= run.size(); from += members) {
                if (saved < surplus && chosen.size() < groups) {
                    CondenseGroup group = group(run.subList(from, Math.min(from + members, run.size())));
                    chosen.add(group);
                    saved += group.tokens() - group.budget();
                }
            }
        }
        return chosen;
    }

    /** Returns the neighbors of equal level, as long as possible. */
    private List<List<Node>> runs() {
        List<List<Node>> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= frontier.size(); i++) {
            if (i == frontier.size()
                    || frontier.get(i).level() != frontier.get(from).level()) {
                runs.add(frontier.subList(from, i));
                from = i;
            }
        }
        return runs;
    }

    private CondenseGroup group(List<Node> members) {
        long tokens = tokens(members);
        int level = 0;
        for (Node member : members) {
            level = Math.max(level, member.level() + 1);
        }
        // Half of the members at most, so that every pass shrinks; the last summary gets no more than is left.
        long budget = Math.min(spec.condensedTokens(), tokens / 2);
        boolean last = members.size() == frontier.size();
        long wanted = last ? Math.min(budget, Math.max(CompactionSpec.MIN_TARGET, most - most / RESERVE)) : budget;
        return new CondenseGroup(
                level, members.get(0).fromSeq(), members.get(members.size() - 1).toSeq(), members.size(), tokens, (int)
                        Math.max(1, wanted));
    }

    private static long tokens(List<Node> nodes) {
        long tokens = 0;
        for (Node node : nodes) {
            tokens += node.tokens();
        }
        return tokens;
    }
}
