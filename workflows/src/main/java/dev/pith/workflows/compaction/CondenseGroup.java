package dev.pith.workflows.compaction;

/**
 * Neighboring summaries that become one of the next level.
 *
 * @param level the level of the summary to write, at least 1
 * @param fromSeq the first message that they represent
 * @param toSeq the last message that they represent
 * @param members their number, at least 2
 * @param tokens their tokens together
 * @param budget the target tokens of the summary to write
 */
public record CondenseGroup(int level, long fromSeq, long toSeq, int members, long tokens, int budget) {

    public CondenseGroup {
        if (level < 1 || fromSeq < 1 || toSeq < fromSeq || members < 2 || tokens < 0 || budget < 1) {
            throw new IllegalArgumentException("not a group: level " + level + ", messages " + fromSeq + " to " + toSeq
                    + ", " + members + " members of " + tokens + " tokens, " + budget + " tokens wanted");
        }
    }
}
