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
 * @param body one item of a Markdown list, with the line ends of the file
 */
record Block(String id, String heading, String body) {

    private static final String STRIKE = "~~";
    private static final Pattern ITEM = Pattern.compile("[-*+](?:\\s+|$)");
    private static final Pattern KIND = Pattern.compile(Arrays.stream(MemoryKind.values())
            .map(Block::title)
            .collect(Collectors.joining("|", "\\*\\*(?:", "):\\*\\*\\s*")));

    /** A comment delimiter, or an escaped one. */
    private static final Pattern COMMENT = Pattern.compile("<(\\\\*)!--|--(\\\\*)>");

    private static final Pattern ESCAPED = Pattern.compile("<\\\\(\\\\*)!--|--\\\\(\\\\*)>");

    /** Returns the block as Pith writes it; a superseded memory is struck out. */
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

    /** Returns the hash by which edits are detected; it ignores white space at the end of lines and around the body. */
    String hash() {
        return Sha256.hex(trimmed(body).strip());
    }

    /** Returns the memory's text without list marker, kind, strikeout and escapes. */
    String text() {
        String item = plain();
        String said = isStruck() ? item.substring(STRIKE.length(), item.length() - STRIKE.length()) : item;
        Matcher kind = KIND.matcher(said);
        String bare = kind.lookingAt() ? said.substring(kind.end()) : said;
        return ESCAPED.matcher(bare.replace("\n  ", "\n"))
                .replaceAll(found -> Matcher.quoteReplacement(unescaped(found.group())))
                .strip();
    }

    /** Returns whether the whole item is struck out, which means that the memory is no longer in force. */
    boolean isStruck() {
        String item = plain();
        return item.length() > 2 * STRIKE.length() && item.startsWith(STRIKE) && item.endsWith(STRIKE);
    }

    /** Returns whether both blocks have the same text and strikeout, whatever their form. */
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

    /**
     * Escapes comment delimiters so that no text begins or ends a comment; adds one backslash, which {@link #text()}
     * removes.
     */
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
