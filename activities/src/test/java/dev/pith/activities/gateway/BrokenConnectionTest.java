package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pith.activities.testing.Behavior;
import dev.pith.workflows.model.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What broken connections cost, and that they do not hide what the provider said. */
@Tag("servers")
class BrokenConnectionTest extends AskingTest {

    /** Its server then closes the connection. */
    private static final Behavior CLOSING = (exchange, call) -> {};

    @Test
    void staleConnection_costsNoAttemptAndNoRow() {
        asked.fake.behaves(call -> call.number() == 2 ? CLOSING : Behavior.summary(80));
        asked.attempts = 1;

        assertThat(asked.ask("chunk 1").verdict()).isEqualTo(Verdict.FIT);
        ModelAnswer second = Asked.ask(asked.model(), asked.question("chunk 2", Asked.MATERIAL + "more"));

        assertThat(second.verdict()).isEqualTo(Verdict.FIT);
        assertThat(asked.fake.calls()).hasSize(3);
        ModelCalls calls = STORE.database().table(ModelCalls.class);
        assertThat(calls.spent(asked.compaction).calls()).isEqualTo(2);
        assertThat(calls.failures(asked.compaction, "chunk 2")).isZero();
        assertThat(new EndpointLimiter(STORE.database(), asked.profile())
                        .state()
                        .failures())
                .isZero();
    }

    @Test
    void exhaustedByBrokenConnections_tellsWhatTheProviderSaid() {
        asked.fake.behaves(call -> call.number() == 1 ? Behavior.error(500, "out of memory") : CLOSING);
        asked.attempts = 3;
        unanswered();
        assertThat(unanswered()).hasMessageStartingWith("127.0.0.1:");

        assertThat(unanswered())
                .returns(ModelCallException.Kind.EXHAUSTED, ModelCallException::kind)
                .hasMessageStartingWith("500: out of memory, at last: 127.0.0.1:")
                .hasMessageContaining("closed the connection without an answer")
                .hasMessageEndingWith("(3 of 3 attempts)");
        assertThat(unanswered())
                .hasMessage("3 calls failed or were lost with their process, the endpoint's last with:"
                        + " 500: out of memory");
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValueSatisfying(why -> assertThat(why).startsWith("500: out of memory, at last: 127.0.0.1:"));
    }

    @Test
    void whatTheProviderQuotedOfTheConversation_isNotInTheFinalWords() {
        String quoted = "Please keep the tide tables right, always.";
        asked.fake.behaves(call -> call.number() == 1 ? Behavior.error(500, "I broke on: " + quoted) : CLOSING);
        asked.attempts = 2;
        unanswered();
        assertThat(unanswered()).hasMessageStartingWith("500: I broke on: …, at last: ");
    }

    @Test
    void onlyBrokenConnections_areToldAsTheyAre() {
        asked.fake.behaves(call -> CLOSING);
        asked.attempts = 1;
        assertThat(unanswered()).hasMessageStartingWith("127.0.0.1:").hasMessageEndingWith("(1 of 1 attempts)");
        assertThat(STORE.database().table(ModelCalls.class).newestSetback(asked.compaction))
                .hasValueSatisfying(why -> assertThat(why).startsWith("127.0.0.1:"));
    }

    private ModelCallException unanswered() {
        return catchThrowableOfType(ModelCallException.class, () -> asked.ask("chunk 1"));
    }
}
