package dev.pith.activities.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.model.Finish;
import dev.pith.activities.model.ModelReply;
import dev.pith.activities.model.http.wire.AnswerSource;
import dev.pith.activities.model.http.wire.BrokenAnswer;
import dev.pith.activities.model.http.wire.ErrorBody;
import dev.pith.activities.model.http.wire.HttpAnswer;
import dev.pith.activities.model.http.wire.Phase;
import dev.pith.activities.model.http.wire.RefusedAnswer;
import dev.pith.activities.model.http.wire.ReplyDraft;
import dev.pith.activities.model.http.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of an answer on its way: it is whole, or it is none. */
class DamagedAnswerTest {

    private static final String TEXT = "Done: parser. Open: writer, 模型.";
    private static final byte[] DAMAGE = "{}[]\",:0n\n\\ ".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource
    void anAnswerThatIsCutAnywhereIsWholeOrNone(Shape shape) throws IOException {
        byte[] whole = shape.content(TEXT, "stop").getBytes(StandardCharsets.UTF_8);
        int none = 0;
        for (int end = 0; end < whole.length; end++) {
            try {
                ModelReply reply = read(shape, Arrays.copyOf(whole, end));
                assertThat(reply.text()).isEqualTo(TEXT);
                assertThat(reply.finish()).isEqualTo(Finish.STOP);
            } catch (BrokenAnswer e) {
                none++;
            }
        }
        assertThat(none).isGreaterThan(whole.length / 2);
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedAnswerFailsInNoOtherWay(Shape shape) throws IOException {
        byte[] good = shape.content(TEXT, "stop").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(4711);
        int none = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 3; i++) {
                bad[random.nextInt(bad.length)] = DAMAGE[random.nextInt(DAMAGE.length)];
            }
            try {
                read(shape, bad);
            } catch (BrokenAnswer | RefusedAnswer e) {
                none++;
            }
        }
        assertThat(none).isBetween(300, 2_999);
    }

    @Test
    void deepNestingIsNoAnswer() throws IOException {
        for (String open : new String[] {"[", "{\"error\":", "{\"error\":{\"metadata\":{\"raw\":"}) {
            String deep = open.repeat(100_000);
            for (Shape shape : Shape.values()) {
                byte[] body = (shape.streaming() ? Shape.event(deep) : deep).getBytes(StandardCharsets.UTF_8);
                try {
                    read(shape, body);
                    throw new AssertionError("a reply was read of " + open);
                } catch (BrokenAnswer e) {
                    assertThat(e).hasMessage("answered with something that is not JSON");
                }
            }
            assertThat(ErrorBody.of(deep).words()).isEmpty();
        }
    }

    private static ModelReply read(Shape shape, byte[] body) throws IOException {
        MediaType type = MediaType.get(shape.streaming() ? "text/event-stream" : "application/json");
        try (Response response = new Response.Builder()
                .request(new Request.Builder().url("http://localhost").build())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(body, type))
                .build()) {
            Duration enough = Duration.ofSeconds(5);
            AnswerSource source = new AnswerSource(response.body().source(), new Phase(), enough, enough);
            return new HttpAnswer(Wire.of(shape.provider()), response, source, new ReplyDraft()).read(Fixture.REQUEST);
        }
    }
}
