package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.Alphabet.ALNUM;
import static dev.pith.activities.redaction.Alphabet.DIGIT;
import static dev.pith.activities.redaction.Alphabet.HEX;
import static dev.pith.activities.redaction.Alphabet.UPPER_OR_DIGIT;
import static dev.pith.activities.redaction.Alphabet.URL_SAFE;
import static dev.pith.activities.redaction.JoinedShape.key;
import static dev.pith.activities.redaction.JoinedShape.token;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All tokens recognized by their pieces alone, indexed by first character. Lengths are those of issued tokens. */
final class JoinedShapes {

    private static final List<JoinedShape> ALL = List.of(
            token("Airtable", TokenPart.of("pat", ALNUM, 14), TokenPart.of(".", HEX, 64)),
            token(
                    "Discord",
                    TokenPart.of("", new Alphabet("MNO"), 1),
                    new TokenPart("", URL_SAFE, 23, 25),
                    TokenPart.of(".", URL_SAFE, 6),
                    new TokenPart(".", URL_SAFE, 27, 38)),
            key("Resend", TokenPart.of("re_", ALNUM, 8), new TokenPart("_", ALNUM, 20, 32)),
            token("Salesforce", TokenPart.of("00", ALNUM, 13), new TokenPart("!", Alphabet.DOTTED, 90, 120)),
            token("Zoho", TokenPart.of("1000.", HEX, 32), TokenPart.of(".", HEX, 32)),
            key("Mailgun", TokenPart.of("", HEX, 32), TokenPart.of("-", HEX, 8), TokenPart.of("-", HEX, 8)),
            key("Mailchimp", TokenPart.of("", HEX, 32), new TokenPart("-us", DIGIT, 1, 2)),
            token("HCP Terraform", TokenPart.of("", ALNUM, 14), new TokenPart(".atlasv1.", URL_SAFE, 60, 70)),
            key("New Relic license", TokenPart.of("", HEX, 32), TokenPart.of("FFFFNRAL", DIGIT, 0)),
            key("MaxMind", TokenPart.of("", ALNUM, 6), TokenPart.of("_", ALNUM, 29), TokenPart.of("_mmk", DIGIT, 0)),
            key("ClickUp", new TokenPart("pk_", DIGIT, 7, 9), TokenPart.of("_", UPPER_OR_DIGIT, 32)),
            token("Facebook app", new TokenPart("", DIGIT, 15, 16), new TokenPart("|", URL_SAFE, 27, 40)),
            token(
                    "Harness",
                    TokenPart.of("pat.", URL_SAFE, 22),
                    TokenPart.of(".", ALNUM, 24),
                    TokenPart.of(".", ALNUM, 20)),
            key(
                    "1Password secret key",
                    TokenPart.of("A3-", UPPER_OR_DIGIT, 6),
                    TokenPart.of("-", UPPER_OR_DIGIT, 6),
                    TokenPart.of("-", UPPER_OR_DIGIT, 5),
                    TokenPart.of("-", UPPER_OR_DIGIT, 5),
                    TokenPart.of("-", UPPER_OR_DIGIT, 5),
                    TokenPart.of("-", UPPER_OR_DIGIT, 5)));

    private static final List<List<JoinedShape>> BY_FIRST = new ArrayList<>();

    static {
        for (char c = 0; c < 128; c++) {
            char first = c;
            BY_FIRST.add(ALL.stream().filter(shape -> shape.begins(first)).toList());
        }
    }

    private JoinedShapes() {}

    /** Returns all shapes, for the documentation tests. */
    static List<JoinedShape> all() {
        return ALL;
    }

    /** Returns the token that starts here, or null. The word that contains it ends at {@code to}. */
    static @Nullable Finding at(String text, int at, int to) {
        char first = text.charAt(at);
        List<JoinedShape> candidates = first < 128 ? BY_FIRST.get(first) : List.of();
        for (int i = 0; i < candidates.size(); i++) {
            JoinedShape shape = candidates.get(i);
            TokenPart tokenPart = shape.pieces().get(0);
            boolean isShort = tokenPart.literal().isEmpty() && to - at < tokenPart.least();
            int end = isShort ? -1 : shape.end(text, at);
            if (end >= 0) {
                return new Finding(at, end, shape.kind(), SecretForm.PIECES);
            }
        }
        return null;
    }
}
