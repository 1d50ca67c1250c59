package dev.pith.starter.overview;

import dev.pith.activities.conversation.ControlCharacters;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.RefusedCharacters;
import dev.pith.activities.intake.OpeningWords;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The titles of conversations: the source's title, else the first words of the gist, else those of the first request,
 * else the project or the id in the source.
 */
public final class Titles {

    private static final int LONGEST = 60;
    /**
     * A title is cut at a blank within this many characters of the limit, else at the limit: some scripts have no
     * blanks.
     */
    private static final int LONGEST_WORD = 30;

    /** Markdown markup before the first word, and the headings of a gist. */
    private static final Pattern BEFORE_WORDS =
            Pattern.compile("^(?:## Gist\\s+)?(?:When: [\\d-]{10}(?: to [\\d-]{10})?\\s+)?(?:Asked:\\s+)?[\\s#>*_`-]*");

    private final Map<String, String> made = new HashMap<>();

    private Titles() {}

    /** Reads the titles of these conversations. */
    public static Titles of(List<Conversation> conversations, Database database) {
        Titles titles = new Titles();
        List<String> untitled = conversations.stream()
                .filter(one -> one.title() == null || one.title().isBlank())
                .map(Conversation::id)
                .toList();
        if (!untitled.isEmpty()) {
            database.table(OpeningWords.class).of(untitled).forEach(titles::make);
        }
        return titles;
    }

    /** Reads the title of one conversation. */
    public static String of(Conversation one, Database database) {
        return of(List.of(one), database).title(one);
    }

    /** Reads the titles of the conversations with these ids, by id; the id itself stands for a missing one. */
    public static Map<String, String> byId(List<String> ids, Database database) {
        List<String> distinct = ids.stream().distinct().toList();
        List<Conversation> found = database.table(Conversations.class).withIds(distinct);
        Titles titles = of(found, database);
        Map<String, String> byId = new HashMap<>();
        distinct.forEach(id -> byId.put(id, id));
        found.forEach(one -> byId.put(one.id(), titles.title(one)));
        return byId;
    }

    /** Returns a conversation's title on one line. A title taken from a text is cut at a word. */
    public String title(Conversation one) {
        if (one.title() != null && !one.title().isBlank()) {
            return ControlCharacters.without(one.title()).strip().replaceAll("\\s+", " ");
        }
        String otherwise = one.project() != null ? one.project() : one.nativeId();
        return made.getOrDefault(one.id(), otherwise);
    }

    private void make(OpeningWords.Of words) {
        String text = words.gist() == null ? words.request() : words.gist();
        String title = text == null
                ? ""
                : cut(ControlCharacters.without(RefusedCharacters.replace(RefusedCharacters.unescape(text))));
        if (!title.isEmpty()) {
            made.put(words.conversation(), title);
        }
    }

    static String cut(String text) {
        String line = BEFORE_WORDS
                .matcher(text)
                .replaceFirst("")
                .replaceAll("\\s+", " ")
                .strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        int most = line.offsetByCodePoints(0, LONGEST - 1);
        int blank = line.lastIndexOf(' ', most);
        return line.substring(0, blank >= most - LONGEST_WORD ? blank : most).strip() + "…";
    }
}
