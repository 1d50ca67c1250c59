package dev.pith.activities.facts;

import dev.pith.activities.text.WordList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The last state of each work item that a conversation tells in words, such as "T-1 is done". Immutable. */
public final class ItemStates {

    /** States after which nothing is left to do. */
    private static final Set<String> ENDED = WordList.of("""
            done closed finished complete completed merged shipped released resolved fixed canceled cancelled
            rejected abandoned dropped erledigt terminé hecho 完成 已完成 已合并 取消 完了""");

    /** The name of an item before its words: "T-1: cut the release", "#12 dredge". */
    private static final Pattern NAME = Pattern.compile(
            "^(?:\\*\\*|`)?([\\p{L}#][\\p{L}\\d_#.-]{0,39}\\d|#\\d{1,9})(?:\\*\\*|`)?(?=[\\s:.)—–-]|$)");

    private final Map<String, Fact> states = new LinkedHashMap<>();

    private ItemStates(Facts facts) {
        facts.all().stream()
                .filter(fact -> WorkItemState.VERB.equals(fact.verb()))
                .forEach(fact -> states.put(fact.key().toLowerCase(Locale.ROOT), fact));
    }

    /** Returns the states that facts tell. */
    public static ItemStates of(Facts facts) {
        return new ItemStates(facts);
    }

    /**
     * Returns whether an item of a list was told to be at its end after the list was last written; null if nothing was
     * told of it since.
     *
     * @param text the item's words, with or without its name
     * @param seq the number of the message that last changed the list
     */
    public @Nullable Boolean ended(String text, long seq) {
        Fact told = states.get(text.toLowerCase(Locale.ROOT));
        if (told == null) {
            Matcher name = NAME.matcher(text);
            told = name.find() ? states.get(name.group(1).toLowerCase(Locale.ROOT)) : null;
        }
        if (told == null || told.seq() <= seq) {
            return null;
        }
        return ENDED.contains(told.value().toLowerCase(Locale.ROOT));
    }
}
