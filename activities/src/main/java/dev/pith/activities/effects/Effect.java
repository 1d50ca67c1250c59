package dev.pith.activities.effects;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agent did that outlasts its edits: a commit, a push, a pull request; or what a person refused.
 *
 * @param seq the number of the message that ran the command
 * @param key the branch, the address or the command; a later effect of the same kind and key replaces this one
 * @param text what to tell of it: the hash and subject of a commit, up to which commit was pushed, the command
 */
public record Effect(long seq, Kind kind, String key, String text) {

    private static final Pattern HASH = Pattern.compile("^[0-9a-f]{7,40} ");

    private static final String REBASED_SINCE = "rebased since";

    /** What git tells as the branch of a commit in the middle of a rebase. */
    private static final String DETACHED = "detached HEAD";

    /** The kind of an effect. */
    public enum Kind {
        COMMITTED("Committed"),
        /** A commit that replaced the one before it on its branch. */
        AMENDED("Committed"),
        /** Commits of a branch have other hashes since. */
        REBASED("Rebased"),
        PUSHED("Pushed"),
        OPENED("Opened"),
        RAN("Ran"),
        REFUSED("Stopped by the person"),
        /** Was refused and changes nothing by itself; what the person says next tells what to do instead. */
        HALTED("Stopped by the person");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /**
     * Returns the line to print.
     *
     * @param branch the branch that is told above; null if none is
     */
    public String line(@Nullable String branch) {
        if (kind != Kind.PUSHED) {
            boolean elsewhere = isCommit() && branch != null && !isOn(branch);
            return kind.label + ": " + text + (elsewhere ? " (on " + key + ")" : "");
        }
        String told = told(key.equals(branch) ? "" : key, text);
        return told.isEmpty() ? kind.label : kind.label + ": " + told;
    }

    /** Returns the kind of which only the newest tells where things stand; null if this is of none. */
    public @Nullable Kind trail() {
        return switch (kind) {
            case COMMITTED, AMENDED, REBASED -> Kind.COMMITTED;
            case PUSHED -> kind;
            case OPENED -> key.contains("/pull/") || key.contains("/merge_requests/") ? kind : null;
            case RAN -> key.startsWith("git reset") ? Kind.COMMITTED : null;
            default -> null;
        };
    }

    boolean isCommit() {
        return kind == Kind.COMMITTED || kind == Kind.AMENDED;
    }

    /** Returns whether a commit is on a branch, as far as is known. */
    private boolean isOn(String branch) {
        return key.isEmpty() || key.equals(branch) || key.equals(DETACHED);
    }

    /** Returns whether an earlier effect holds no longer after this one. */
    boolean voids(Effect earlier) {
        return switch (earlier.kind) {
            case COMMITTED, AMENDED -> kind == Kind.AMENDED && isOnSame(earlier);
            case REFUSED, HALTED -> key.equals(earlier.key) || does(earlier.key);
            // A second reset goes back further.
            case RAN -> kind == Kind.RAN && key.equals(earlier.key) && trail() == null;
            default -> kind == earlier.kind && key.equals(earlier.key);
        };
    }

    /** Returns whether this was done by a command that was refused before. */
    private boolean does(String refused) {
        return switch (kind) {
            case COMMITTED, AMENDED -> refused.contains("git commit") && !refused.contains(" push");
            case PUSHED -> refused.contains("git push");
            case OPENED -> refused.contains(" create");
            case RAN -> refused.contains(key);
            default -> false;
        };
    }

    /** Returns whether two commits are on one branch, as far as is known. */
    private boolean isOnSame(Effect other) {
        return key.equals(other.key) || key.isEmpty() || other.key.isEmpty();
    }

    /** Returns the same after its branch was rebased: a commit has another hash then, a push is of the old ones. */
    Effect rebased() {
        return switch (kind) {
            case COMMITTED, AMENDED -> withoutHash();
            case PUSHED -> text.endsWith(REBASED_SINCE) ? this : new Effect(seq, kind, key, told(text, REBASED_SINCE));
            default -> this;
        };
    }

    private static String told(String one, String other) {
        return Stream.of(one, other).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    Effect withoutHash() {
        return new Effect(seq, kind, key, HASH.matcher(text).replaceFirst(""));
    }

    /** Returns this amended commit in place of the one before it, whose subject it keeps if it tells none. */
    Effect amending(Effect earlier) {
        String told = text.isEmpty() ? earlier.withoutHash().text : text;
        return new Effect(seq, earlier.kind, key.isEmpty() ? earlier.key : key, told);
    }
}
