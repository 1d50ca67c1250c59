package dev.pith.activities.workstate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads what persons answer to the questions that agents ask with tools. The call has {@code questions}, each with a
 * {@code question} and perhaps an {@code id}. The result quotes questions and answers (Claude Code's AskUserQuestion,
 * opencode's question), or is JSON with {@code answers} by id, place or question (Codex's request_user_input, Gemini
 * CLI's ask_user). Not thread-safe.
 */
public final class AnswerReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The most questions of one call; tools ask four at a time. */
    private static final int MOST = 20;

    /** What follows the last answer in a result that quotes. */
    private static final String TRAILER = "You can now continue";

    /** The mark that agents set behind the option they prefer. */
    private static final String RECOMMENDED = " (Recommended)";

    private static final String NOTES = "\" user notes:";

    private record Question(String id, String text) {}

    private final Map<String, List<Question>> asked = new HashMap<>();

    /** Reads a call if it asks a person. */
    public void call(String callId, JsonNode input) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode one : input.path("questions")) {
            String text = one.path("question").asText("").strip();
            if (!text.isEmpty() && questions.size() < MOST) {
                questions.add(new Question(one.path("id").asText(String.valueOf(questions.size())), text));
            }
        }
        if (!questions.isEmpty()) {
            asked.put(callId, questions);
        }
    }

    /** Returns the answers in a result, in the order of the questions; none if it answers no question. */
    public List<Answer> result(String callId, String text) {
        List<Question> questions = asked.remove(callId);
        if (questions == null || Refusal.is(text)) {
            return List.of();
        }
        List<Answer> answers = new ArrayList<>();
        JsonNode byKey = answersIn(text);
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            String answer = byKey.isMissingNode()
                    ? quoted(text, question, questions.subList(i + 1, questions.size()))
                    : chosen(byKey, question, i);
            if (!answer.isEmpty() && !answer.equals("Unanswered")) {
                answers.add(new Answer(question.text(), answer));
            }
        }
        return answers;
    }

    private static JsonNode answersIn(String text) {
        if (!text.startsWith("{")) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(text).path("answers");
        } catch (JsonProcessingException e) {
            // The result quotes, or was cut.
            return JSON.missingNode();
        }
    }

    private static String chosen(JsonNode answers, Question question, int place) {
        for (String key : List.of(question.id(), String.valueOf(place), question.text())) {
            if (answers.has(key)) {
                return words(answers.get(key));
            }
        }
        return "";
    }

    private static String words(JsonNode answer) {
        if (answer.has("answers")) {
            return words(answer.get("answers"));
        }
        return answer.isArray()
                ? StreamSupport.stream(answer.spliterator(), false)
                        .map(AnswerReader::words)
                        .collect(Collectors.joining(", "))
                : plain(answer.asText(""));
    }

    /** Returns what is quoted behind a question, up to the next one. */
    private static String quoted(String text, Question question, List<Question> next) {
        int from = endOf(text, question.text());
        if (from < 0) {
            return "";
        }
        int to = text.indexOf(TRAILER, from);
        to = to < 0 ? text.lastIndexOf('"') + 1 : to;
        for (Question other : next) {
            int at = text.indexOf(quote(other.text()), from);
            to = at < 0 ? to : Math.min(to, at);
        }
        int quote = text.indexOf('"', from);
        return quote < 0 || quote >= to ? "" : plain(text.substring(quote + 1, to));
    }

    private static int endOf(String text, String question) {
        int at = text.indexOf(quote(question));
        return at < 0 ? -1 : at + question.length() + 2;
    }

    private static String quote(String words) {
        return '"' + words + '"';
    }

    /** Removes the closing quote with what separates it from the next one, and the agent's mark. */
    private static String plain(String answer) {
        int to = answer.length();
        while (to > 0 && "\"., \n".indexOf(answer.charAt(to - 1)) >= 0) {
            to--;
        }
        return answer.substring(0, to)
                .replace(RECOMMENDED, "")
                .replace(NOTES, "; notes:")
                .strip();
    }
}
