package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.Alphabet.ALNUM;
import static dev.pith.activities.redaction.Alphabet.HEX;
import static dev.pith.activities.redaction.Alphabet.UPPER_OR_DIGIT;
import static dev.pith.activities.redaction.Alphabet.URL_SAFE;
import static dev.pith.activities.redaction.Alphabet.WORD;
import static dev.pith.activities.redaction.Shape.key;
import static dev.pith.activities.redaction.Shape.token;

import java.util.List;

/** Keys of model providers and related services. */
final class ModelShapes {

    private ModelShapes() {}

    static List<Shape> all() {
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
                token("api_org_", ALNUM, 30),
                key("sk-kimi-", URL_SAFE, 20),
                key("sk-sp-", URL_SAFE, 20),
                key("sk-cp-", URL_SAFE, 20),
                key("sk-service-", URL_SAFE, 16),
                key("sk-helicone-", URL_SAFE, 20),
                key("sk_", HEX, 48),
                key("pcsk_", WORD, 50),
                key("fw_", ALNUM, 22, 24),
                key("pa-", URL_SAFE, 43, 43),
                key("e2b_", HEX, 40),
                key("fc-", HEX, 32),
                key("rpa_", UPPER_OR_DIGIT, 32),
                key("AQ.Ab", URL_SAFE, 30),
                key("vck_", ALNUM, 40),
                token("apify_api_", ALNUM, 30),
                token("wandb_v1_", WORD, 40));
    }
}
