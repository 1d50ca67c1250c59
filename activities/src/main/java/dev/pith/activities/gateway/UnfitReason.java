package dev.pith.activities.gateway;

import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelReply;
import dev.pith.workflows.model.Verdict;

/** Describes to a user why a reply is unfit. */
final class UnfitReason {

    private UnfitReason() {}

    static String of(Verdict verdict, ModelReply reply) {
        if (verdict != Verdict.UNCLEAR) {
            return "the reply " + verdict.words();
        }
        return reply.finish() == Finish.TOOL_CALLS
                ? "the model called a tool (finish reason " + reply.ended() + "), although none was offered"
                : reply.finish() == Finish.MISSING
                        ? "the endpoint gave no finish reason, so that nobody knows whether the reply is whole"
                        : "the reply ended with finish reason " + reply.ended() + ", which is no clean end";
    }
}
