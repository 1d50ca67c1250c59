package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.dates.DayReader;
import dev.pith.activities.dates.RelativeDates;
import dev.pith.activities.effects.EffectReader;
import dev.pith.activities.facts.FactRecorder;
import dev.pith.activities.identifiers.NameScanner;
import dev.pith.activities.identifiers.ScanFailures;
import dev.pith.activities.identifiers.Source;
import dev.pith.activities.identifiers.TraceRecorder;
import dev.pith.activities.summarizing.Statement.Voice;
import dev.pith.activities.text.Clip;
import dev.pith.activities.text.FoldedLists;
import dev.pith.activities.text.Layout;
import dev.pith.activities.text.RepeatedLines;
import dev.pith.activities.text.Sentences;
import dev.pith.activities.workstate.CommandRunReader;
import dev.pith.activities.workstate.Refusal;
import dev.pith.activities.workstate.TodoReader;
import dev.pith.activities.workstate.ToolInput;
import dev.pith.activities.workstate.ToolQuestions;
import dev.pith.activities.workstate.WorkState;
import dev.pith.activities.workstate.WorkState.Mark;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads messages in order into a digest. Not thread-safe. */
final class DigestReader {

    private static final int LONGEST_REQUEST = 12_000;
    private static final int LONGEST_WORDS = 4_000;

    /** A question in an agent's text is near its end. In characters. */
    private static final int LONGEST_SAID = 3_000;

