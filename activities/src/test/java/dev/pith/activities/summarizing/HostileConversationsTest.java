package dev.pith.activities.summarizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.identifiers.HostileTexts;
import dev.pith.activities.identifiers.IdentifierScanner;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a conversation, it is read to its end and summarized. */
class HostileConversationsTest {

    private static final int ROUNDS = 60 * Integer.getInteger("pith.fuzz", 1);

    private final TokenCounter counter = TokenCounter.shared();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyConversationIsReadToItsEnd(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ExtractiveReading reading = new ExtractiveReading();
            for (int i = 1; i <= 24; i++) {
                reading.read(message(i, random, HostileTexts.text(random, 1 + random.nextInt(30))));
            }
            assertThat(reading.digest().unread()).isZero();
            Wish wish = new Wish(
                    1 + random.nextInt(900),
                    HostileTexts.text(random, 2),
                    HostileTexts.text(random, 3),
                    null,
                    random.nextBoolean() ? Form.SUMMARY : Form.GIST);
            assertThat(counter.strict(reading.draft(wish).text())).isLessThanOrEqualTo(wish.budget());
            assertThat(reading.notes("", wish)).isNotNull();
        }
    }

    @Test
    void aTextOnWhichAScannerFailsCostsItsNamesOnlyAndIsCounted() {
        ExtractiveReading reading = new ExtractiveReading(
                (text, found) -> {
                    if (text.contains("boom")) {
                        throw new StringIndexOutOfBoundsException(-1);
                    }
                    IdentifierScanner.scan(text, found);
                },
                ZoneOffset.UTC);
        reading.read(Sessions.person(1, "Repair harborCrane, never touch boom_gate in harbor/boom.py."));
        reading.read(Sessions.agent(2, "The hinge of harborCrane was replaced because it had rusted through."));
        reading.read(Sessions.shell(3, "c", "make boom"));
        reading.read(Sessions.result(4, "c", "boom\nerror: no rule", true));
        Wish wish = new Wish(600, null, null, null);

        assertThat(reading.digest().unread()).isEqualTo(3);
        assertThat(reading.draft(wish).text())
                .contains(
                        "never touch boom_gate", "had rusted through", "`make boom`", "names may be missing: 3 texts");
        assertThat(Digest.fromJson(reading.digest().toJson()).unread()).isEqualTo(3);
    }

    private static StoredMessage message(long seq, Random random, String text) {
        String id = "c" + random.nextInt(4);
        String json = "{\"command\":\"" + text.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\"}";
        return switch (random.nextInt(9)) {
            case 0, 1 -> message(seq, Origin.PERSON, new Part.Text(text));
            case 2, 3 -> message(seq, Origin.AGENT, new Part.Text(text));
            case 4 -> message(seq, Origin.NATIVE_SUMMARY, new Part.Text(text));
            case 5 -> message(seq, Origin.AGENT, new Part.ToolCall(id, "Bash", random.nextBoolean() ? json : text));
            case 6 -> message(seq, Origin.AGENT, new Part.ToolCall(id, "Edit", json.replace("command", "file_path")));
            case 7 -> message(seq, Origin.AGENT, new Part.ToolCall(id, "TodoWrite", "{\"todos\":[" + json + "]}"));
            default -> message(seq, Origin.HARNESS, new Part.ToolResult(id, text, random.nextBoolean()));
        };
    }

    private static StoredMessage message(long seq, Origin origin, Part part) {
        Role role = origin == Origin.AGENT ? Role.ASSISTANT : Role.USER;
        return new StoredMessage(seq, "m" + seq, null, role, origin, List.of(part), 1, null);
    }
}
