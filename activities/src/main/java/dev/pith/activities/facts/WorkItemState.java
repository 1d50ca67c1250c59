package dev.pith.activities.facts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the state of a work item: "tide-12 is done", "status of tide-12: blocked by pier-3", "tide-12 完成". */
final class WorkItemState {

    /** The verb of a state. All states of an item are one fact, so that the last one holds. */
    static final String VERB = "status";

    private static final Pattern STATE =
            Pattern.compile("^(?iu)(?:(?:now|still|already|currently|set to|marked|marked as) ){0,2}"
                    + "((?:not (?:yet )?|no longer )?(?:done|unblocked|reopened|open|closed|finished|complete|completed|pending|blocked|deferred|cancell?ed|merged|shipped|released"
                    + "|reverted|in progress|in review|started|not started|to ?do|wip|on hold|paused|failed|resolved|fixed|rejected"
                    + "|approved|abandoned|dropped|postponed|green|red|erledigt|offen|terminé|hecho"
                    + "|完成|已完成|进行中|未开始|阻塞|已合并|待办|取消|暂停|完了|進行中|未着手|保留)(?: yet| again| anymore)?)"
                    + "((?: (?:by|on|until|because of|waiting for|in favou?r of) .{1,80}+)?)$");

    private static final Pattern WAITS =
            Pattern.compile("^(?i)(?:(?:still|now) )?(?:blocked by|blocked on|waiting for|waiting on) (.{1,80}+)$");

    private static final Pattern OF =
            Pattern.compile("^(?i)(?:the )?(?:current |final |new )?(?:status|state|progress) (?:of|for) (.{1,60}+)$");

    /** "Reopened T-5": an item with a number in its name. */
    private static final Pattern FIRST =
            Pattern.compile("^(?i)(reopened|closed|finished|completed|merged|shipped|cancell?ed)"
                    + " (?:the )?((?:[a-z]{1,20}+ )?#?[A-Za-z-]{0,20}\\d{1,9})(?![\\w-])");

    /** The kind of an item before its name. */
    private static final Pattern KIND =
            Pattern.compile("^(?i)(?:item|task|ticket|issue|story|step|work item) (?=\\S{0,40}\\d)");

    /** Words by which a clause tells of a state that need not be reached. */
    private static final Pattern MAYBE =
            Pattern.compile("(?i)\\b(?:when|if|wish|hope|until|after|before|once|unless|whether|that|should)\\b");

    private static final Pattern BEHIND = Pattern.compile("(?i) (?:status|state)$");

    private WorkItemState() {}

    /** Returns the state that a clause with its verb first tells; null if it tells none. */
    static @Nullable Clause first(String clause) {
        Matcher first = FIRST.matcher(clause);
        return first.find()
                ? new Clause(item(first.group(2)), VERB, first.group(1).toLowerCase(Locale.ROOT))
                : null;
    }

    private static String item(String key) {
        return KIND.matcher(key).replaceFirst("");
    }

    /** Returns the state that key and value tell; null if they tell none, or of nothing that has a name. */
    static @Nullable Clause of(String key, String value) {
        Matcher of = OF.matcher(key);
        String item = item(BEHIND.matcher(of.matches() ? of.group(1) : key).replaceFirst(""));
        if (MAYBE.matcher(item).find()) {
            return null;
        }
        boolean named = Specifics.isIn(item) || item.length() < key.length();
        if (!named || Specifics.words(item) > ClauseReader.MOST_KEY_WORDS) {
            return null;
        }
        Matcher state = STATE.matcher(value);
        if (state.matches()) {
            return new Clause(item, VERB, state.group(1) + state.group(2));
        }
        Matcher waits = WAITS.matcher(value);
        return waits.matches() ? new Clause(item, VERB, "blocked by " + waits.group(1)) : null;
    }
}
