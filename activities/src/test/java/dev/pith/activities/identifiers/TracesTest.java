package dev.pith.activities.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TracesTest {

    @Test
    void twoStretchesJoinedAreTheOneThatTheyAre() {
        TraceRecorder whole = new TraceRecorder();
        TraceRecorder first = new TraceRecorder();
        TraceRecorder second = new TraceRecorder();
        for (int i = 0; i < 120; i++) {
            step(whole, i);
            step(i < 70 ? first : second, i);
        }
        Map<Identifier, Trace> joined = byName(first.traces().then(second.traces()));
        Map<Identifier, Trace> once = byName(whole.traces());

        assertThat(joined.keySet()).isEqualTo(once.keySet());
        once.forEach((name, trace) -> {
            Trace other = at(joined, name);
            assertThat(other.need()).as(name.text()).isCloseTo(trace.need(), within(0.01));
            assertThat(other.events()).isEqualTo(trace.events());
            assertThat(other.edits()).isEqualTo(trace.edits());
            assertThat(other.home(file -> 1)).isEqualTo(trace.home(file -> 1));
        });
    }

    @Test
    void aUseCountsOnceAnEventAndFades() {
        TraceRecorder recorder = new TraceRecorder();
        recorder.words(Source.PERSON, "tideTable tideTable tideTable");
        for (int i = 0; i < 80; i++) {
            recorder.words(Source.AGENT, "nothing");
        }
        Trace trace = at(byName(recorder.traces()), new Identifier(IdentifierKind.SYMBOL, "tideTable"));

        assertThat(trace.events()).isEqualTo(1);
        assertThat(trace.sum(Source.PERSON)).isCloseTo(1 / Math.E, within(0.001));
    }

    @Test
    void aSymbolBelongsToTheFileThatDefinesIt() {
        TraceRecorder recorder = new TraceRecorder();
        recorder.call(Source.EDIT, "harbor/user.go", List.of("moorShip()", "moorShip() again"), List.of());
        recorder.call(Source.CALL, "harbor/ship.go", List.of(), List.of());
        recorder.result("harbor/ship.go", "func moorShip() {}");
        recorder.result(null, "harbor/tide.go:12:func readTide() {}\nharbor/ship.go:3: readTide()");
        Map<Identifier, Trace> traces = byName(recorder.traces());

        assertThat(at(traces, new Identifier(IdentifierKind.SYMBOL, "moorShip")).home(file -> 1))
                .isEqualTo("harbor/ship.go");
        assertThat(at(traces, new Identifier(IdentifierKind.SYMBOL, "readTide")).home(file -> 1))
                .isEqualTo("harbor/tide.go");
        assertThat(at(traces, new Identifier(IdentifierKind.PATH, "harbor/user.go"))
                        .edits())
                .isEqualTo(1);
    }

    @Test
    void keysInTheReplyOfAServiceAreNoNames_butThoseInOtherOutputAre() {
        String json = "{\"followers_url\": 1, \"tide_name\" :\"seaGauge\",\"self_url\":\"https://tide.example/a\"}";
        TraceRecorder recorder = new TraceRecorder();
        recorder.reply(json);
        assertThat(byName(recorder.traces())).containsOnlyKeys(new Identifier(IdentifierKind.SYMBOL, "seaGauge"));

        recorder.result(null, json);
        assertThat(byName(recorder.traces()))
                .containsKeys(
                        new Identifier(IdentifierKind.SYMBOL, "tide_name"),
                        new Identifier(IdentifierKind.SYMBOL, "followers_url"));
    }

    private static void step(TraceRecorder recorder, int i) {
        switch (i % 4) {
            case 0 -> recorder.words(Source.PERSON, "Look at tideTable and harborMaster" + i % 7);
            case 1 ->
                recorder.call(
                        Source.EDIT, "src/tide" + i % 5 + ".go", List.of("func moorShip" + i % 3 + "()"), List.of());
            case 2 -> recorder.call(Source.CALL, null, List.of("make tide"), List.of("make tide-table" + i % 2));
            default -> recorder.result("src/tide1.go", "func readTide() { moorShip1() }");
        }
    }

    private static Trace at(Map<Identifier, Trace> traces, Identifier name) {
        return Objects.requireNonNull(traces.get(name), name.text());
    }

    private static Map<Identifier, Trace> byName(Traces traces) {
        return traces.named().stream().collect(Collectors.toMap(Traces.Named::identifier, Traces.Named::trace));
    }
}
