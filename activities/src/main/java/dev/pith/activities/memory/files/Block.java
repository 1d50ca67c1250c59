package dev.pith.activities.memory.files;

import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryState;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text between the markers of one memory.
 *
 * @param id the id of the memory
 * @param heading the text of the opening marker beside the id
 * @param body one item of a Markdown list, with whatever line ends it has
 */
record Block(String id, String heading, String body) {

    private static final String STRIKE = "~~";
    private static final Pattern ITEM = Pattern.compile("[-*+](?:\\s+|$)");
    private static final Pattern KIND = Pattern.compile(Arrays.stream(MemoryKind.values())
            .map(Block::title)
            .collect(Collectors.joining("|", "\\*\\*(?:", "):\\*\\*\\s*")));

    /** What would begin or end a comment, or looks like one of these after it was written. */
    private static final Pattern COMMENT = Pattern.compile("<(\\\\*)!--|--(\\\\*)>");

    private static final Pattern ESCAPED = Pattern.compile("<\\\\(\\\\*)!--|--\\\\(\\\\*)>");

    /** As Pith writes a memory: one that was superseded is struck out. */
    static Block of(Memory memory) {
        return memory.state() == MemoryState.SUPERSEDED ? struck(memory) : standing(memory);
    }

    static Block standing(Memory memory) {
        return new Block(memory.id(), heading(memory), item(said(memory)));
    }

    static Block struck(Memory memory) {
        return new Block(memory.id(), heading(memory), item(STRIKE + said(memory) + STRIKE));
    }

    private static String said(Memory memory) {
        return "**" + title(memory.kind()) + ":** " + escaped(memory.text());
    }

    private static String title(MemoryKind kind) {
        return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String item(String text) {
        return "- " + text.replaceAll("\n(?=[^\n])", "\n  ");
    }

    private static String heading(Memory memory) {
        String project =
                memory.project() == null ? "" : escaped(memory.project()).replaceAll("\\s+", " ") + ", ";
        return project + "messages " + memory.fromSeq() + " to " + memory.toSeq() + " of " + memory.conversation();
    }

    /** What tells whether somebody changed it; blanks and line ends at the end of lines do not count. */
    String hash() {
        return Sha256.hex(trimmed(body).strip());
    }

    /** The memory in it, as somebody wrote it: without the marks of list, kind and strike. */
    String text() {
        String item = plain();
        String said = isStruck() ? item.substring(STRIKE.length(), item.length() - STRIKE.length()) : item;
        Matcher kind = KIND.matcher(said);
        String bare = kind.lookingAt() ? said.substring(kind.end()) : said;
        return ESCAPED.matcher(bare.replace("\n  ", "\n"))
                .replaceAll(found -> Matcher.quoteReplacement(unescaped(found.group())))
                .strip();
    }

    /** Whether all of it is struck out: it does not hold any more. */
    boolean isStruck() {
        String item = plain();
        return item.length() > 2 * STRIKE.length() && item.startsWith(STRIKE) && item.endsWith(STRIKE);
    }

    /** Whether it says the same as another one, in whatever form. */
    boolean saysAs(Block other) {
        return text().equals(other.text()) && isStruck() == other.isStruck();
    }

    private String plain() {
        String item = trimmed(body).strip();
        Matcher mark = ITEM.matcher(item);
        return mark.lookingAt() ? item.substring(mark.end()) : item;
    }

    private static String trimmed(String lines) {
        return lines.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    /** No text ends the comment that it stands in, nor begins one; one backslash more, so that it can be taken away again. */
    private static String escaped(String text) {
        return COMMENT.matcher(trimmed(text).strip())
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("<")
                                ? "<\\" + found.group().substring(1)
                                : "--\\" + found.group().substring(2)));
    }

    private static String unescaped(String found) {
        return found.startsWith("<") ? "<" + found.substring(2) : "--" + found.substring(3);
    }
}
