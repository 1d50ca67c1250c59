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
import java.util.List;

/** Tokens of code hosts, CI systems, code analysis services and package registries. */
final class ForgeShapes {

    private ForgeShapes() {}

    static List<Shape> all() {
        List<Shape> shapes = new ArrayList<>(List.of(
                token("github_pat_", WORD, 22),
                token("npm_", ALNUM, 30),
                token("pypi-", URL_SAFE, 50),
                token("rubygems_", HEX, 40),
                token("dckr_pat_", URL_SAFE, 20),
                token("GR1348941", URL_SAFE, 20),
                token("dckr_oat_", URL_SAFE, 20),
                token("ATBB", ALNUM, 24),
                token("ATCTT3xFfG", new Alphabet("+/=", URL_SAFE), 50),
                token("BBDC-", new Alphabet("+/@", URL_SAFE), 40),
                token("bkua_", HEX, 40),
                token("CCIPAT_", WORD, 50),
                token("nfp_", WORD, 36),
                key("API-", UPPER_OR_DIGIT, 26, 31),
                key("oy2", new Alphabet("", Alphabet.LOWER, Alphabet.DIGIT), 43, 43),
                token("CLOJARS_", ALNUM, 60),
                token("cio", ALNUM, 32, 32),
                key("AKCp", ALNUM, 69, 69),
                token("cmVmd", ALNUM, 59, 59),
                token("sgp_", new Alphabet("_local", HEX), 40),
                token("slk_", HEX, 64),
                token("squ_", HEX, 40),
                token("sqp_", HEX, 40),
                token("sqa_", HEX, 40),
                token("sntryu_", HEX, 40),
                token("sntrys_", BASE64, 40),
                token("pnu_", ALNUM, 36),
                token("tk-us-", URL_SAFE, 40)));
        for (String kind : List.of("p", "o", "u", "s", "r")) {
            shapes.add(token("gh" + kind + "_", ALNUM, 20));
        }
        for (String kind : List.of(
                "pat", "dt", "rt", "rtr", "ptt", "ft", "soat", "cbt", "imt", "agent", "oas", "ffct", "wt", "sa")) {
            shapes.add(token("gl" + kind + "-", DOTTED, 20));
        }
        return shapes;
    }
}
