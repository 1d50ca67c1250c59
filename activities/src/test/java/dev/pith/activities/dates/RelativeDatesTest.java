package dev.pith.activities.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeDatesTest {

    /** A Wednesday. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The tide table is due tomorrow.      | The tide table is due tomorrow [2026-03-05].
            Yesterday's tide was high            | Yesterday's [2026-03-03] tide was high
            We meet the day after tomorrow, ok?  | We meet the day after tomorrow [2026-03-06], ok?
            Ship it by Friday                    | Ship it by Friday [2026-03-06]
            this Wednesday                       | this Wednesday [2026-03-04]
            next Wednesday                       | next Wednesday [2026-03-11]
            it broke last Monday                 | it broke last Monday [2026-03-02]
            next week we dredge                  | next week [week of 2026-03-09] we dredge
            billed last month                    | billed last month [2026-02]
            in 3 days                            | in 3 days [2026-03-07]
            2 weeks ago                          | 2 weeks ago [2026-02-18]
            大后天发布                            | 大后天 [2026-03-07]发布
            a week from tomorrow                 | a week from tomorrow
            今日头条                              | 今日头条
            next Friday                          | next Friday [2026-03-13]
            昨天改了潮汐表                         | 昨天 [2026-03-03]改了潮汐表
            下周一上线                            | 下周一 [2026-03-09]上线
            明日リリース                           | 明日 [2026-03-05]リリース
            내일까지 끝내자                        | 내일 [2026-03-05]까지 끝내자
            bis morgen, nicht heute              | bis morgen [2026-03-05], nicht heute [2026-03-04]
            guten morgen                         | guten morgen
            in two weeks we ship                 | in two weeks [2026-03-18] we ship
            a week ago                           | a week ago [2026-02-25]
            three days from now                  | three days from now [2026-03-07]
            in two months                        | in two months [2026-05]
            drop it next year                    | drop it next year [2027]
            nächste Woche geht es los            | nächste Woche [week of 2026-03-09] geht es los
            三天后发布                            | 三天后 [2026-03-07]发布
            两周前改的                            | 两周前 [2026-02-18]改的
            3天前                                | 3天前 [2026-03-01]
            下个月迁移                            | 下个月 [2026-04]迁移
            本周五上线                            | 本周五 [2026-03-06]上线
            明年停用                              | 明年 [2027]停用
            来週リリース                           | 来週 [week of 2026-03-09]リリース
            다음 주에 배포                         | 다음 주 [week of 2026-03-09]에 배포
            第三天后端发布                         | 第三天后端发布
            三天后端发布                           | 三天后端发布
            послезавтра и вчера                  | послезавтра [2026-03-06] и вчера [2026-03-03]
            """)
    void theDateStandsBesideTheWord(String said, String dated) {
        assertThat(RelativeDates.resolved(said, DAY)).isEqualTo(dated);
    }

    @ParameterizedTest
    @CsvSource({
        "call Tide.today() here",
        "keep it as today",
        "without a clock today is 1 January 1970",
        "the field yesterday_total",
        "in logs/today.txt",
        "--today",
        "`run tomorrow`",
        "todays",
        "tomorrow [2026-03-05] is set"
    })
    void namesCodeAndWhatHasItsDateStay(String said) {
        assertThat(RelativeDates.resolved(said, DAY)).isEqualTo(said);
    }

    @Test
    void codeBlocksStay() {
        String said = "Do it today:\n```\necho today\n```\n    echo today\nand tomorrow";

        assertThat(RelativeDates.resolved(said, DAY))
                .isEqualTo(
                        "Do it today [2026-03-04]:\n```\necho today\n```\n    echo today\nand tomorrow [2026-03-05]");
    }

    @Test
    void withoutADayNothingIsKnown() {
        assertThat(RelativeDates.resolved("tomorrow", null)).isEqualTo("tomorrow");
    }

    @Test
    void hostileTextsTakeLinearTime() {
        List<String> texts = List.of(
                "today ".repeat(200_000),
                "`today".repeat(200_000),
                "next ".repeat(300_000),
                "in 1 ".repeat(300_000),
                "今天".repeat(300_000),
                "三天".repeat(300_000),
                "two ".repeat(300_000),
                "la semaine ".repeat(100_000),
                "the day ".repeat(200_000),
                "```\n".repeat(200_000) + "today");
        for (String text : texts) {
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> RelativeDates.resolved(text, DAY));
        }
    }
}
