package dev.pith.activities.context;

import dev.pith.activities.conversation.Summary;

/** The frame of a summary, which tells a model what it reads. */
final class SummaryFrame {

    private SummaryFrame() {}

    static String of(Summary summary) {
        return "The conversation so far, messages " + summary.fromSeq() + " to " + summary.toSeq()
                + ", was compacted. This summary of what was said and done in them stands for them:\n\n"
                + summary.text().strip();
    }
}
