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

/** Keys, tokens and webhooks of payment, mail, chat, monitoring and other services. */
final class ServiceShapes {

    private ServiceShapes() {}

    static List<Shape> all() {
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
                key("PMAK-", URL_SAFE, 40),
                key("NRAK-", UPPER_OR_DIGIT, 24),
                token("figd_", URL_SAFE, 30),
                token("sq0atp-", URL_SAFE, 22),
                token("sq0csp-", URL_SAFE, 30),
                token("xapp-", URL_SAFE, 20),
                token("xoxe.xox", URL_SAFE, 20),
                key("hooks.slack.com/workflows/", new Alphabet("/", ALNUM), 20),
                key("hooks.slack.com/triggers/", new Alphabet("/", ALNUM), 20),
                key("discordapp.com/api/webhooks/", new Alphabet("/", URL_SAFE), 40),
                key("webhook.office.com/webhookb2/", new Alphabet("/@", URL_SAFE), 80),
                key("hooks.zapier.com/hooks/catch/", new Alphabet("/", ALNUM), 12),
                key("open.feishu.cn/open-apis/bot/v2/hook/", URL_SAFE, 30),
                key("open.larksuite.com/open-apis/bot/v2/hook/", URL_SAFE, 30),
                key("qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", URL_SAFE, 30),
                key("xkeysib-", URL_SAFE, 60),
                key("xsmtpsib-", URL_SAFE, 60),
                token("pat-na1-", URL_SAFE, 32),
                token("pat-eu1-", URL_SAFE, 32),
                token("sl.", URL_SAFE, 120),
                key("NRII-", URL_SAFE, 25),
                key("NRIQ-", URL_SAFE, 25),
                key("NRBR-", HEX, 19),
                key("ddp_", ALNUM, 36, 36),
                key("ddw_", ALNUM, 36, 36),
                token("dt0c01.", DOTTED, 80),
                token("dt0s01.", DOTTED, 80),
                key("eyJrIjoi", BASE64, 70),
                token("tfp_", DOTTED, 40),
                key("EZAK", ALNUM, 54, 54),
                key("EZTK", ALNUM, 54, 54),
                token("duffel_live_", URL_SAFE, 40),
                token("duffel_test_", URL_SAFE, 40),
                key("FLWSECK-", URL_SAFE, 32),
                key("FLWSECK_TEST-", URL_SAFE, 32),
                token("fio-u-", URL_SAFE, 60),
                key("rdme_", ALNUM, 70),
                key("p8e-", ALNUM, 32),
                token("shippo_live_", HEX, 40),
                token("shippo_test_", HEX, 40),
                token("shltm_", URL_SAFE, 40),
                key("phx_", WORD, 40),
                key("aio_", ALNUM, 28, 28),
                token("CFPAT-", URL_SAFE, 43),
                token("figu_", URL_SAFE, 30),
                token("lin_oauth_", ALNUM, 30),
                token("lin_wh_", ALNUM, 30),
                key("salad_cloud_", WORD, 16),
                token("rootly_", HEX, 64),
                key("cal_live_", ALNUM, 30),
                token("polar_oat_", ALNUM, 30),
                token("polar_pat_", ALNUM, 30),
                key("signkey-prod-", HEX, 40),
                key("tr_prod_", ALNUM, 20),
                token("nyk_v0_", ALNUM, 40),
                token("access-sandbox-", new Alphabet("-", HEX), 36),
                token("access-development-", new Alphabet("-", HEX), 36),
                token("access-production-", new Alphabet("-", HEX), 36),
                token("sk.eyJ", DOTTED, 60),
                key("sec-c-", ALNUM, 40),
                key("dnkey-", URL_SAFE, 60),
                key("s-s4t2ud-", HEX, 64),
                key("s-s4t2af-", HEX, 64),
                key("endr+", URL_SAFE, 16),
                token("ory_at_", URL_SAFE, 40),
                token("ory_rt_", URL_SAFE, 40),
                token("ory_pat_", URL_SAFE, 30),
                key("ramp_sec_", ALNUM, 48),
                token("sm_pat_", ALNUM, 16, 16),
                token("sm_aat_", ALNUM, 16, 16),
                token("sm_sat_", ALNUM, 16, 16),
                token("ZXlK", BASE64, 80)));
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
}
