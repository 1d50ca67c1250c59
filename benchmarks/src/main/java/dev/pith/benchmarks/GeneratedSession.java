package dev.pith.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a coding session as Claude Code would, over and over a request, a call, its result and an answer. The same seed
 * writes the same session. Every text holds {@link #MARK}, so that one can look for it where no text may stand.
 */
final class GeneratedSession {

    /** Stands in every message and nowhere in Pith. */
    static final String MARK = "quokkaberry";

    private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
    private static final int MESSAGES_A_TURN = 4;
    private static final String[] WORDS = """
            the a of to and in that is was for it with as on be at by this have from or had not are but which one you
            were all we there would their when if can more about cache key tenant request test fails because stale value
            function returns null check config file build server release branch merge commit index query column table
            migration timeout retry backoff queue worker thread lock deadlock memory heap stack trace exception handler
            parser token stream buffer encode decode field method class interface package module import export version
            deploy container image volume network port socket header payload response status client session user
            must never always only instead remaining decided important should need works problem fixed root cause
            """.strip().split("\\s+");

    private final Random random;
    private final String id;
    private final int words;
    private final StringBuilder line = new StringBuilder();
    private long number;

    /**
     * A session yet to be written.
     *
     * @param words how many a message has, on average
     */
    GeneratedSession(long seed, int words) {
        this.random = new Random(seed);
        this.id = String.format(Locale.ROOT, "00000000-0000-4000-8000-%012x", seed);
        this.words = words;
    }

    /** Writes whole turns until it has so many messages or so many bytes; answers with the number of messages. */
    long write(Path file, long messages, long bytes) throws IOException {
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            while (number < messages && written < bytes) {
                for (int i = 0; i < MESSAGES_A_TURN; i++) {
                    line.setLength(0);
                    message(i);
                    out.append(line);
                    written += line.length();
                }
            }
        }
        return number;
    }

    private void message(int inTurn) {
        boolean user = inTurn % 2 == 0;
        String type = user ? "user" : "assistant";
        line.append("{\"parentUuid\":").append(number == 0 ? "null" : "\"m" + number + "\"");
        line.append(",\"isSidechain\":false,\"sessionId\":\"").append(id).append("\",\"cwd\":\"/src/shop\"");
        line.append(",\"type\":\"")
                .append(type)
                .append("\",\"message\":{\"role\":\"")
                .append(type)
                .append('"');
        if (!user) {
            line.append(",\"id\":\"msg_").append(number).append("\",\"stop_reason\":\"end_turn\"");
        }
        line.append(",\"content\":[");
        number++;
        switch (inTurn) {
            case 1 -> call();
            case 2 -> result();
            default -> said();
        }
        line.append("]},\"uuid\":\"m").append(number).append("\",\"timestamp\":\"");
        line.append(BEGIN.plusSeconds(number)).append("\"}\n");
    }

    private void said() {
        line.append("{\"type\":\"text\",\"text\":\"");
        text(words, ". ");
        line.append("\"}");
    }

    private void call() {
        line.append("{\"type\":\"tool_use\",\"id\":\"call_").append(number).append("\",\"name\":\"Bash\",\"input\":{");
        line.append("\"command\":\"grep -rn ")
                .append(word())
                .append(" src/")
                .append(word())
                .append("/File");
        line.append(random.nextInt(500)).append(".java\",\"description\":\"");
        text(words / 4, " ");
        line.append("\"}}");
    }

    private void result() {
        line.append("{\"type\":\"tool_result\",\"tool_use_id\":\"call_")
                .append(number - 1)
                .append("\",\"content\":\"");
        text(words * 7 / 4, ";\\n    ");
        line.append("\"}");
    }

    private void text(int average, String stop) {
        int length = average / 2 + random.nextInt(average + 1);
        line.append(MARK);
        for (int i = 0; i < length; i++) {
            line.append(random.nextInt(12) == 0 ? stop : " ").append(word());
            if (random.nextInt(20) == 0) {
                line.append('_')
                        .append(word())
                        .append('(')
                        .append(random.nextInt(10_000))
                        .append(')');
            }
        }
        line.append('.');
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
