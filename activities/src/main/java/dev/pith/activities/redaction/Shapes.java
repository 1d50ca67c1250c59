package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.Alphabet.ALNUM;
import static dev.pith.activities.redaction.Alphabet.BASE64;
import static dev.pith.activities.redaction.Alphabet.DOTTED;
import static dev.pith.activities.redaction.Alphabet.HEX;
import static dev.pith.activities.redaction.Alphabet.UPPER_OR_DIGIT;
import static dev.pith.activities.redaction.Alphabet.URL_SAFE;
import static dev.pith.activities.redaction.Alphabet.WORD;
import static dev.pith.activities.redaction.Shape.key;
import static dev.pith.activities.redaction.Shape.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All keys that are known by their prefix, by its first character. */
final class Shapes {

    private static final List<List<Shape>> BY_FIRST = new ArrayList<>();

    static {
        for (int c = 0; c < 128; c++) {
            BY_FIRST.add(new ArrayList<>());
        }
        // The longest prefix first: a key of Anthropic begins like one of OpenAI.
        Stream.of(models(), forges(), clouds(), services(), keys())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt((Shape shape) -> -shape.prefix().length()))
                .forEach(shape -> BY_FIRST.get(shape.prefix().charAt(0)).add(shape));
    }

    private Shapes() {}

    /** The secret that begins here, if one does. */
    static @Nullable Finding at(String text, int at) {
        char first = text.charAt(at);
        if (first >= 128) {
            return null;
        }
        List<Shape> candidates = BY_FIRST.get(first);
        for (int i = 0; i < candidates.size(); i++) {
            int end = candidates.get(i).end(text, at);
            if (end >= 0 && !text.startsWith("EXAMPLE", end - 7)) {
                return new Finding(at, end, candidates.get(i).kind());
            }
        }
        return null;
    }

    private static List<Shape> models() {
        return List.of(
                key("sk-", ALNUM, 20),
                key("sk-ant-", URL_SAFE, 16),
                key("sk-proj-", URL_SAFE, 16),
                key("sk-svcacct-", URL_SAFE, 16),
                key("sk-admin-", URL_SAFE, 16),
                key("sk-None-", URL_SAFE, 16),
                key("sk-or-v1-", ALNUM, 16),
                key("sk-lf-", URL_SAFE, 20),
                key("gsk_", ALNUM, 30),
                key("xai-", ALNUM, 40),
                key("pplx-", ALNUM, 30),
                key("r8_", ALNUM, 30),
                key("csk-", ALNUM, 30),
                key("nvapi-", URL_SAFE, 40),
                key("tgp_v1_", URL_SAFE, 30),
                key("tvly-", URL_SAFE, 24),
                key("jina_", ALNUM, 40),
                key("lsv2_pt_", WORD, 30),
                key("lsv2_sk_", WORD, 30),
                token("hf_", ALNUM, 30),
                token("api_org_", ALNUM, 30));
    }

    private static List<Shape> forges() {
        List<Shape> shapes = new ArrayList<>(List.of(
                token("github_pat_", WORD, 22),
                token("npm_", ALNUM, 30),
                token("pypi-", URL_SAFE, 50),
                token("rubygems_", HEX, 40),
                token("dckr_pat_", URL_SAFE, 20),
                token("GR1348941", URL_SAFE, 20)));
        for (String kind : List.of("p", "o", "u", "s", "r")) {
            shapes.add(token("gh" + kind + "_", ALNUM, 20));
        }
        for (String kind : List.of(
                "pat", "dt", "rt", "rtr", "ptt", "ft", "soat", "cbt", "imt", "agent", "oas", "ffct", "wt", "sa")) {
            shapes.add(token("gl" + kind + "-", DOTTED, 20));
        }
        return shapes;
    }

    private static List<Shape> clouds() {
        List<Shape> shapes = new ArrayList<>(List.of(
                key("AIza", URL_SAFE, 30),
                token("ya29.", URL_SAFE, 20),
                key("GOCSPX-", URL_SAFE, 20),
                key("ABSK", BASE64, 80),
                key("LTAI", ALNUM, 16),
                token("dapi", HEX, 32),
                token("hvs.", URL_SAFE, 24),
                token("hvb.", URL_SAFE, 24),
                token("pscale_tkn_", DOTTED, 30),
                token("pscale_oauth_", DOTTED, 30),
                key("pscale_pw_", DOTTED, 30),
                token("sbp_", HEX, 40),
                key("sb_secret_", URL_SAFE, 20),
                token("tskey-", URL_SAFE, 20)));
        // The AWS user guide's prefixes of what signs requests: long-term, temporary, bearer of a service, context.
        for (String prefix : List.of("AKIA", "ASIA", "ABIA", "ACCA")) {
            shapes.add(new Shape(SecretKind.API_KEY, prefix, UPPER_OR_DIGIT, 16, 16));
        }
        for (String kind : List.of("p", "o", "r")) {
            shapes.add(token("do" + kind + "_v1_", HEX, 40));
        }
        return shapes;
    }

    private static List<Shape> services() {
        List<Shape> shapes = new ArrayList<>(List.of(
                key("whsec_", BASE64, 24),
                key("hooks.slack.com/services/", new Alphabet("/", ALNUM), 20),
                key("discord.com/api/webhooks/", new Alphabet("/", URL_SAFE), 40),
                new Shape(SecretKind.API_KEY, "SK", HEX, 32, 32),
                key("lin_api_", ALNUM, 30),
                key("ntn_", ALNUM, 40),
                key("secret_", ALNUM, 40),
                token("glsa_", WORD, 30),
                token("glc_", BASE64, 32),
                token("ATATT3", URL_SAFE, 50),
                token("sntryu_", HEX, 40),
                token("sntrys_", BASE64, 40),
                key("PMAK-", URL_SAFE, 40),
                key("NRAK-", UPPER_OR_DIGIT, 24),
                token("figd_", URL_SAFE, 30),
                token("sq0atp-", URL_SAFE, 22),
                token("sq0csp-", URL_SAFE, 30),
                token("xapp-", URL_SAFE, 20),
                token("xoxe.xox", URL_SAFE, 20)));
        for (String kind : List.of("a", "b", "c", "d", "e", "o", "p", "r", "s")) {
            shapes.add(token("xox" + kind + "-", URL_SAFE, 14));
        }
        for (String mode : List.of("sk_live_", "rk_live_", "sk_test_", "rk_test_", "sk_prod_", "rk_prod_")) {
            shapes.add(key(mode, ALNUM, 16));
        }
        for (String kind : List.of("at", "ca", "pa", "ss")) {
            shapes.add(token("shp" + kind + "_", ALNUM, 30));
        }
        return shapes;
    }

    /** Private keys without a block around them: age, and PEM blocks that were encoded once more. */
    private static List<Shape> keys() {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Shape(SecretKind.PRIVATE_KEY, "AGE-SECRET-KEY-1", UPPER_OR_DIGIT, 40, Integer.MAX_VALUE));
        for (String kind : List.of("QUklWQVRF", "SU0Eg", "FQyBQ", "PUEVOU1NI", "FTkNSWVBURUQg")) {
            // Base64 of "-----BEGIN " and PRIVATE, RSA, EC P, OPENSSH, ENCRYPTED.
            shapes.add(new Shape(SecretKind.PRIVATE_KEY, "LS0tLS1CRUdJTiB" + kind, BASE64, 40, Integer.MAX_VALUE));
        }
        return shapes;
    }
}
