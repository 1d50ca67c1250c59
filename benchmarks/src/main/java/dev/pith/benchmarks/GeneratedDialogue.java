package dev.pith.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes what somebody and an assistant say to each other about a program, in whole sentences. The same seed says the same. */
final class GeneratedDialogue {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final int MOST_SENTENCES = 6;

    /** One message in so many of a person says something that is meant to last. */
    private static final int LASTING = 12;

    private static final String[] MEANT_TO_LAST = {
        "Please always run {command} before you change {file}.",
        "I would rather keep the {part} as it is and mend {file}.",
        "We decided to use a {part} for {event}, because {call} took {number} ms.",
    };

    private static final String[] ASKED = {
        "Can you look at the {part} in {file}? It {trouble} since {event}.",
        "The {part} {trouble}, and {who} needs it by {day}.",
        "Why does {call} return {number} here, where the {part} says {number}?",
        "Have a look at {call} first, {who} saw {number} there on {day}.",
        "What does {command} say about {file}?",
        "Leave {file} alone, {who} works on it until {day}.",
        "Then go on with {call}, and tell me what {command} says.",
        "That took {number} ms before {event}, and {file} is the same.",
    };

    private static final String[] ANSWERED = {
        "I read {file}: {call} asks the {part} {number} times where once would do.",
        "The cause is in {file}, line {number}: after {event} the {part} {trouble}.",
        "I changed {call} so that the {part} is asked first, and {command} passes with {number} tests.",
        "{command} fails: expected {number} but was {number} at {file}:{number}.",
        "What remains is {file}, where the {part} {trouble} as soon as {who} deploys.",
        "It held before {event}, so I looked at what {who} changed on {day}.",
        "With a {part} in {call} it takes {number} ms instead of {number}.",
        "Next I will take {number} lines out of {file} and run {command} again.",
    };

    private final Random random;

    GeneratedDialogue(long seed) {
        this.random = new Random(seed);
    }

    /** Writes messages, a line each, until they hold so many characters. */
    void write(Path file, long characters) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            long written = 0;
            for (boolean user = true; written < characters; user = !user) {
                String said = said(user ? ASKED : ANSWERED);
                out.append("{\"role\":\"").append(user ? "user" : "assistant");
                out.append("\",\"content\":\"").append(said).append("\"}\n");
                written += said.length();
            }
        }
    }

    /** Sentences of about so many characters. */
    String text(int characters) {
        StringBuilder text = new StringBuilder();
        while (text.length() < characters) {
            text.append(sentence(ANSWERED)).append(' ');
        }
        return text.toString().strip();
    }

    private String said(String... sentences) {
        StringBuilder text = new StringBuilder(GeneratedSession.MARK + "-" + random.nextInt(90) + ": ");
        for (int left = 2 + random.nextInt(MOST_SENTENCES - 1); left > 0; left--) {
            text.append(sentence(sentences)).append(left > 1 ? " " : "");
        }
        if (Arrays.equals(sentences, ASKED) && random.nextInt(LASTING) == 0) {
            text.append(' ').append(sentence(MEANT_TO_LAST));
        }
        return text.toString();
    }

    private String sentence(String... sentences) {
        return GAP.matcher(any(sentences)).replaceAll(gap -> filled(gap.group(1)));
    }

    private String filled(String gap) {
        return switch (gap) {
            case "part" ->
                any("cache", "queue", "parser", "index", "scheduler", "ledger", "session table", "rate limit");
            case "file" ->
                "src/" + any("orders", "billing", "search", "import") + "/"
                        + any("Reader", "Writer", "Store", "Router", "Clock") + random.nextInt(500) + ".java";
            case "trouble" ->
                any("drops every second entry", "is stale", "times out", "counts twice", "leaks a thread");
            case "event" ->
                any("the last release", "the move to PostgreSQL", "Monday's outage", "the merge", "the upgrade");
            case "who" -> any("Ada", "Bram", "Chen", "Dilara", "the support team");
            case "day" -> any("Monday", "Tuesday", "Thursday", "the end of the month");
            case "call" -> any("load", "next", "flush", "route", "price") + any("All", "One", "Due", "Page") + "()";
            case "command" -> any("make check", "mvn verify", "npm test", "cargo test");
            default -> Integer.toString(random.nextInt(5_000));
        };
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
