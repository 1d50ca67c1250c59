package dev.pith.starter.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/pith?user=me&password=hunter2, jdbc:postgresql://db/pith?user=me&password=***",
        "jdbc:postgresql://db/pith?PASSWORD=hunter2&user=me, jdbc:postgresql://db/pith?PASSWORD=***&user=me",
        "jdbc:postgresql://db/pith?sslpassword=hunter2, jdbc:postgresql://db/pith?sslpassword=***",
        "jdbc:postgresql://db/pith?password=hun@ter2, jdbc:postgresql://db/pith?password=***",
        "jdbc:postgresql://me:hunter2@db:5432/pith, jdbc:postgresql://me:***@db:5432/pith",
        "jdbc:postgresql://me:hun@ter/2@db/pith, jdbc:postgresql://me:***@db/pith",
        "jdbc:postgresql://me:hunter2@db/pith?password=hunter2, jdbc:postgresql://me:***@db/pith?password=***",
        "jdbc:postgresql://me@db/pith, jdbc:postgresql://me@db/pith",
        "jdbc:postgresql://[::1]:5432/pith?user=me, jdbc:postgresql://[::1]:5432/pith?user=me",
        "jdbc:mysql://db/pith;password=hunter2;ssl=on, jdbc:mysql://db/pith;password=***;ssl=on",
    })
    void passwordsAreHiddenAndNothingElse(String url, String shown) {
        assertThat(JdbcUrl.shown(url)).isEqualTo(shown);
    }

    @Test
    void aUserBeforeTheHostIsSeen() {
        assertThat(JdbcUrl.namesUser("jdbc:postgresql://me@db/pith")).isTrue();
        assertThat(JdbcUrl.namesUser("jdbc:postgresql://db/pith?user=me@here")).isFalse();
    }

    @Test
    void urlsInASentenceAreFound() {
        assertThat(JdbcUrl.shown(
                        "no driver for \"jdbc:postgresql://db/a?password=x\", nor for jdbc:postgresql://u:x@db/b"))
                .isEqualTo(
                        "no driver for \"jdbc:postgresql://db/a?password=***\", nor for jdbc:postgresql://u:***@db/b");
        assertThat(JdbcUrl.shown("me:x@db/pith?password=y")).isEqualTo("me:x@db/pith?password=y");
    }
}
