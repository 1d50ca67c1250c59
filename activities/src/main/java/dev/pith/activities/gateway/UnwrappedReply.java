package dev.pith.activities.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Extracts the requested text from what a model wrapped around it: a tag or a fence around all of it, a JSON object
 * with a single field, an introducing line, a closing remark. Linear in the text.
 */
public final class UnwrappedReply {

    /** Accepts raw line ends in strings, which models write. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> FENCES = List.of("```", "~~~");

    /** Labels of a fence around the whole text; any other label marks code, which belongs to the text. */
    private static final Set<String> LABELS = Set.of("", "markdown", "md", "text", "json");

    /** Labels of an unclosed fence that encloses all that follows. */
    private static final Set<String> WRITTEN = Set.of("markdown", "md");

    private static final String OPEN_TAG = "<summary>";
    private static final String CLOSE_TAG = "</summary>";

    /** The most lines of an introduction before a fence, or of a remark after it. */
    private static final int FEW = 2;

    /** The longest line of an introduction or remark, in characters. */
    private static final int LONGEST_REMARK = 240;

    private static final List<String> REMARKS = List.of(
            "let me know",
            "feel free",
            "would you like",
            "i hope this",
            "hope this helps",
            "if you need",
            "if you want",
            "if you'd like",
            "if you would like",
            "happy to",
            "anything else",
            "do you want me");

    private static final List<String> INTRODUCTIONS =
            List.of("sure", "here is", "here's", "certainly", "of course", "okay", "ok,", "below is");

    private UnwrappedReply() {}

    /** Returns the text itself; an unwrapped reply is returned as it is, without surrounding white space. */
    public static String of(String reply) {
        List<String> lines = alone(unfenced(untagged(reply.strip()).lines().toList()));
        boolean headed = lines.stream().anyMatch(UnwrappedReply::isHeading);
        List<String> text = headed ? withoutRemark(withoutIntroduction(lines)) : lines;
        return String.join("\n", text).strip();
    }

    private static String untagged(String reply) {
        boolean tagged = reply.startsWith(OPEN_TAG) && reply.endsWith(CLOSE_TAG) && reply.indexOf(OPEN_TAG, 1) < 0;
        return tagged
                ? reply.substring(OPEN_TAG.length(), reply.length() - CLOSE_TAG.length())
                        .strip()
                : reply;
    }

    /** Returns the text of {@code {"summary": "…"}}, whatever the name of the field. */
    private static List<String> alone(List<String> lines) {
        if (lines.isEmpty()
                || !lines.get(0).startsWith("{")
                || !lines.get(lines.size() - 1).endsWith("}")) {
            return lines;
        }
        try {
            JsonNode object = JSON.readTree(String.join("\n", lines));
            boolean single = object.size() == 1 && object.elements().next().isTextual();
            return single ? object.elements().next().textValue().lines().toList() : lines;
        } catch (JsonProcessingException e) {
            return lines;
        }
    }

    private static List<String> unfenced(List<String> lines) {
        int open = first(lines);
        int close = last(lines);
        boolean unclosed = lines.stream().filter(UnwrappedReply::isFence).count() % 2 == 1;
        if (unclosed && WRITTEN.contains(label(lines.get(open))) && isLittle(lines.subList(0, open))) {
            return lines.subList(open + 1, lines.size());
        }
        boolean whole = open >= 0
                && close > open
                && LABELS.contains(label(lines.get(open)))
                && isLittle(lines.subList(0, open))
                && isLittle(lines.subList(close + 1, lines.size()));
        return whole ? lines.subList(open + 1, close) : lines;
    }

    private static boolean isFence(String line) {
        return FENCES.stream().anyMatch(line.strip()::startsWith);
    }

    private static String label(String fence) {
        return fence.strip().substring(FENCES.get(0).length()).strip().toLowerCase(Locale.ROOT);
    }

    private static int first(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (isFence(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (FENCES.contains(lines.get(i).strip())) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether these are a few plain lines; headings and items are part of the text. */
    private static boolean isLittle(List<String> lines) {
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        return words.size() <= FEW && words.stream().allMatch(UnwrappedReply::isPlain);
    }

    private static boolean isPlain(String line) {
        return line.length() <= LONGEST_REMARK
                && !line.isEmpty()
                && "#-*|>0123456789".indexOf(line.strip().charAt(0)) < 0;
    }

    private static boolean isHeading(String line) {
        return line.startsWith("#");
    }

    /** Removes a single line before the first heading that ends with a colon or begins like an introduction. */
    private static List<String> withoutIntroduction(List<String> lines) {
        int heading = 0;
        while (!isHeading(lines.get(heading))) {
            heading++;
        }
        List<String> before = lines.subList(0, heading).stream()
                .filter(line -> !line.isBlank() && !line.strip().equals("---"))
                .toList();
        boolean introduces = before.size() == 1
                && isPlain(before.get(0))
                && introduces(before.get(0).strip());
        return introduces ? lines.subList(heading, lines.size()) : lines;
    }

    private static boolean introduces(String line) {
        String said = line.toLowerCase(Locale.ROOT);
        return said.endsWith(":") || INTRODUCTIONS.stream().anyMatch(said::startsWith);
    }

    private static List<String> withoutRemark(List<String> lines) {
        String last = lines.get(lines.size() - 1).strip();
        String said = last.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean remark = isPlain(last) && REMARKS.stream().anyMatch(said::contains);
        boolean apart = lines.size() > 1 && lines.get(lines.size() - 2).isBlank();
        return remark && apart ? lines.subList(0, lines.size() - 1) : lines;
    }
}
