package dev.pith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A conversation and questions that some of its messages answer.
 *
 * <p>Read from JSON lines {@code {conversation: {id, messages: [{id, role, content}]}, questions: [{id, text, evidence:
 * [message id]}]}}, or from a file of QMSum, whose relevant spans are the evidence.
 */
record RecallCase(String id, List<Said> messages, List<Question> questions) {

    /** A message; its number in the conversation is its index plus 1. */
    record Said(String id, String role, String content) {}

    /**
     * A question.
     *
     * @param evidence the numbers of the messages that answer it
     */
    record Question(String text, Set<Long> evidence) {}

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static List<RecallCase> read(Path file) throws IOException {
        List<RecallCase> cases = new ArrayList<>();
        if (file.toString().endsWith(".json")) {
            cases.add(ofQmSum(file));
            return cases;
        }
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(one -> !one.isBlank()).toList()) {
                cases.add(ofLine(JSON.readTree(line)));
            }
        }
        return cases;
    }

    private static RecallCase ofLine(JsonNode line) {
        List<Said> messages = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode message : line.path("conversation").path("messages")) {
            ids.add(message.path("id").asText());
            messages.add(new Said(
                    message.path("id").asText(),
                    message.path("role").asText("user"),
                    message.path("content").asText()));
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : line.path("questions")) {
            Set<Long> evidence = new LinkedHashSet<>();
            question.path("evidence").forEach(id -> evidence.add(ids.indexOf(id.asText()) + 1L));
            questions.add(new Question(question.path("text").asText(), evidence));
        }
        return new RecallCase(line.path("conversation").path("id").asText(), messages, questions);
    }

    private static RecallCase ofQmSum(Path file) throws IOException {
        JsonNode meeting = JSON.readTree(file.toFile());
        List<Said> messages = new ArrayList<>();
        for (JsonNode turn : meeting.path("meeting_transcripts")) {
            String said =
                    turn.path("speaker").asText() + ": " + turn.path("content").asText();
            messages.add(new Said("m" + messages.size(), "user", said));
        }
        List<Question> questions = new ArrayList<>();
        for (JsonNode question : meeting.path("specific_query_list")) {
            Set<Long> evidence = new LinkedHashSet<>();
            for (JsonNode span : question.path("relevant_text_span")) {
                LongStream.rangeClosed(span.get(0).asLong(), span.get(1).asLong())
                        .forEach(index -> evidence.add(index + 1));
            }
            questions.add(new Question(question.path("query").asText(), evidence));
        }
        return new RecallCase(String.valueOf(file.getFileName()), messages, questions);
    }
}
