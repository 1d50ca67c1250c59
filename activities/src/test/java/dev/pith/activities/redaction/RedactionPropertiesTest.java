package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.FakeSecrets.ALNUM;
import static dev.pith.activities.redaction.FakeSecrets.DIGITS;
import static dev.pith.activities.redaction.FakeSecrets.UPPER;
import static dev.pith.activities.redaction.FakeSecrets.block;
import static dev.pith.activities.redaction.FakeSecrets.random;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class RedactionPropertiesTest {

    private static final int TEXTS = 20_000;
    private static final Pattern MARKER = Pattern.compile("\\[redacted (?:API key|token|private key|password|secret)]");

    /** Everything that means something to the scan, and what separates it. */
    private static final List<String> PIECES = List.of(
            "sk-",
            "sk-ant-",
            "ghp_",
            "glpat-",
            "xoxb-",
            "AKIA",
            "eyJ",
            ".eyJ",
            "SG.",
            "SK",
            "AIza",
            "8Q~",
            "~",
            "Bearer ",
            "Authorization: ",
            "Basic ",
            "Cookie: ",
            "Set-Cookie: a=",
            "session=",
            "; ",
            "machine h.example login me password ",
            "h:5432:db:me:",
            "mysql -p",
            "sshpass -p ",
            "docker login -p ",
            "\"auth\": \"",
            "bWU6b3BlbnNlc2FtZQ==",
            "name: DB_PASSWORD\n  value: ",
            " IDENTIFIED BY '",
            "密码：",
            "correct-horse-battery-staple",
            "correct horse battery staple",
            "1//0",
            "FlyV1 fm2_",
            "curl ",
            "-u ",
            "--user ",
            "sig=",
            "hooks.slack.com/services/",
            "OAuth ",
            "oauth_token",
            "....",
            "password",
            "token",
            "API_KEY",
            "secret",
            "--password",
            "--token",
            "DB_PASS",
            "export TOKEN",
            "<password>",
            "</password>",
            "=",
            ": ",
            " = ",
            " => ",
            "(\"",
            "\"",
            "'",
            "`",
            "\\\"",
            "\\n",
            "\\",
            "\n",
            " ",
            ",",
            ";",
            ".",
            "/",
            "@",
            "://",
            "a://u:",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "-",
            "_",
            "→",
            "要",
            "-----BEGIN ",
            "-----END ",
            "PRIVATE KEY",
            "-----",
            "\u001b[32m",
            "hunter2!",
            "changeme",
            "${X}",
            "user",
            "[redacted token]",
            "[redacted ",
            random(ALNUM, 8),
            random(ALNUM, 20),
            random(ALNUM, 40),
            random(ALNUM, 64),
            random(UPPER + DIGITS, 16),
            random(DIGITS, 10),
            ":AA" + random(ALNUM, 33),
            block("RSA PRIVATE KEY", 2, "\n"));

    private static Stream<String> texts() {
        Random random = new Random(7);
        return Stream.generate(() -> random.ints(1 + random.nextInt(14), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining()))
                .limit(TEXTS);
    }

    @Test
    void redactingTwiceChangesNothing() {
        texts().forEach(text -> {
            Redacted once = Redaction.of(text);
            Redacted twice = Redaction.of(once.text());
            assertThat(twice.text()).as(text).isEqualTo(once.text());
            assertThat(twice.total()).isZero();
        });
    }

    @Test
    void theRestOfATextIsUntouched() {
        texts().forEach(text -> {
            Redacted redacted = Redaction.of(text);
            String rest = MARKER.splitAsStream(redacted.text() + "\0")
                    .map(Pattern::quote)
                    .collect(Collectors.joining("(?s:.+?)"));
            assertThat(text + "\0").as(redacted.text()).matches(rest);
        });
    }

    @Test
    void manyOfTheTextsHoldSecrets() {
        assertThat(texts().filter(text -> Redaction.of(text).total() > 0).count())
                .isGreaterThan(TEXTS / 10);
    }

    static Stream<String> strange() {
        return Stream.concat(
                Stream.of(
                        "_",
                        "/",
                        "0123456789abcdef",
                        "\"",
                        "要",
                        ".",
                        "a_",
                        "A/",
                        "a",
                        "-",
                        "([{",
                        " ",
                        "a\n",
                        "\\",
                        "=",
                        "\\n"),
                Stream.of(
                        "sk-",
                        "sk-ant-",
                        "eyJ.",
                        "eyJ-",
                        "eyJa.eyJ",
                        "SG.",
                        "1:",
                        "://",
                        "a://u:",
                        "a://u:@",
                        "@",
                        "Bearer ",
                        "token=",
                        "token=\"",
                        "token=\\\"",
                        "password: ",
                        "password(\"",
                        "--password ",
                        "<password>",
                        "authorization:",
                        "authorization: Bearer ",
                        "-----BEGIN PRIVATE KEY-----",
                        "-----END PRIVATE KEY-----",
                        "-----BEGIN PRIVATE KEY-----aaaaaaaaaaaaaaaaaaaa ",
                        "curl -u ",
                        "curl -u a:",
                        "Cookie: ",
                        "Cookie:a=",
                        "Cookie: a=b; ",
                        "cookie:a=b;",
                        "machine a.b login c ",
                        "machine ",
                        "default login ",
                        ":5432:a:b:",
                        ":*:",
                        "mysql -p",
                        "mysql ",
                        "-p ",
                        "docker login -p a ",
                        "auth\":\"",
                        "auth=aaaa",
                        "basic ",
                        "PASSWORD value=",
                        "token value: ",
                        "PASSWORD '",
                        "IDENTIFIED BY '",
                        "密码：",
                        "password='a b ",
                        "password=\"a b ",
                        "password=a-b-",
                        "fm2_",
                        "1//0",
                        "_prod",
                        "password_prod",
                        "hooks.slack.com/services/",
                        "sig=",
                        "AKIA",
                        "AKIA" + random(UPPER + DIGITS, 16) + " ",
                        "8Q~",
                        "[redacted token]",
                        "\u001b[",
                        "API_KEY = ",
                        "token: a = ",
                        "a)))",
                        "ghp_" + random(ALNUM, 36) + "_",
                        "aaaaaaaaaaaaaaaa1\\n"));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void aLongStrangeTextTakesMilliseconds(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        String before = "eyJ" + random(ALNUM, 12) + "." + text + "-----END PRIVATE KEY-----";
        Redaction.of(text);

        // Of this thread's own time the best of three, so that other work on the machine does not count.
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Redaction.of(text);
            Redaction.of(before);
            Redaction.of("password=\"" + text);
            Redaction.of("-----BEGIN PRIVATE KEY-----" + text);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
        }
        // A quadratic scan takes seconds.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(600));
    }
}
