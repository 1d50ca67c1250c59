package dev.pith.activities.effects;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the address of an issue, a pull request or the like from the reply of what created it. */
final class CreatedAddress {

    static final Pattern CREATES =
            Pattern.compile("(?:gh|glab)\\s+(?:-R\\s+\\S+\\s+)?(?:pr|issue|release|mr)\\s+(?:create|new)\\b");

    /** Tools that create what has an address. */
    private static final Pattern TOOL = Pattern.compile(
            "(?i)create_?(?:[a-z]{1,20}_)?(?:issue|pull_?request|merge_?request|pr|release|comment|page|ticket|document)$");

    private static final String HOST = "https?://[\\w.-]{1,100}(?::\\d{1,5})?/";

    /** An address on a line of its own, as the programs print it last; not the one with which git offers a pull request. */
    private static final Pattern ALONE = Pattern.compile("(?m)^\\s{0,8}(" + HOST
            + "[\\w./-]{1,200}/(?:pull|issues|merge_requests|releases/tag)/[\\w.-]{1,80}(?:#[\\w-]{1,60})?)\\s*$");

    private static final Pattern NAMED = Pattern.compile(
            "\"(?:html_|web_)?url\\\\?\": ?\\\\?\"(" + HOST
                    + "(?:[\\w.-]{1,80}/){0,5}?(?:issues?|pull|merge_requests|browse|discussions|releases)/[\\w./#-]{1,200}\\w)");

    private CreatedAddress() {}

    static boolean isByTool(String tool) {
        return TOOL.matcher(tool).find();
    }

    static Optional<String> ofProgram(String output) {
        if (output.contains("already exists")) {
            return Optional.empty();
        }
        return ALONE.matcher(output).results().reduce((first, later) -> later).map(line -> line.group(1));
    }

    static Optional<String> ofTool(String reply) {
        return NAMED.matcher(reply)
                .results()
                .map((MatchResult named) -> named.group(1))
                .filter(address -> !address.contains("//api."))
                .findFirst();
    }
}
