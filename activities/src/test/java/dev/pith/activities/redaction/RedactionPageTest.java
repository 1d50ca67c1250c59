package dev.pith.activities.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/redaction.md lists is what the code redacts, and all of it. */
class RedactionPageTest {

    private static final Path PAGE = Path.of("..", "docs", "redaction.md");
    private static final Pattern CODE = Pattern.compile("`([^`]++)`");
    private static final Pattern GENERATED = Pattern.compile("\\{(alnum|hex|upper) (\\d{1,3})}");

    @Test
    void everyExampleByThePlace_isRedactedInThatForm() {
        List<List<String>> rows = table("## By the place");

        for (List<String> row : rows) {
            String example = example(code(row.get(1)).get(0));
            assertThat(new SecretScan(example).run())
                    .as(row.get(1))
                    .anyMatch(found -> words(found.form()).equals(row.get(0))
                            && found.kind().marker().equals("[redacted " + row.get(2) + "]"));
        }
    }

    @Test
    void everyFormOfTheCode_hasAnExample() {
        assertThat(table("## By the place").stream().map(row -> row.get(0)).distinct())
                .containsExactlyInAnyOrder(Arrays.stream(SecretForm.values())
                        .map(RedactionPageTest::words)
                        .toArray(String[]::new));
    }

    @Test
    void everyPrefixOfTheCode_standsInTheTableAndIsRedacted() {
        List<List<String>> rows = table("## Beginnings of keys");

        assertThat(rows.stream().flatMap(row -> code(row.get(1)).stream().map(prefix -> prefix + " " + row.get(2))))
                .containsExactlyInAnyOrderElementsOf(Shapes.all().stream()
                        .map(shape -> shape.prefix() + " " + marker(shape.kind()))
                        .toList());
        for (Shape shape : Shapes.all()) {
            String key = shape.prefix() + FakeSecrets.random(letters(shape.body()), shape.least());
            assertThat(Redaction.of("it is " + key + " today").text())
                    .as(shape.prefix())
                    .isEqualTo("it is " + shape.kind().marker() + " today");
        }
    }

    @Test
    void everyTokenOfPieces_isNamedAndRedacted() {
        String section = section("## Tokens of several pieces");

        for (JoinedShape shape : JoinedShapes.all()) {
            StringBuilder token = new StringBuilder();
            for (TokenPart tokenPart : shape.pieces()) {
                String body = tokenPart.least() < 3
                        ? letters(tokenPart.body()).substring(0, tokenPart.least())
                        : FakeSecrets.random(letters(tokenPart.body()), tokenPart.least());
                token.append(tokenPart.literal()).append(body);
            }
            assertThat(section).contains(shape.name());
            assertThat(Redaction.of("it is " + token + " today").text())
                    .as(shape.name())
                    .isEqualTo("it is " + shape.kind().marker() + " today");
        }
    }

    @Test
    void everyEndingOfANameAndEverySuffix_standsOnThePageAndIsRedacted() {
        List<List<String>> rows = table("## Names");

        SecretName.endings()
                .forEach((kind, endings) -> endings.forEach(ending -> {
                    assertThat(rows)
                            .as(ending)
                            .anyMatch(row -> code(row.get(0)).contains(ending)
                                    && row.get(1).equals(marker(kind)));
                    assertThat(Redaction.of("MY_" + ending.toUpperCase(Locale.ROOT) + "="
                                            + FakeSecrets.random(FakeSecrets.ALNUM, 32))
                                    .counts())
                            .as(ending)
                            .hasSize(1);
                }));
        SecretName.suffixes().forEach(suffix -> {
            assertThat(section("## Names")).containsPattern("[ ,]" + suffix + "[,.]");
            assertThat(Redaction.of("api_key_" + suffix + ": '" + FakeSecrets.random(FakeSecrets.ALNUM, 32) + "'")
                            .total())
                    .as(suffix)
                    .isEqualTo(1);
        });
    }

    @Test
    void everyOptionOfAProgram_standsInTheTableAndItsPasswordIsRedacted() {
        List<List<String>> rows = table("## Options of programs");

        for (PasswordOption option : PasswordOption.ALL) {
            String before = switch (option.before()) {
                case NOTHING -> "";
                case USER -> "me:";
                case WORD_PASS -> "pass:";
            };
            String space = option.glue() == PasswordOption.Glue.TIGHT ? "" : " ";
            for (String program : option.programs()) {
                String command =
                        (program + " " + option.subcommand()).strip() + " x " + option.option() + space + before;
                assertThat(rows)
                        .as(command)
                        .anyMatch(row -> code(row.get(0)).contains(program)
                                && code(row.get(1)).stream()
                                        .anyMatch(code -> code.split(" ", -1)[0].equals(option.option())));
                assertThat(Redaction.of(command + "opensesame more").text())
                        .isEqualTo(command + "[redacted password] more");
                assertThat(Redaction.of("other x " + option.option() + space + before + "opensesame more")
                                .total())
                        .isLessThanOrEqualTo(option.option().startsWith("--") ? 1 : 0);
            }
        }
    }

    private static String words(SecretForm form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String marker(SecretKind kind) {
        return kind.marker().replace("[redacted ", "").replace("]", "");
    }

    private static String letters(Alphabet alphabet) {
        return IntStream.range(0, 128)
                .filter(c -> alphabet.has((char) c))
                .mapToObj(Character::toString)
                // A key may not end in what ends a sentence.
                .filter(c -> !".-=/@".contains(c))
                .reduce("", String::concat);
    }

    private static String example(String form) {
        String credentials = Base64.getEncoder().encodeToString("me:opensesame1".getBytes(StandardCharsets.UTF_8));
        return GENERATED
                .matcher(form.replace("{credentials}", credentials)
                        .replace("{block}", FakeSecrets.block("RSA PRIVATE KEY", 4, "\n")))
                .replaceAll(match -> FakeSecrets.random(
                        switch (match.group(1)) {
                            case "hex" -> FakeSecrets.HEX;
                            case "upper" -> FakeSecrets.UPPER + FakeSecrets.DIGITS;
                            default -> FakeSecrets.ALNUM;
                        },
                        Integer.parseInt(match.group(2))));
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static String section(String heading) {
        try {
            String page = Files.readString(PAGE);
            int from = page.indexOf(heading + "\n");
            assertThat(from).as(heading).isNotNegative();
            int to = page.indexOf("\n## ", from + 1);
            return page.substring(from, to < 0 ? page.length() : to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> table(String heading) {
        List<List<String>> rows = section(heading)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split(" \\|", -1))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
        assertThat(rows).as(heading).isNotEmpty();
        return rows;
    }
}
