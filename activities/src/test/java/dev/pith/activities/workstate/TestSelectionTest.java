package dev.pith.activities.workstate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSelectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "go test -run \"TestTide\" => go test -run \"TestTide_Ebb\"",
                "go test -run TestTide => go test -run \"TestTide_Ebb|TestTideFlood\"",
                "npm test => npx vitest -t ebb",
                "go test -run ^TestTide$ => go test -run TestTide$",
                "mise run test:ci => go test",
                "mvnw verify => mvnw test -Dtest Tide"
            })
    void aWiderSelectionCoversANarrowerOne(String action, String other) {
        assertThat(TestSelection.covers(action, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "go test -run TestTide_Ebb => go test -run TestTide",
                "go test -run TestTide => go test -run \"TestTide_Ebb|TestShip\"",
                "go test -run TestTide => pytest -k TestTide_Ebb",
                "go test -run TestTide => go test",
                "npm test => npm run lint",
                "make check => make build",
                "npm ci => npm test",
                "ruff check => pytest",
                "black tests => pytest",
                "go test => pytest",
                "python3 -c => go test",
                "mvn -q => mvn test",
                "go test -run ^$ => go test -run TestTide",
                "go test -run ^TestTide$ => go test -run TestTide_Ebb",
                "gradle test --tests TideTest => gradle test --tests TideTestIT",
                "npm install => npm test"
            })
    void anotherOneDoesNot(String action, String other) {
        assertThat(TestSelection.covers(action, other)).isFalse();
    }
}
