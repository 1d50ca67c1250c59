package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.Alphabet.ALNUM;
import static dev.pith.activities.redaction.Alphabet.BASE64;
import static dev.pith.activities.redaction.Alphabet.DOTTED;
import static dev.pith.activities.redaction.Alphabet.HEX;
import static dev.pith.activities.redaction.Alphabet.UPPER_OR_DIGIT;
import static dev.pith.activities.redaction.Alphabet.URL_SAFE;
import static dev.pith.activities.redaction.Shape.key;
import static dev.pith.activities.redaction.Shape.token;

import java.util.ArrayList;
import java.util.List;

/** Keys and tokens of cloud providers, databases and secret managers. */
final class CloudShapes {

    private CloudShapes() {}

    static List<Shape> all() {
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
                token("tskey-", URL_SAFE, 20),
                token("1//0", URL_SAFE, 40),
                token("fm2_", BASE64, 80),
                token("fm1r_", BASE64, 80),
                token("fm1a_", BASE64, 80),
                token("fo1_", URL_SAFE, 43),
                token("pul-", HEX, 40),
                token("dp.pt.", ALNUM, 40),
                token("dp.ct.", ALNUM, 40),
                token("dp.st.", DOTTED, 40),
                token("dp.sa.", ALNUM, 40),
                token("dp.scim.", ALNUM, 40),
                token("dp.audit.", ALNUM, 40),
                token("ops_eyJ", BASE64, 80),
                token("hvr.", URL_SAFE, 24),
                token("sha256~", URL_SAFE, 43, 43),
                token("HRKU-AA", URL_SAFE, 40),
                token("rnd_", ALNUM, 24),
                token("cfk_", ALNUM, 40),
                token("cfat_", ALNUM, 40),
                token("cfut_", ALNUM, 40),
                key("v1.0-", new Alphabet("-", HEX), 100),
                token("bedrock-api-key-", new Alphabet("-", BASE64), 80),
                key("da2-", ALNUM, 26, 26),
                token("FwoGZXIvYXdz", BASE64, 80),
                token("FQoGZXIvYXdz", BASE64, 80),
                token("IQoJb3JpZ2lu", BASE64, 80),
                key("AKID", ALNUM, 32, 32),
                key("AKLT", ALNUM, 32, 44),
                key("AQVN", URL_SAFE, 35, 38),
                token("t1.9eu", DOTTED, 60),
                token("napi_", ALNUM, 40),
                key("xau_", ALNUM, 32),
                key("mdb_sa_sk_", URL_SAFE, 30),
                new Shape(SecretKind.PASSWORD, "AVNS_", URL_SAFE, 15, Integer.MAX_VALUE),
                key("4b1d", ALNUM, 38, 38),
                key("dose", HEX, 32, 32)));
        // Prefixes from the AWS user guide: long-term key, temporary key, bearer token, context-specific credential.
        for (String prefix : List.of("AKIA", "ASIA", "ABIA", "ACCA")) {
            shapes.add(new Shape(SecretKind.API_KEY, prefix, UPPER_OR_DIGIT, 16, 16));
        }
        for (String kind : List.of("p", "o", "r")) {
            shapes.add(token("do" + kind + "_v1_", HEX, 40));
        }
        return shapes;
    }
}
