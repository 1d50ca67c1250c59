package dev.pith.activities.workstate;

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

    /** The kind of an effect. */
    public enum Kind {
        COMMITTED("Committed", "git commit"),
        /** A commit that replaced the one before it on its branch. */
        AMENDED("Committed", "git commit"),
        /** Commits of a branch have other hashes since. */
        REBASED("Rebased", "git rebase"),
        PUSHED("Pushed", "git push"),
        OPENED("Opened", " create"),
        RAN("Ran", ""),
        REFUSED("Stopped by the person", ""),
        /** Was refused and changes nothing by itself; what the person says next tells what to do instead. */
        HALTED("Stopped by the person", "");

        private final String label;
        private final String command;

        Kind(String label, String command) {
            this.label = label;
            this.command = command;
        }
    }

    /**
     * Returns the line to print.
     *
     * @param branch the branch that is told above; null if none is
     */
    public String line(@Nullable String branch) {
        if (kind != Kind.PUSHED) {
            return kind.label + ": " + text;
        }
        String told = Stream.of(key.equals(branch) ? "" : key, text)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? kind.label : kind.label + ": " + told;
    }

    boolean isCommit() {
        return kind == Kind.COMMITTED || kind == Kind.AMENDED;
    }

    boolean isRefused() {
        return kind == Kind.REFUSED || kind == Kind.HALTED;
    }

    /** Returns whether an earlier effect holds no longer after this one. */
    boolean voids(Effect earlier) {
        return switch (earlier.kind) {
            case COMMITTED, AMENDED -> kind == Kind.AMENDED && key.equals(earlier.key);
            case REFUSED, HALTED -> !isRefused() && does(earlier.key);
            default -> kind == earlier.kind && key.equals(earlier.key);
        };
    }

    /** Returns whether this was done by such a command. */
    private boolean does(String refused) {
        return kind.command.isEmpty() ? key.equals(refused) : refused.contains(kind.command);
    }

    /** Returns the same without the hash of the commit. */
    Effect withoutHash() {
        return new Effect(seq, kind, key, HASH.matcher(text).replaceFirst(""));
    }
}
