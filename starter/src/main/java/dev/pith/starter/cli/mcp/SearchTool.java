package dev.pith.starter.cli.mcp;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.search.EmptyQueryException;
import dev.pith.activities.search.IndexProgress;
import dev.pith.activities.search.ItemKind;
import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.search.SearchQuery;
import dev.pith.activities.search.SearchResult;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.search.SearchPrint;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the tool {@code search}. */
record SearchTool(Database database, SearchIndex index, Scope scope) {

    private static final int AROUND = 3;

    void answer(Arguments arguments, PrintWriter out) {
        @Nullable String conversation = arguments.textOrNull("conversation");
        boolean everywhere = conversation != null || arguments.is("everywhere");
        String text = arguments.text("query");
        if (text.length() > SearchQuery.LONGEST) {
            throw new Arguments.WrongArgument("the query has more than " + SearchQuery.LONGEST + " characters");
        }
        SearchQuery query = new SearchQuery(
                text,
                arguments.choice("kind", ItemKind.class),
                conversation == null
                        ? null
                        : ConversationLookup.find(database, conversation).id(),
                scope.project(database, everywhere),
                null,
                null,
                null,
                arguments.choice("origin", Origin.class),
                null,
                null,
                (int) arguments.number("limit", 8, 50));
        boolean current = index.update(IndexProgress.SILENT);
        List<SearchResult> found = found(query);
        SearchPrint.of(found, database).text(out, SearchTool::readOn);
        if (found.isEmpty()) {
            out.println("Nothing found"
                    + (everywhere ? "" : " in the sessions of " + query.project() + ": try everywhere = true")
                    + ". Other words may help.");
        }
        if (!current) {
            out.println("(Another process updates the index: the newest messages may be missing.)");
        }
    }

    private List<SearchResult> found(SearchQuery query) {
        try {
            return index.search(query);
        } catch (EmptyQueryException e) {
            throw new Arguments.WrongArgument(String.valueOf(e.getMessage()));
        }
    }

    private static String readOn(SearchResult result) {
        return switch (result.kind()) {
            case MESSAGE ->
                "read conversation=" + result.conversation() + " from=" + Math.max(1, result.seq() - AROUND) + " to="
                        + (result.seq() + AROUND);
            case SUMMARY, GIST -> "expand summary=" + result.id();
            case MEMORY -> "read conversation=" + result.conversation() + " from=" + result.seq();
        };
    }
}