    /** Matches markup tags, which are names of the writing program, not of the work. */
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][\\w:.-]{0,60}(?:\\s[^<>]{0,300})?>");

    /** Begins the prompt of a command, if it has so many lines. */
    private static final Pattern TEMPLATE = Pattern.compile("^(?i)you are (?:a|an|the) ");

    private static final int TEMPLATE_LINES = 12;

    private final TraceRecorder traces;
    private final FactRecorder facts = new FactRecorder();
    private final DayReader days;
    private final ScanFailures failures = new ScanFailures();
    private final TodoReader todos = new TodoReader();
    private final ToolQuestions questions = new ToolQuestions();
    private final CommandRunReader runs = new CommandRunReader();
    private final EffectReader effects = new EffectReader();
    private final List<Request> requests = new ArrayList<>();
    private final StatementReader statements = new StatementReader();
    private final Map<String, ToolInput> open = new HashMap<>();
    /** Edits without a result yet, by call id. An edit that never gets one counts as done. */
    private final Map<String, Mark> edits = new LinkedHashMap<>();

    private @Nullable Mark lastEdit;
    private @Nullable Mark words;
    private @Nullable Mark said;

    /** What a tool asked a person, where the result was just read whose message has the person's answer as a text. */
    private String answered = "";

    private long event;

    /** The event of the last request. */
    private long asked;

    /**
     * Creates a reader.
     *
     * @param scanner finds the names
     * @param zone the time zone of days
     */
    DigestReader(NameScanner scanner, ZoneId zone) {
        traces = new TraceRecorder(scanner);
        days = new DayReader(zone);
    }

    /**
     * Reads the next message; ignores system messages. A defect in reading one part loses that part, not the
     * conversation.
     */
    void read(StoredMessage message) {
        if (message.role().isSystem()) {
            return;
        }
        LocalDate day = days.day(message);
        answered = "";
        message.parts().forEach(part -> failures.guard("a part", () -> read(message, part, day)));
        statements.trim(event);
    }

    private void read(StoredMessage message, Part part, @Nullable LocalDate day) {
        if (part instanceof Part.Text text) {
            text(message, text.text(), RelativeDates.resolved(text.text(), day));
        } else if (part instanceof Part.ToolCall call) {
            call(message.seq(), call);
        } else if (part instanceof Part.ToolResult result) {
            result(message, result);
        }
    }

    Digest digest() {
        Mark newest = lastEdit;
        for (Mark edit : edits.values()) {
            newest = Mark.later(newest, edit);
        }
        WorkState workState = new WorkState(
                todos.todos(), runs.runs(), runs.lastFailure(), runs.branch(), newest, words, said, effects.effects());
        return new Digest(
                        requests,
                        statements.statements(),
                        workState,
                        traces.traces(),
                        facts.facts(),
                        days.days(),
                        failures.count() + traces.unread())
                .trimmed();
    }

    /**
     * Reads a text of a message.
     *
     * @param dated the text with the dates that relative ones mean
     */
    private void text(StoredMessage message, String whole, String dated) {
        if (whole.isBlank()) {
            return;
        }
        String text = message.origin() == Origin.HARNESS
                ? whole.strip()
                : FoldedLists.folded(RepeatedLines.folded(Layout.of(dated)));
        event++;
        switch (message.origin()) {
            case PERSON -> {
                traces.words(Source.PERSON, whole);
                facts.person(message.seq(), dated);
                todos.text(message.seq(), whole);
                String own = AppendedNotice.removed(text);
                Request request = new Request(message.seq(), LongText.shortened(own, LONGEST_REQUEST));
                if (!requests.isEmpty() && requests.get(requests.size() - 1).isTypedAgainAs(request)) {
                    requests.remove(requests.size() - 1);
                }
                requests.add(answered.isEmpty() ? request.after(requests, said) : request.answering(answered));
                answered = "";
                asked = event;
                if (!isTemplate(whole)) {
                    statements.read(event, Voice.PERSON, own);
                }
            }
            case AGENT -> {
                traces.words(Source.AGENT, whole);
                facts.agent(message.seq(), dated);
                todos.text(message.seq(), whole);
                statements.read(event, Voice.AGENT, text);
                said = new Mark(message.seq(), Clip.last(text, LONGEST_SAID));
                if (Sentences.of(text).stream().anyMatch(sentence -> !Weight.announces(sentence))) {
                    words = new Mark(message.seq(), Clip.middle(text, LONGEST_WORDS));
                }
            }
            case NATIVE_SUMMARY -> {
                traces.summary(whole);
                facts.agent(message.seq(), dated);
                statements.read(event, Voice.SUMMARY, text);
            }
            case HARNESS -> {
                traces.words(Source.RESULT, MARKUP.matcher(text).replaceAll(" "));
                if (Refusal.is(text)) {
                    statements.takeBack();
                    interrupt();
                }
            }
        }
    }

    /** Returns whether a text is the prompt of a command, whose instructions are told with the requests. */
    private static boolean isTemplate(String text) {
        return TEMPLATE.matcher(text).lookingAt()
                && text.lines().limit(TEMPLATE_LINES).count() == TEMPLATE_LINES;
    }

    /** Marks the last request if nothing was done since. */
    private void interrupt() {
        int last = requests.size() - 1;
        if (last >= 0 && asked == event - 1) {
            requests.set(last, requests.get(last).interrupted());
        }
    }

    /** Reads what a person answered to a tool's question: a text of the person in the same message, or in the result. */
    private void answer(StoredMessage message, Part.ToolResult result) {
        String asked = questions.of(result.callId());
        boolean split = message.origin() == Origin.PERSON;
        answered = split && !asked.isEmpty() ? asked : answered;
        boolean reads = !split && !asked.isEmpty() && !result.failed();
        String answers = reads ? ToolQuestions.answers(result.text()) : "";
        if (!answers.isEmpty()) {
            Request request = new Request(message.seq(), LongText.shortened(answers, LONGEST_REQUEST));
            requests.add(request.answering(asked));
        }
    }

    private void call(long seq, Part.ToolCall call) {
        event++;
        ToolInput input = ToolInput.of(call);
        String script = input.script();
        String file = input.file();
        traces.call(
                input.edits() ? Source.EDIT : Source.CALL,
                file,
                input.texts(),
                script == null ? List.of() : List.of(script));
        input.texts().forEach(text -> facts.call(seq, text));
        open.put(call.callId(), input);
        questions.call(call.callId(), input);
        if (input.edits() && file != null) {
            edits.put(call.callId(), new Mark(seq, file));
        }
        if (!todos.call(seq, input.tool(), call.callId(), input.json()) && script != null) {
            runs.call(seq, call.callId(), script);
            effects.call(seq, call.callId(), script);
        } else {
            effects.tool(seq, call.callId(), input.tool());
        }
    }

    private void result(StoredMessage message, Part.ToolResult result) {
        event++;
        long seq = message.seq();
        answer(message, result);
        ToolInput input = open.remove(result.callId());
        String file = input != null && input.reads() ? input.file() : null;
        if (input != null && input.asksService()) {
            traces.reply(result.text());
        } else {
            traces.result(file, result.text());
        }
        facts.answer(seq, input == null ? null : input.tool(), file, result.text());
        todos.result(seq, result.callId(), result.text());
        runs.result(result.callId(), result.text(), result.failed());
        Mark edit = edits.remove(result.callId());
        if (Refusal.is(result.text())) {
            effects.refused(result.callId());
            statements.takeBack();
            if (input != null && input.script() != null) {
                traces.refused(input.script());
            }
            return;
        }
        if (effects.result(result.callId(), result.text(), result.failed())) {
            statements.committed();
        }
        if (edit != null && !result.failed()) {
            lastEdit = Mark.later(lastEdit, edit);
            effects.edited(edit.text());
        }
        if (input != null && input.json().path("plan").isTextual() && !result.failed()) {
            statements.read(event, Voice.AGENT, input.json().path("plan").textValue());
        }
    }
}
