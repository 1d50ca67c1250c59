package dev.pith.starter.web.route;

import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.overview.Lineage;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.overview.VersionDiff;
import dev.pith.starter.web.view.ContextView;
import dev.pith.starter.web.view.ContextView.CoverageView;
import dev.pith.starter.web.view.ConversationDetail;
import dev.pith.starter.web.view.SummaryView;
import dev.pith.starter.web.view.VersionView;
import java.util.List;
import java.util.Optional;

/** Reads one conversation with all that a page about it shows. */
record ConversationReading(Backend backend) {

    ConversationDetail detail(Conversation conversation) {
        Database database = backend.database();
        List<ContextVersion> versions = database.table(ContextVersions.class).all(conversation.id());
        return ConversationDetail.of(
                conversation,
                Titles.of(conversation, database),
                Lineage.of(conversation, database),
                Optional.ofNullable(conversation.gist())
                        .flatMap(gist -> database.table(Summaries.class).find(gist))
                        .map(SummaryView::whole)
                        .orElse(null),
                database.table(Compactions.class).present(conversation.id()).stream()
                        .filter(Compaction::running)
                        .map(Compaction::id)
                        .findFirst()
                        .orElse(null),
                context(conversation),
                versions.stream().map(VersionView::of).toList());
    }

    private ContextView context(Conversation conversation) {
        Database database = backend.database();
        ContextVersion version = database.table(ContextVersions.class).current(conversation.id());
        List<Summary> summaries = database.table(Summaries.class).inOrder(version.summaries());
        Coverage coverage = Coverage.of(database, conversation, version);
        long system = database.table(MessageSizes.class).systemTokens(conversation.id(), version.abandoned());
        long live = VersionDiff.liveTokens(database, conversation, version);
        long ofSummaries = summaries.stream().mapToLong(Summary::tokens).sum();
        return new ContextView(
                version.version(),
                system + ofSummaries + live,
                system,
                summaries.stream().map(SummaryView::listed).toList(),
                version.compactedThrough() + 1,
                coverage.live().size(),
                live,
                backend.window(),
                new CoverageView(
                        coverage.messages(),
                        coverage.summarized().size(),
                        coverage.live().size(),
                        coverage.abandoned().size(),
                        coverage.complete()));
    }
}
