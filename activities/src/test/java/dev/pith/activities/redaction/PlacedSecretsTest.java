package dev.pith.activities.redaction;

import static dev.pith.activities.redaction.FakeSecrets.ALNUM;
import static dev.pith.activities.redaction.FakeSecrets.HEX;
import static dev.pith.activities.redaction.FakeSecrets.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets that are known by where they stand: in headers, files, commands and statements of others' forms. */
class PlacedSecretsTest {

    private static final String RANDOM_LETTERS = "NncJg" + "QyVer" + "dKKh";

    static Stream<Arguments> placed() {
        String key = random(ALNUM, 32);
        return Stream.of(
                arguments("DB_PASSWORD=%s\n", "correct-horse-battery-staple"),
                arguments("DB_PASSWORD='%s'", "correct horse battery staple"),
                arguments("password: %s\n", "correct-horse-battery-staple"),
                arguments("{\"password\": \"%s\"}", "correct horse battery staple"),
                arguments("{\\\"password\\\": \\\"%s\\\"}", "correct horse battery staple"),
                arguments("password = \"%s\"", "qX7rt2 and-more"),
                arguments("Cookie: theme=dark; session=%s; lang=en", random(ALNUM, 32)),
                arguments("-H 'cookie: sid=%s'", "s%3A" + random(ALNUM, 24)),
                arguments("Set-Cookie: connect.sid=%s; Path=/; HttpOnly", random(ALNUM, 32)),
                arguments("\"set-cookie\": \"JSESSIONID=%s; Path=/\"", random(HEX, 32)),
                arguments("machine api.example.org login me password %s\n", "opensesame"),
                arguments("machine h\n  login me\n  password %s\n", "qX7rt2"),
                arguments("machine git.example.org\\nlogin me\\npassword %s\\n", "opensesame"),
                arguments("default login me password %s", "opensesame"),
                arguments("localhost:5432:app:me:%s\n", "opensesame"),
                arguments("*:*:*:postgres:%s\n", "qX7:rt2"),
                arguments("mysql -uroot -p%s app", "opensesame"),
                arguments("mysql -uroot -p'%s' app", "two words"),
                arguments("{\"cmd\": \"mysql -uroot -p\\\"%s\\\" app\"}", "two words"),
                arguments("curl -u 'me:%s' https://host", "two words"),
                arguments("password: \"%s\"", "two words " + RANDOM_LETTERS + " here"),
                arguments("{\"passphrase\": \"%s\"}", "must be " + "qX7" + "rt2 here"),
                arguments("password: %s\n", RANDOM_LETTERS),
                arguments("passphrase: %s\n", RANDOM_LETTERS),
                arguments("docker login -u me -p%s registry.example.org", "opensesame"),
                arguments("docker login -u me -p '%s' registry.example.org", "two words"),
                arguments("Set-Cookie: __Host-a=%s; Path=/", random(ALNUM, 14)),
                arguments("Set-Cookie: __Secure-a=%s; Path=/", RANDOM_LETTERS),
                arguments("Cookie: sessionid=%s", "words-here"),
                arguments("curl -b a=%s https://host", random(ALNUM, 14)),
                arguments("curl -s -b 'lang=en; sid=%s' https://host", "words-here"),
                arguments("curl --cookie a=%s https://host", random(ALNUM, 14)),
                arguments("curl --cookie=\"a=%s\" https://host", random(ALNUM, 14)),
                arguments("SECRET_KEY_BASE=%s\n", "correct-horse"),
                arguments("export SESSION_SECRET=\"%s\"", "correct-horse"),
                arguments("DB_PASSWORD=\"%s\"", "correct-horse"),
                arguments("docker exec -i db mysqldump -u root -p'%s' app", "qX7 rt2".replace(" ", "")),
                arguments("sshpass -p %s ssh me@host", "opensesame"),
                arguments("sshpass -p'%s' ssh me@host", "opensesame"),
                arguments("docker login -u me -p %s registry.example.org", "opensesame"),
                arguments("docker login registry.example.org \\\n  --username me --password %s", "opensesame"),
                arguments("redis-cli -h cache -a %s ping", "opensesame"),
                arguments("openssl enc -aes-256-cbc -pass pass:%s", "opensesame"),
                arguments("keytool -list -storepass %s", "opensesame"),
                arguments("{\"auths\":{\"r.example.org\":{\"auth\":\"%s\"}}}", "bWU6b3BlbnNl" + "c2FtZTE="),
                arguments("curl -H 'X: Basic %s'", "bWU6b3BlbnNl" + "c2FtZTE="),
                arguments("SECRET_KEY_BASE=%s", random(HEX, 128)),
                arguments("secret_key_base: %s", random(HEX, 128)),
                arguments("SECRET_KEY = '%s'", random(ALNUM, 30) + "(!k$x=+" + random(HEX, 9)),
                arguments("API_KEY_PROD=%s", key),
                arguments("DB_PASSWORD_2=%s", "opensesame"),
                arguments("- name: DB_PASSWORD\n  value: %s\n", "opensesame"),
                arguments("{\"name\": \"API_TOKEN\", \"value\": \"%s\"}", key),
                arguments("<add key=\"ClearTextPassword\" value=\"%s\" />", "opensesame"),
                arguments("CREATE USER me IDENTIFIED BY '%s';", "opensesame"),
                arguments("ALTER ROLE me WITH PASSWORD '%s';", "opensesame"),
                arguments("数据库密码：%s。", "qX7-rt2!"),
                arguments("auth: { user: 'me', pass: '%s' }", "opensesame"));
    }

    @ParameterizedTest
    @MethodSource("placed")
    void theSecretOfAPlace_isRedactedAndNothingElse(String frame, String secret) {
        Redacted redacted = Redaction.of(frame.formatted(secret));

        assertThat(redacted.total()).isEqualTo(1);
        SecretKind kind = redacted.counts().keySet().iterator().next();
        assertThat(redacted.text()).isEqualTo(frame.formatted(kind.marker()));
    }
}
