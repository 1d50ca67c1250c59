package dev.pith.activities.memory.files;

import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryState;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the markers of one memory.
 *
 * @param id the memory's
 * @param heading what the opening marker says beside the id, for readers
 * @param body one item of a Markdown list
 */
record Block(String id, String heading, String body) {

    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+] )?(?:~~)?(?:\\*\\*\\w+:\\*\\* )?");

    /** As Pith writes a memory. */
    static Block of(Memory memory) {
        String kind = memory.kind().name().charAt(0)
                + memory.kind().name().substring(1).toLowerCase(Locale.ROOT);
        String said = "**" + kind + ":** " + escaped(memory.text());
        String shown = memory.state() == MemoryState.SUPERSEDED ? "~~" + said + "~~" : said;
        String heading =
                (memory.project() == null ? "" : escaped(memory.project()).replaceAll("\\s+", " ") + ", ") + "messages "
                        + memory.fromSeq() + " to " + memory.toSeq() + " of " + memory.conversation();
        return new Block(memory.id(), heading, "- " + shown.replaceAll("\\R", "\n  "));
    }

    /** What tells whether somebody changed it. */
    String hash() {
        return Sha256.hex(body.strip());
    }

    /** The memory in it, as somebody wrote it: without the list's and the kind's marks. */
    String text() {
        Matcher item = ITEM.matcher(body);
        String said = item.lookingAt() ? body.substring(item.end()) : body;
        return said.replace("\n  ", "\n")
                .replaceAll("~~\\s*$", "")
                .replace("<\\!--", "<!--")
                .replace("--\\>", "-->")
                .strip();
    }

    /** No text ends the comment that it stands in, nor begins one. */
    private static String escaped(String text) {
        return text.strip().replace("<!--", "<\\!--").replace("-->", "--\\>");
    }
}
