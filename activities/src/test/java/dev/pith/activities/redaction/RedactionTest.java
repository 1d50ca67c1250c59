package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.FakeSecrets.ALNUM;
import static dev.pith.activities.redaction.FakeSecrets.BASE64;
import static dev.pith.activities.redaction.FakeSecrets.DIGITS;
import static dev.pith.activities.redaction.FakeSecrets.HEX;
import static dev.pith.activities.redaction.FakeSecrets.UPPER;
import static dev.pith.activities.redaction.FakeSecrets.block;
import static dev.pith.activities.redaction.FakeSecrets.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RedactionTest {

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(SecretKind.API_KEY, "sk-" + random(ALNUM, 48)),
                arguments(SecretKind.API_KEY, "sk-" + random(HEX, 32)),
                arguments(SecretKind.API_KEY, "sk-proj-" + random(ALNUM + "_-", 120) + "z"),
                arguments(SecretKind.API_KEY, "sk-svcacct-" + random(ALNUM, 60)),
                arguments(SecretKind.API_KEY, "sk-ant-" + "api03-" + random(ALNUM + "_-", 92) + "AA"),
                arguments(SecretKind.API_KEY, "sk-or-v1-" + random(HEX, 64)),
                arguments(SecretKind.API_KEY, "gsk_" + random(ALNUM, 52)),
                arguments(SecretKind.API_KEY, "xai-" + random(ALNUM, 80)),
                arguments(SecretKind.TOKEN, "ghp_" + random(ALNUM, 36)),
                arguments(SecretKind.TOKEN, "gho_" + random(ALNUM, 36)),
                arguments(SecretKind.TOKEN, "ghs_" + random(ALNUM, 36)),
                arguments(SecretKind.TOKEN, "github_" + "pat_" + random(ALNUM, 22) + "_" + random(ALNUM, 59)),
                arguments(SecretKind.TOKEN, "glpat-" + random(ALNUM, 20)),
                arguments(SecretKind.TOKEN, "glpat-" + random(ALNUM, 40) + ".01.0j" + random(HEX, 7)),
                arguments(SecretKind.TOKEN, "xoxb-" + random(DIGITS, 12) + "-" + random(ALNUM, 24)),
                arguments(SecretKind.TOKEN, "xapp-1-" + random(UPPER, 11) + "-" + random(HEX, 64)),
                arguments(SecretKind.API_KEY, "AKIA" + random(UPPER + DIGITS, 16)),
                arguments(SecretKind.API_KEY, "ASIA" + random(UPPER + DIGITS, 16)),
                arguments(SecretKind.API_KEY, "AIza" + random(ALNUM + "_-", 34) + "b"),
                arguments(SecretKind.API_KEY, "GOCSPX-" + random(ALNUM, 28)),
                arguments(SecretKind.TOKEN, "ya29." + random(ALNUM, 60)),
                arguments(SecretKind.API_KEY, "sk_" + "live_" + random(ALNUM, 24)),
                arguments(SecretKind.API_KEY, "rk_" + "live_" + random(ALNUM, 99)),
                arguments(SecretKind.API_KEY, "whsec_" + random(ALNUM, 32)),
                arguments(SecretKind.TOKEN, "npm_" + random(ALNUM, 36)),
                arguments(SecretKind.TOKEN, "hf_" + random(ALNUM, 34)),
                arguments(SecretKind.API_KEY, "SG." + random(ALNUM, 22) + "." + random(ALNUM, 43)),
                arguments(SecretKind.API_KEY, "SK" + random(HEX, 32)),
                arguments(
                        SecretKind.TOKEN,
                        "eyJ" + random(ALNUM, 33) + ".eyJ" + random(ALNUM, 80) + "." + random(ALNUM, 43)),
                arguments(SecretKind.TOKEN, "eyJ" + random(ALNUM, 33) + ".eyJ" + random(ALNUM, 80)),
                arguments(SecretKind.TOKEN, "pypi-" + "AgEIcHlwaS5vcmc" + random(ALNUM, 100)),
                arguments(SecretKind.TOKEN, random(DIGITS, 10) + ":AA" + random(ALNUM, 33)),
                arguments(SecretKind.SECRET, "abc8Q~" + random(ALNUM, 34)),
                arguments(SecretKind.TOKEN, "hvs." + random(ALNUM, 95)),
                arguments(SecretKind.TOKEN, "dop_v1_" + random(HEX, 64)),
                arguments(SecretKind.TOKEN, "shpat_" + random(HEX, 32)),
                arguments(SecretKind.PRIVATE_KEY, "AGE-SECRET-KEY-1" + random(UPPER + DIGITS, 58)),
                arguments(SecretKind.PRIVATE_KEY, "LS0tLS1CRUdJTi" + "BSU0EgUFJJVkFURSBLRVk" + random(BASE64, 900)),
                arguments(SecretKind.PRIVATE_KEY, block("RSA PRIVATE KEY", 20, "\n")),
                arguments(SecretKind.PRIVATE_KEY, block("OPENSSH PRIVATE KEY", 6, "\r\n")),
                arguments(SecretKind.PRIVATE_KEY, block("PRIVATE KEY", 12, "\\n")),
                arguments(SecretKind.PRIVATE_KEY, block("PRIVATE KEY", 12, "\\\\n")),
                arguments(SecretKind.PRIVATE_KEY, block("PGP PRIVATE KEY BLOCK", 12, "\n")));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aKnownShapeIsFoundWhereverItStands(SecretKind kind, String secret) {
        for (String frame : List.of(
                "%s",
                "It is %s, keep it.",
                "x: '%s'",
                "{\"a\":\"%s\"}",
                "key=%s;",
                "(%s)",
                "这是%s。",
                "a\\n%s\\nb",
                "\u001b[32m%s\u001b[0m")) {
            Redacted redacted = Redaction.of(frame.formatted(secret));

            assertThat(redacted.text()).isEqualTo(frame.formatted(kind.marker()));
            assertThat(redacted.counts()).isEqualTo(Map.of(kind, 1));
        }
    }

    @Test
    void theSecretNearAnAccessKeyIdIsFoundBeforeItAndAfterIt() {
        String id = "AKIA" + random(UPPER + DIGITS, 16);
        String secret = random(ALNUM, 19) + "/" + random(ALNUM, 20);

        for (String text :
                List.of(id + "\n" + secret + "\n", "[default] " + secret + " and " + id, id + "," + secret)) {
            assertThat(Redaction.of(text).counts()).isEqualTo(Map.of(SecretKind.API_KEY, 1, SecretKind.SECRET, 1));
        }
        String hash = "commit " + random(HEX, 40) + " uses " + id;
        assertThat(Redaction.of(hash).counts()).isEqualTo(Map.of(SecretKind.API_KEY, 1));
    }

    @Test
    void aKeyThatIsCutOffAtEitherEndIsFound() {
        String block = block("RSA PRIVATE KEY", 8, "\n");
        String begun = block.substring(0, 300);
        String ended = block.substring(block.length() - 320);

        assertThat(Redaction.of("key:\n" + begun).text()).isEqualTo("key:\n[redacted private key]");
        assertThat(Redaction.of(begun + "\n... (truncated)").text())
                .isEqualTo("[redacted private key]\n... (truncated)");
        assertThat(Redaction.of(ended + "\nbye").text()).isEqualTo("[redacted private key]\nbye");
        assertThat(Redaction.of("… " + ended.replace("\n", "\\n") + "\"").text())
                .isEqualTo("… [redacted private key]\"");
    }

    @Test
    void aKeyWithLineNumbersOrMarksOfADiffIsFound() {
        String block = block("EC PRIVATE KEY", 3, "\n");
        String[] lines = block.split("\n", -1);
        StringBuilder numbered = new StringBuilder();
        for (int line = 0; line < lines.length; line++) {
            numbered.append("    ")
                    .append(line + 1)
                    .append("→")
                    .append(lines[line])
                    .append('\n');
        }

        assertThat(Redaction.of(numbered.toString()).text()).isEqualTo("    1→[redacted private key]\n");
        assertThat(Redaction.of("+" + block.replace("\n", "\n+")).text()).isEqualTo("+[redacted private key]");
        assertThat(Redaction.of(block.replace(
                                "KEY-----\n", "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0A1B\n\n"))
                        .text())
                .isEqualTo("[redacted private key]");
    }

    static Stream<Arguments> assigned() {
        String key = random(ALNUM, 32);
        return Stream.of(
                arguments("password=%s", "hunter2!x"),
                arguments("curl -s -u admin:%s https://host", "qX7rt2"),
                arguments("curl --user 'me:%s' https://host", "opensesame"),
                arguments("https://x.blob.core.windows.net/c?sv=2020&sig=%s", random(ALNUM, 43) + "%3D"),
                arguments("?X-Amz-Signature=%s&x=1", random(HEX, 64)),
                arguments("https://%s", "hooks.slack.com/" + "services/T0AB12CD3/B0AB12CD3/" + random(ALNUM, 24)),
                arguments("password: %s\n", "hunter2"),
                arguments("{\"password\": \"%s\"}", "correcthorse"),
                arguments("{\\\"password\\\": \\\"%s\\\"}", "tr0ub4dor&3"),
                arguments("export DB_PASSWORD=%s", "letmein"),
                arguments("MYSQL_PWD=%s mysql", "s3same!"),
                arguments("spring.datasource.password=%s\n", "qX7rt2"),
                arguments("--password %s --user me", "qX7-rt2!"),
                arguments("--password=%s", "opensesame"),
                arguments("<password>%s</password>", "qX7rt2"),
                arguments(".password(\"%s\")", "qX7rt2"),
                arguments("String dbPassword = \"%s\";", "qX7rt2"),
                arguments("password: str = \"%s\"", "qX7rt2"),
                arguments("if (password == '%s')", "qX7rt2"),
                arguments("API_KEY: \"%s\"", key),
                arguments("export TOKEN=%s\n", key),
                arguments("\"client_secret\": \"%s\"", key),
                arguments("clientSecret: '%s',", key),
                arguments("aws_secret_access_key = %s\n", key),
                arguments("x-api-key: %s\n", key),
                arguments("os.environ[\"SERVICE_TOKEN\"] = \"%s\"", key),
                arguments("//registry.npmjs.org/:_authToken=%s\n", key),
                arguments("AccountName=a;AccountKey=%s;EndpointSuffix=b", random(ALNUM, 86) + "=="),
                arguments("?access_token=%s&page=2", key),
                arguments("HEROKU_API_KEY=%s", "0a1b2c3d-4e5f-4061-8071-2a3b4c5d6e7f"),
                arguments("Authorization: Bearer %s", key),
                arguments("-H 'authorization: Bearer %s'", "qX7-rt2.ab/c+d="),
                arguments("Authorization: Basic %s\n", "dXNlcjpwYXNz" + "d29yZDE="),
                arguments("\"Authorization\": \"Token %s\"", key),
                arguments("got a bearer %s.", "aB3" + key),
                arguments("postgres://app:%s@db.internal:5432/app", "p4ss/w0rd".replace("/", "")),
                arguments("https://me:%s@host/x?y", "qX7:rt2"),
                arguments("redis://:%s@localhost", "qX7rt2"),
                arguments("amqp://guest:%s@mq", "swordfish"));
    }

    @ParameterizedTest
    @MethodSource("assigned")
    void aValueThatItsNameCallsSecretGoesAndNothingElse(String frame, String secret) {
        Redacted redacted = Redaction.of(frame.formatted(secret));

        assertThat(redacted.total()).isEqualTo(1);
        SecretKind kind = redacted.counts().keySet().iterator().next();
        assertThat(redacted.text()).isEqualTo(frame.formatted(kind.marker()));
    }

    @Test
    void countsEachKind() {
        String text = "PASSWORD=" + "qX7rt2!" + " a://b:" + "zz9yx@c " + "ghp_" + random(ALNUM, 36);

        Redacted redacted = Redaction.of(text);
        assertThat(redacted.counts()).isEqualTo(Map.of(SecretKind.PASSWORD, 2, SecretKind.TOKEN, 1));
        assertThat(redacted.total()).isEqualTo(3);
    }
}
