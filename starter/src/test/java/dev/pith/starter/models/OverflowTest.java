package dev.pith.starter.models;

import static dev.pith.activities.testing.Behavior.asLongAsAsked;
import static dev.pith.activities.testing.Behavior.summaryHavingRead;
import static dev.pith.activities.testing.Behavior.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel.Call;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.StoredConversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows that are smaller than the profile says: every message is read all the same, and it is learnt from. */
@Tag("servers")
class OverflowTest extends InAScene {

    private static final String LLAMA_CPP =
            "{\"error\":{\"code\":400,\"message\":\"the request exceeds the available context size. try increasing the "
                    + "context size or enable context shift\",\"type\":\"exceed_context_size_error\","
                    + "\"n_prompt_tokens\":12345,\"n_ctx\":WINDOW}}";
    private static final String OPENAI =
            "{\"error\":{\"message\":\"This model's maximum context length is WINDOW tokens. However, your messages "
                    + "resulted in 12345 tokens.\",\"type\":\"invalid_request_error\",\"param\":\"messages\","
                    + "\"code\":\"context_length_exceeded\"}}";
    private static final String VLLM =
            "{\"object\":\"error\",\"message\":\"This model's maximum context length is WINDOW tokens. However, you "
                    + "requested 12345 tokens (9000 in the messages, 3345 in the completion).\",\"code\":400}";
    private static final String ANTHROPIC =
            "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"prompt is too long: "
                    + "12345 tokens > WINDOW maximum\"}}";
    private static final String UNTOLD =
            "{\"error\":{\"message\":\"the input length exceeds the context length\",\"type\":\"api_error\"}}";

    private static final Map<String, String> WORDS =
            Map.of("llama.cpp", LLAMA_CPP, "OpenAI", OPENAI, "vLLM", VLLM, "Anthropic", ANTHROPIC, "Ollama", UNTOLD);

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @CsvSource({"llama.cpp, 8192", "OpenAI, 7000", "vLLM, 6000", "Anthropic, 5000"})
    void aToldWindowSplitsTheChunkOnceAndIsRemembered(String server, int served) {
        Compaction first = overflows(server, served);
        everyMessageWasRead(first, call -> call.promptTokens() + call.maxTokens() <= served);
        assertThat(scene.ended(first, "CONTEXT_OVERFLOW")).isOne();
        learntFrom(0);
    }

    @AlongsideTest
    void aWindowThatNobodyTellsIsFoundBySplitting() {
        int served = 5_000;
        Compaction first = overflows("Ollama", served);
        everyMessageWasRead(first, call -> call.promptTokens() + call.maxTokens() <= served);
        assertThat(scene.ended(first, "CONTEXT_OVERFLOW")).isBetween(1L, 4L);
        // What was guessed may still be too much for chunks that are cut anew: those that run at the same time find out
        // each.
        learntFrom(scene.concurrency);
    }

    @AlongsideTest
    void anEndpointThatCutsThePromptSilentlyIsFoundOutAndReadsAll() {
        scene.sizes = Scene.chunksOf(60_000);
        int served = 2_000;
        scene.fake.behaves(call -> call.promptTokens() > served ? summaryHavingRead(served, 80) : asLongAsAsked());
        Compaction ended = scene.compact(scene.conversation("s"));
        assertCompacted(ended);
        assertThat(scene.ended(ended, "TRUNCATED_INPUT")).isOne();
        everyMessageWasRead(ended, call -> call.promptTokens() <= served);
    }

    @AlongsideTest
    void aMessageLargerThanTheWindowLosesItsMiddleAndBlocksNothing() {
        scene.window = 8_000;
        scene.sizes = Scene.chunksOf(60_000);
        scene.fake.behaves(call -> window(8_000, Behavior.error(400, "prompt is too long"), asLongAsAsked()));
        String giant = Messages.words(16_000, 77);
        StoredConversation.store(
                scene.database,
                Messages.session("giant"),
                List.of(
                        Messages.person("p", null, "Please read the log."),
                        Messages.agent("a", "p", "FIRST-WORDS " + giant + " LAST-WORDS")));

        Compaction ended = scene.compact(scene.grow("giant", 1, 6));

        assertCompacted(ended);
        assertThat(scene.ended(ended, "CONTEXT_OVERFLOW")).isZero();
        assertThat(scene.fake.calls())
                .filteredOn(call -> call.material().contains("FIRST-WORDS"))
                .singleElement()
                .satisfies(call -> assertThat(call.material())
                        .contains("LAST-WORDS", "Too long to be shown whole")
                        .doesNotContain("point77x4000 "));
    }

    /** Twelve calls of one reply, and their results after all of them: no cut in between is safe. */
    @AlongsideTest
    void aChunkWithoutASafeCutIsReadInParts() {
        scene.window = 8_000;
        scene.sizes = Scene.chunksOf(60_000);
        scene.fake.behaves(call -> window(8_000, Behavior.error(400, "prompt is too long"), asLongAsAsked()));
        List<NewMessage> messages = new ArrayList<>();
        messages.add(Messages.person("p", null, "Please read all twelve logs."));
        for (int i = 0; i < 12; i++) {
            messages.add(Messages.call("c" + i, "reply", "call" + i));
        }
        for (int i = 0; i < 12; i++) {
            messages.add(Messages.result("r" + i, "call" + i, "RESULT-" + i + " " + Messages.words(400, i)));
        }
        StoredConversation.store(scene.database, Messages.session("parallel"), messages);

        Compaction ended = scene.compact(scene.grow("parallel", 1, 6));

        assertCompacted(ended);
        assertThat(scene.ended(ended, "CONTEXT_OVERFLOW")).isZero();
        for (int i = 0; i < 12; i++) {
            String result = "RESULT-" + i + " ";
            assertThat(scene.fake.calls()).anyMatch(call -> call.material().contains(result));
        }
    }

    private Compaction overflows(String server, int served) {
        scene.sizes = Scene.chunksOf(60_000);
        Behavior refusal = Behavior.status(
                400,
                WORDS.getOrDefault(server, "").replace("WINDOW", Integer.toString(served)),
                Map.of("Content-Type", "application/json"));
        scene.fake.behaves(call -> window(served, refusal, asLongAsAsked()));
        Compaction first = scene.compact(StoredConversation.dialogue(scene.database, "s", 12, 400));
        assertCompacted(first);
        return first;
    }

    /** The second compaction knows the window from the start. */
    private void learntFrom(long overflows) {
        long before = scene.calls();
        Compaction second = scene.compact(scene.grow("s", 12, 30));
        assertCompacted(second);
        assertThat(second.chunks()).isGreaterThan(1);
        long refused = scene.ended(second, "CONTEXT_OVERFLOW");
        assertThat(refused).isLessThanOrEqualTo(overflows);
        assertThat(scene.ended(second, "FIT")).isEqualTo(scene.calls() - before - refused);
    }

    /** Whoever answered had the whole of each message, and each text was answered once. */
    private void everyMessageWasRead(Compaction ended, Predicate<Call> served) {
        String read = read(served);
        for (int turn = 0; turn < 11; turn++) {
            assertThat(read).contains("Request number " + turn + ":", "point" + turn + "x0 ", "point" + turn + "x84");
            assertThat(read).containsOnlyOnce("point" + turn + "x60 ");
        }
        long answered = scene.fake.calls().stream().filter(served).count();
        assertThat(scene.ended(ended, "FIT")).isEqualTo(answered);
    }

    private String read(Predicate<Call> served) {
        return scene.fake.calls().stream().filter(served).map(Call::material).reduce("", String::concat);
    }
}
