package dev.pith.starter.web.route;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.ContextVersions;
import dev.pith.starter.overview.VersionDiff;
import dev.pith.starter.web.http.Parameters;
import dev.pith.starter.web.http.Route;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.SummaryView;
import io.javalin.http.Context;
import java.util.List;

/** What distinguishes two context versions. */
public record DiffRoutes(Backend backend) {

    /**
     * The difference.
     *
     * @param left the summaries that only the first version has
     * @param came the summaries that only the second version has
     * @param summarized ranges of messages that went from live into a summary, in words; empty without any
     * @param live ranges that went from a summary back to live
     */
    record DiffView(
            int from,
            int to,
            long fromTokens,
            long toTokens,
            boolean empty,
            List<SummaryView> left,
            List<SummaryView> came,
            String summarized,
            String live,
            String abandoned,
            String restored,
            String shortened,
            String whole,
            List<TextDiffView> texts) {

        static DiffView of(VersionDiff diff) {
            return new DiffView(
                    diff.from().version().version(),
                    diff.to().version().version(),
                    diff.from().tokens(),
                    diff.to().tokens(),
                    diff.isEmpty(),
                    diff.left().stream().map(SummaryView::listed).toList(),
                    diff.came().stream().map(SummaryView::listed).toList(),
                    diff.summarized().toString(),
                    diff.backToLive().toString(),
                    diff.abandoned().toString(),
                    diff.restored().toString(),
                    diff.shortened().toString(),
                    diff.whole().toString(),
                    diff.texts().stream()
                            .map(text -> new TextDiffView(
                                    text.before().id(), text.after().id(), text.lines()))
                            .toList());
        }
    }

    /** The changed lines of a summary's text, as a unified diff. */
    record TextDiffView(String before, String after, List<String> lines) {}

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(Route.get("/v1/conversations/{id}/diff", this::diff));
    }

    private void diff(Context ctx) {
        Parameters given = Parameters.of(ctx, "from", "to");
        Conversation conversation = new Lookup(backend).conversation(ctx);
        List<ContextVersion> all =
                backend.database().table(ContextVersions.class).all(conversation.id());
        int newest = conversation.contextVersion();
        ContextVersion to = version(all, given.number("to", newest, 1, Integer.MAX_VALUE));
        ContextVersion from = version(all, given.number("from", Math.max(1, to.version() - 1), 1, Integer.MAX_VALUE));
        Responses.json(ctx, DiffView.of(VersionDiff.of(backend.database(), conversation, from, to)));
    }

    private static ContextVersion version(List<ContextVersion> all, long number) {
        return all.stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemKind.INVALID,
                        "there is no version " + number + ": the conversation has the versions 1 to " + all.size()));
    }
}
