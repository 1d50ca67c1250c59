package dev.pith.starter.cli.search;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.search.ItemKind;
import dev.pith.activities.search.SearchResult;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.overview.Titles;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints search results, with the command that reads on. */
public record SearchPrint(List<SearchResult> found, Map<String, Conversation> conversations, Titles titles) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** Reads the titles of the conversations of these results. */
    public static SearchPrint of(List<SearchResult> found, Database database) {
        Map<String, Conversation> conversations = new LinkedHashMap<>();
        database.table(Conversations.class)
                .withIds(found.stream()
                        .map(SearchResult::conversation)
                        .distinct()
                        .toList())
                .forEach(one -> conversations.put(one.id(), one));
        return new SearchPrint(found, conversations, Titles.of(List.copyOf(conversations.values()), database));
    }

    void text(PrintWriter out) {
        text(out, SearchPrint::readOn);
    }

    /**
     * Prints three lines for each result.
     *
     * @param readOn the last line: how to read on from a result
     */
    public void text(PrintWriter out, Function<SearchResult, String> readOn) {
        for (SearchResult result : found) {
            Conversation conversation = Objects.requireNonNull(conversations.get(result.conversation()));
            out.println(what(result) + " of " + result.conversation() + "  " + titles.title(conversation));
            out.println("    " + result.snippet());
            out.println("    " + readOn.apply(result));
        }
    }

    /** Such as {@code message 42, person, 2026-03-01 12:04, in summary 9fk2…}. */
    private static String what(SearchResult result) {
        StringBuilder what = new StringBuilder(result.kind().lower());
        what.append(' ').append(result.kind() == ItemKind.MESSAGE ? Long.toString(result.seq()) : result.id());
        if (result.origin() != null) {
            what.append(", ").append(result.origin().name().toLowerCase(Locale.ROOT));
        }
        if (result.time() != null) {
            what.append(", ").append(TIME.format(result.time().atZone(ZoneId.systemDefault())));
        }
        if (result.summary() != null) {
            what.append(", in summary ").append(result.summary());
        }
        return what.toString();
    }

    private static String readOn(SearchResult result) {
        return switch (result.kind()) {
            case MESSAGE ->
                "pith show " + result.conversation() + " --full --range " + Math.max(1, result.seq() - 2) + "-"
                        + (result.seq() + 2);
            case SUMMARY, GIST -> "pith expand " + result.id();
            case MEMORY -> "pith memory show " + result.id();
        };
    }

    List<Map<String, @Nullable Object>> objects() {
        return found.stream().map(this::object).toList();
    }

    private Map<String, @Nullable Object> object(SearchResult result) {
        Conversation conversation = Objects.requireNonNull(conversations.get(result.conversation()));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", result.kind().lower());
        object.put("conversation", result.conversation());
        object.put("title", titles.title(conversation));
        object.put("project", conversation.project());
        object.put("seq", result.seq());
        object.put("id", result.id());
        object.put("time", iso(result.time()));
        object.put("role", lower(result.role()));
        object.put("origin", lower(result.origin()));
        object.put("summary", result.summary());
        object.put("snippet", result.snippet());
        object.put("score", result.score());
        return object;
    }

    private static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String lower(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }
}
