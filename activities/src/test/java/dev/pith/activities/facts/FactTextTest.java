package dev.pith.activities.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The harbor port: 5413. | harbor port |  | 5413",
                "port=5413 | port |  | 5413",
                "retry_limit = 7 | retry_limit |  | 7",
                "- **Owner**: Casey | Owner |  | Casey",
                "the final budget is 81250 | budget       |  | 81250",
                "ownership transfers to Gray | ownership | transfers to | Gray",
                "tide-gate depends directly on ledger-1 | tide-gate | depends directly on | ledger-1",
                "scheduler-1 is deployed in eu-west-3. | scheduler-1 | is deployed in | eu-west-3",
                "Devon reports to Finley | Devon | reports to | Finley",
                "The signing key is stored at vault/slot-21. | signing key | is stored at | vault/slot-21",
                "Topology update: gate-1 routes to pier-2 | gate-1 | routes to | pier-2",
                "Checkpoint: DONE=schema-1 | DONE |  | schema-1",
                "Probe output for probe-3: tide-9 | Probe output for probe-3 |  | tide-9",
                "端口：5413。 | 端口 |  | 5413",
                "数据库端口改为 5413 | 数据库端口 |  | 5413",
                "المنفذ: 5413 | المنفذ |  | 5413",
            })
    void aFactIsRead(String text, String key, String verb, String value) {
        assertThat(read(text)).containsExactly(new Clause(key, verb, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Staging: port=5413; host=pier-1 | Staging port=5413, Staging host=pier-1",
                "Production:\\nport = 5413\\n\\nbudget = 81250 | Production port=5413, budget=81250",
                "## In production\\nport = 5413\\n\\nhost = pier-1 | In production port=5413, In production host=pier-1",
                "Pier A:\\nport = 1\\nhost = a-1\\nPier B:\\nport = 2\\nhost = b-1"
                        + " | Pier A port=1, Pier A host=a-1, Pier B port=2, Pier B host=b-1",
                "Before:\\nport = 1\\nhost = a-1\\nAfter:\\nport = 2\\nhost = b-1"
                        + " | port=1, host=a-1, port=2, host=b-1",
                "Details:\\nport = 5413 | port=5413",
                "Topology: port=1\\nCorrection: port=2 | port=1, port=2",
            })
    void aLabelBelongsToTheKey_whereItTellsThingsApart(String text, String facts) {
        assertThat(read(text.replace("\\n", "\n")).stream().map(fact -> fact.key() + "=" + fact.value()))
                .isEqualTo(List.of(facts.split(", ")));
    }

    @Test
    void settingsInFences_areRead_andCodeIsNot() {
        String text = """
                The settings:
                ```toml
                [harbor]
                port = 5413
                ```
                ```json
                {"tide": {"gate": "pier-2"}}
                ```
                ```java
                depth = 7;
                ```
                Staging:
                ```
                # of the pier
                DB_POOL=5
                TIMEOUT_MS=3000
                ```
                ```
                depth = 7
                print(depth)
                ```
                ```yaml
                host: pier-9
                """;

        assertThat(read(text))
                .containsExactly(
                        new Clause("harbor.port", null, "5413"),
                        new Clause("tide.gate", null, "pier-2"),
                        new Clause("Staging DB_POOL", null, "5"),
                        new Clause("Staging TIMEOUT_MS", null, "3000"),
                        new Clause("host", null, "pier-9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is a sentence about nothing in particular.",
                "Note: this matters to everybody here",
                "The tide table is wrong",
                "if (a == b) return c;",
                "see https://example.com/a?b=c(d)",
                "The old port was formerly 5412",
                "Superseded: port=5412",
                "For example, port=5412",
                "key:",
                "=value",
                "    indented = 1",
                "harbor.go:12: func main",
                "Why is the port 5413?",
            })
    void noFactIsRead(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void aListIsReadItemByItem() {
        assertThat(read("Ledger: a-1=X1; a-2=X2 still, a-3=X3"))
                .extracting(Clause::key, Clause::value)
                .containsExactly(tuple("a-1", "X1"), tuple("a-2", "X2 still"), tuple("a-3", "X3"));
    }

    @Test
    void codeAndDiffsInFencesAreNoFacts() {
        assertThat(read("```diff\n-port = 1\n+port = 2\n```\nport = 3"))
                .extracting(Clause::value)
                .containsExactly("3");
    }

    @Test
    void hostileTextsAreReadInLinearTimeWithoutTornValues() {
        List<String> texts = List.of(
                "key=" + "v".repeat(1_000_000),
                "a=1;".repeat(250_000),
                "k ".repeat(400_000) + ": v1",
                "is ".repeat(300_000),
                "a depends on ".repeat(80_000),
                "→ ".repeat(400_000),
                ": ".repeat(400_000),
                "= ".repeat(400_000),
                "是".repeat(800_000),
                "| a | b |\n".repeat(100_000));
        for (String text : texts) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () -> assertThat(read(text))
                            .allMatch(clause -> clause.value().length() <= Clause.LONGEST_VALUE));
        }
    }

    private static List<Clause> read(String text) {
        List<Clause> read = new ArrayList<>();
        FactText.read(text, ClauseReader::said, read::add);
        return read;
    }
}
