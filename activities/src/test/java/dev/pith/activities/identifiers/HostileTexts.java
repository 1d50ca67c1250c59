package dev.pith.activities.identifiers;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded texts that readers stumble over: brackets that nothing opens or closes, quotes, slashes, halves of pairs. */
public final class HostileTexts {

    private static final String[] PIECES = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "```",
        "/",
        "\\",
        "//",
        "\\\\",
        ":",
        ";",
        "|",
        "&&",
        "<<",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        ".",
        ",",
        "-",
        "--",
        "_",
        "#",
        "#1",
        "@",
        "~",
        "+",
        "*",
        "=",
        "$",
        "%",
        "?",
        "!",
        "…",
        "。",
        "？",
        "।",
        "؟",
        "漢",
        "字",
        "かな",
        "한",
        "ไ",
        "में",
        "é",
        "ß",
        "İ",
        "\u0000",
        "\u00A0",
        "\u200B",
        "\u202E",
        "\uFEFF",
        "\uFFFF",
        "\uD83D",
        "\uDE00",
        "😀",
        "𠀀",
        "a",
        "Z",
        "0",
        "9",
        "1.2.3",
        "v1",
        "exit code ",
        "status 4",
        "func ",
        "class ",
        "def ",
        "a_b",
        "aB",
        "A_B",
        "http://",
        "https://",
        "C:",
        "C:\\",
        "D:/",
        "\\\\s\\t",
        "src/",
        "src\\",
        "x.py",
        ".go",
        "go",
        "- ",
        "1. ",
        "* ",
        "never ",
        "must ",
        "don't ",
        "always ",
        "keep ",
        "use ",
        "rules:",
        "Forget ",
        "不要",
        "必须",
        "nie ",
        "никогда ",
        "e.g.",
        "i.e",
        " vs.",
        "git ",
        "cd ",
        "status -b",
        "## ",
        "exit code: 1",
        "\"exit_code\": 2",
        "--- FAIL",
        "{\"a\":",
        "}",
        "null",
        "[]"
    };

    private HostileTexts() {}

    /** So many texts of up to so many pieces. */
    public static Stream<String> of(long seed, int count, int most) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> text(random, 1 + random.nextInt(most)));
    }

    /** One text of so many pieces. */
    public static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** Every beginning and every end of a text. */
    public static Stream<String> ends(String text) {
        return IntStream.rangeClosed(0, text.length())
                .boxed()
                .flatMap(i -> Stream.of(text.substring(0, i), text.substring(i)));
    }
}
