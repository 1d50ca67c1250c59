package dev.pith.activities.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierScannerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "see https://example.org/a/b?c=1. | URL:https://example.org/a/b?c=1",
                "详见https://example.org/a文档 | URL:https://example.org/a",
                "in src/harbor/tide.py:12 it | PATH:src/harbor/tide.py",
                "./harbor/tide.go changed | PATH:harbor/tide.go",
                "+++ b/harbor/tide.go | PATH:harbor/tide.go",
                "harbor/tide.go-86-func | PATH:harbor/tide.go",
                "/etc/passwd | PATH:/etc/passwd",
                "打开src/潮汐/表.go看看 | PATH:src/潮汐/表.go",
                "打开`src/潮汐/表.go`看看 | PATH:src/潮汐/表.go",
                "read/write/execute and/or | ",
                "cmd/pith/main | PATH:cmd/pith/main",
                "origin/main feature/tide-2 | REF:origin/main REF:feature/tide-2",
                "fix #123, PITH-45 | TICKET:#123 TICKET:PITH-45",
                "tide.py and README.md | FILE:tide.py FILE:README.md",
                "error E0425 ENOENT TideError ErrNoTide | ERROR:E0425 ERROR:ENOENT ERROR:TideError ERROR:ErrNoTide",
                "it ended with exit code 3 | ERROR:exit code 3",
                "TIDE_TABLE_PATH=1 | ENVIRONMENT:TIDE_TABLE_PATH",
                "v1.2 and 1.2.3-rc.1 but 1.2 | VERSION:v1.2 VERSION:1.2.3-rc.1",
                "--dry-run -v ---- | FLAG:--dry-run",
                "12ms, 40 % and 3 tests | NUMBER:12ms NUMBER:3 tests",
                "tideTable TideTable tide_table HTTPServer | SYMBOL:tideTable SYMBOL:TideTable SYMBOL:tide_table SYMBOL:HTTPServer",
                "harbor.mooring os.path fmt.Println moor() | SYMBOL:harbor.mooring SYMBOL:moor",
                "用tideTable函数 | SYMBOL:tideTable",
                "a\\\\n\\\\ttideTable | SYMBOL:tideTable",
                "caféTable is French | ",
                "deadbeef1 and 8f76b0e8-b8f1-4a87-9186-848bdd83d62e | ID:deadbeef1 ID:8f76b0e8-b8f1-4a87-9186-848bdd83d62e",
                "req_011CSHoEeqs5C35K2UUqR7Fy | ID:req_011CSHoEeqs5C35K2UUqR7Fy",
                "mail a.person@example.org now | ",
                "Ordinary words. Nothing here, really! | ",
            })
    void findsWhatIsAName(String text, String expected) {
        List<String> found = new ArrayList<>();
        IdentifierScanner.scan(text, (kind, name, at) -> found.add(kind + ":" + name));

        assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$env:TEMP\\rel.log",
                "look at %USERPROFILE%\\notes\\todo.txt",
                "~\\app\\til.rs",
                "see web\\src\\relay.cs"
            })
    void aPathWhoseBeginningIsNotKnownLeavesNoPieceOfAName(String text) {
        List<String> found = new ArrayList<>();
        IdentifierScanner.scan(text, (kind, name, at) -> found.add(name));

        assertThat(found)
                .noneMatch(
                        name -> List.of("el.log", "odo.txt", "il.rs", "elay.cs").contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Edit \\\\?\\C:\\work\\app\\relay_6.cs now | C:/work/app/relay_6.cs",
                "Edit \\\\?\\UNC\\srv\\share\\reg_7.cs now | //srv/share/reg_7.cs",
            })
    void aLongPathIsThePathItself(String text, String path) {
        List<String> found = new ArrayList<>();
        IdentifierScanner.scan(text, (kind, name, at) -> found.add(name));

        assertThat(found).containsExactly(path);
        String named = text.substring(text.indexOf(32) + 1, text.lastIndexOf(32));
        assertThat(FileNames.normal(named)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Fix C:\\Users\\Mo Ödin\\src\\harbor\\tide.cs and leave C:\\Windows. | PATH:C:/Users/Mo Ödin/src/harbor/tide.cs PATH:C:/Windows",
                "c:\\new\\test\\run_1.cs has it | PATH:C:/new/test/run_1.cs",
                "in c:/src/tide/run.cs:12: it | PATH:C:/src/tide/run.cs",
                "{C:\\\\Users\\\\mo\\\\tide.cs\\nNext line} | PATH:C:/Users/mo/tide.cs",
                "it now has runTide in src\\relay_6.cs. | SYMBOL:runTide PATH:src/relay_6.cs",
                "see harbor\\gates\\pier.cs, not a\\nb.cs | PATH:harbor/gates/pier.cs FILE:b.cs",
                "on \\\\files\\team\\harbor\\tide.cs too | PATH://files/team/harbor/tide.cs",
                "C:\\Program Files (x86)\\Tide\\tide.json | PATH:C:/Program Files (x86)/Tide/tide.json",
                "我改了 src/传感器_0.py。 | PATH:src/传感器_0.py",
                "/home/mo/src/传感器_12.py has been updated | PATH:/home/mo/src/传感器_12.py",
                "请看传感器_0.py | ",
                "打开 传感器_0.py 看看 | FILE:传感器_0.py",
                "看`传感器_0.py`吧 | FILE:传感器_0.py",
                "修复src/目录下修改a.go | FILE:a.go",
                "src/Häfen/Übersicht.md and Übersicht.md | PATH:src/Häfen/Übersicht.md FILE:Übersicht.md",
                "src/датчик_0.py | PATH:src/датчик_0.py",
                "설정/포트_1.py 파일 | PATH:설정/포트_1.py",
            })
    void namesOfOtherSystemsAndScriptsAreFoundWhole(String text, String expected) {
        List<String> found = new ArrayList<>();
        IdentifierScanner.scan(text, (kind, name, at) -> found.add(kind + ":" + name));

        assertThat(String.join(" ", found)).isEqualTo(expected == null ? "" : expected);
    }

    /** Whatever stands around it, what is found is cut at the ends of words. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingIsFoundInsideAWord(long seed) {
        Random random = new Random(seed);
        String alphabet = "aZ0_./-#:~@+ '\"`\n漢é😀(){}<>|=";
        for (int round = 0; round < 400; round++) {
            String text = random.ints(200, 0, alphabet.codePointCount(0, alphabet.length()))
                    .map(i -> alphabet.codePointAt(alphabet.offsetByCodePoints(0, i)))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            IdentifierScanner.scan(text, (kind, name, at) -> {
                int start = text.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT), at);
                assertThat(start).as(name).isNotNegative();
                int end = start + name.length();
                assertThat(start > 0 && Characters.isWord(name.charAt(0)) && Characters.isWord(text.charAt(start - 1)))
                        .as("%s begins inside a word of %s", name, text)
                        .isFalse();
                assertThat(end < text.length()
                                && Characters.isWord(name.charAt(name.length() - 1))
                                && Characters.isWord(text.charAt(end)))
                        .as("%s ends inside a word of %s", name, text)
                        .isFalse();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_",
                "/",
                "a",
                "deadbeef",
                "'",
                "`",
                "漢",
                "a_",
                "A/",
                ".",
                "-",
                "#1",
                "https://",
                "a.b",
                "\"漢/",
                "x ",
                "C:\\",
                "a\\",
                "\\\\a\\b",
                "src\\r",
                "漢_",
                "漢/a.",
                "C:\\A B"
            })
    void aHundredThousandOfAnythingTakeMilliseconds(String piece) {
        String hostile = piece.repeat(100_000 / piece.length());
        IdentifierScanner.scan(hostile, (kind, name, at) -> {});

        // Time of this thread only: other tests share the machine.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        IdentifierScanner.scan(hostile, (kind, name, at) -> {});
        long used = threads.getCurrentThreadCpuTime() - before;

        assertThat(Duration.ofNanos(used)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void definitionsAreToldFromUses() {
        String code = "func (t *Tide) moorShip(x int) { castOff() }\nclass HarborMaster {}\nuse HarborMaster";

        assertThat(Definitions.endsAt(code, code.indexOf("moorShip"))).isTrue();
        assertThat(Definitions.endsAt(code, code.indexOf("HarborMaster"))).isTrue();
        assertThat(Definitions.endsAt(code, code.lastIndexOf("HarborMaster"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {") moorShip", ")  moorShip", " moorShip", "x) moorShip", "() moorShip", ")", ") ) moorShip"})
    void aBracketThatNothingOpensDefinesNothing(String text) {
        assertThat(Definitions.endsAt(text, text.indexOf("moorShip") < 0 ? 1 : text.indexOf("moorShip")))
                .isFalse();
    }
}
