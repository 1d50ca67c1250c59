package dev.pith.activities.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the readers of names throw; {@code -Dpith.fuzz=N} tries N times as many. */
class HostileNamesTest {

    private static final int TEXTS = 4_000 * Integer.getInteger("pith.fuzz", 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noTextMakesAReaderThrow(long seed) {
        HostileTexts.of(seed, TEXTS, 24).forEach(HostileNamesTest::read);
        HostileTexts.of(seed, 40, 24).flatMap(HostileTexts::ends).forEach(HostileNamesTest::read);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void whatWasFoundInAnyTextsIsListed(long seed) {
        TraceRecorder recorder = new TraceRecorder();
        HostileTexts.of(seed, 300, 24).forEach(text -> recordAll(recorder, text));
        String project = HostileTexts.of(seed, 1, 4).findFirst().orElseThrow();

        assertThat(recorder.unread()).isZero();
        Ledger ledger = new Ledger(recorder.traces(), project, Set.of(), TokenCounter.shared());
        assertThat(TokenCounter.shared().strict(ledger.fitting("", 900))).isLessThanOrEqualTo(900);
        assertThat(ledger.line(Set.of(IdentifierKind.PATH, IdentifierKind.FILE), "", 100))
                .isNotNull();
    }

    private static void read(String text) {
        IdentifierScanner.scan(text, (kind, name, at) -> {
            assertThat(name).isNotEmpty();
            assertThat(at).isBetween(0, text.length() - 1);
        });
        for (int at = 0; at <= text.length(); at++) {
            Definitions.endsAt(text, at);
        }
        PathShape.of("/" + text);
        PathShape.named(text);
        ShellCommands.of(text);
        ShellScript.endsInPipe(text);
        new Mentions(text).has(text.isEmpty() ? "a" : text);
        TraceRecorder recorder = new TraceRecorder();
        recordAll(recorder, text);
        assertThat(recorder.unread()).as(text).isZero();
    }

    private static void recordAll(TraceRecorder recorder, String text) {
        Stream.of(Source.values()).forEach(source -> recorder.words(source, text));
        recorder.summary(text);
        recorder.call(Source.EDIT, text, List.of(text), List.of(text));
        recorder.result(null, text);
        recorder.result(text, text);
    }
}
