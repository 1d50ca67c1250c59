package dev.pith.starter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher in a checkout of its own, with a build and a JDK that only pretend. */
class LauncherTest {

    private static final List<String> MODULES = List.of("workflows", "activities", "starter");

    @TempDir
    Path directory;

    Path root;
    Path jdk;
    String searchPath = "/usr/bin:/bin";
    String home = "";

    record Run(int exit, String out, String err) {}

    @BeforeEach
    void makeCheckout() throws IOException {
        root = Files.createDirectories(directory.resolve("a checkout"));
        Files.copy(Path.of("..", "pith"), root.resolve("pith"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(root.resolve("pom.xml"), "");
        for (String module : MODULES) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        build("""
                for module in %s; do
                  mkdir -p $module/target
                  echo jar >$module/target/pith-$module-0.1.jar
                  echo tests >$module/target/pith-$module-0.1-tests.jar
                done
                echo /m2/one.jar:/m2/pith-activities-0.1.jar:/m2/two.jar >starter/target/classpath
                """.formatted(String.join(" ", MODULES)));
        jdk = jdk("17.0.1");
    }

    @Test
    void buildsOnceAndSaysSo() throws Exception {
        assertThat(pith("--help").err()).startsWith("Building Pith (first use, about a minute; log: ");
        assertThat(pith("--help").err()).isEmpty();
    }

    @Test
    void runsTheJarsOfItsOwnDirectoryAndThenTheDependencies() throws Exception {
        Path staged = root.toRealPath().resolve("starter/target/run/1");
        assertThat(pith("--help").out())
                .contains("%1$s/starter.jar:%1$s/activities.jar:%1$s/workflows.jar:/m2/one.jar:/m2/two.jar\n"
                        .formatted(staged));
        assertThat(staged.resolve("starter.jar")).hasContent("jar");
    }

    @Test
    void passesArgumentsAndExitCodeUnchanged() throws Exception {
        Run run = pith("compact", "a file.jsonl", "", "*", "世界");
        assertThat(run.out()).endsWith("dev.pith.starter.cli.Pith\ncompact\na file.jsonl\n\n*\n世界\n");
        assertThat(run.exit()).isEqualTo(7);
    }

    @Test
    void worksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("a checkout/pith"));
        assertThat(run(link, "--help").out()).contains("--help");
    }

    @Test
    void buildsAgainWhenASourceChanged() throws Exception {
        pith("--help");
        Path source = Files.writeString(root.resolve("activities/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        assertThat(pith("--help").err()).startsWith("Building Pith (the sources have changed; log: ");
    }

    @Test
    void keepsTheThreeNewestBuilds() throws Exception {
        for (int build = 1; build <= 5; build++) {
            Files.setLastModifiedTime(
                    root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
            pith("--help");
        }
        try (Stream<Path> builds = Files.list(root.resolve("starter/target/run"))) {
            assertThat(builds.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("3", "4", "5");
        }
    }

    @Test
    void showsWhyABuildFailed() throws Exception {
        build("echo '[INFO] noise'; echo '[ERROR] A.java:[1,2] no such thing'; exit 1");
        Run run = pith("--help");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("[ERROR] A.java:[1,2] no such thing")
                .contains("the whole log: ")
                .doesNotContain("noise");
        assertThat(root.resolve("starter/target/run/lock")).doesNotExist();
    }

    @Test
    void takesOverTheLockOfAKilledLauncher() throws Exception {
        Path lock = Files.createDirectories(root.resolve("starter/target/run/lock"));
        Files.writeString(lock.resolve("pid"), "2147483646\n");
        assertThat(pith("--help").exit()).isEqualTo(7);
        assertThat(lock).doesNotExist();
    }

    @Test
    void endsWhereItMayNotWrite() throws Exception {
        Path target = Files.createDirectories(root.resolve("starter/target"));
        Files.createSymbolicLink(target.resolve("run"), Path.of("/proc"));
        assertThat(pith("--help").err()).startsWith("pith: cannot write to ");
    }

    @Test
    void asksForAJdk() throws Exception {
        jdk = jdk("11.0.2");
        searchPath = toolsWithoutJava().toString();
        Run run = pith("--help");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("JDK of version 17 or later")
                .contains("apt install");
    }

    @Test
    void tunesShortCommandsOnly() throws Exception {
        assertThat(pith("list").out()).contains("-XX:TieredStopAtLevel=1").contains("-XX:+UseParallelGC");
        assertThat(pith("--home", "x", "worker").out()).doesNotContain("TieredStopAtLevel", "ParallelGC");
    }

    @Test
    void takesACommandThatReadsMuchForALongOne() throws Exception {
        Path small = Files.writeString(directory.resolve("small.jsonl"), "{}");
        assertThat(pith("compact", "--home", directory.toString(), small.toString())
                        .out())
                .contains("-XX:TieredStopAtLevel=1");
        assertThat(pith("compact", directory.toString()).out()).doesNotContain("TieredStopAtLevel");
        Path large = directory.resolve("large.jsonl");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(20_000_000);
        }
        assertThat(pith("import", large.toString()).out()).doesNotContain("TieredStopAtLevel", "ParallelGC");
    }

    @Test
    void aHookNeitherBuildsNorComplainsNorFails() throws Exception {
        assertThat(pith("hook", "claude-code")).isEqualTo(new Run(0, "", ""));
        pith("--help");
        Path source = Files.writeString(root.resolve("activities/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        Run run = pith("hook", "claude-code");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("-XX:+DisplayVMOutputToStderr\n")
                .endsWith("dev.pith.starter.cli.Pith\nhook\nclaude-code\n");
        assertThat(pith("hook", "claude-code", "--install").err()).startsWith("Building Pith");
    }

    @Test
    void saysWhichOutputIsATerminal() throws Exception {
        assertThat(pith("list").out()).contains("-Dpith.terminal=false\n").contains("-Dpith.output.terminal=false\n");
        Path script = Path.of("/usr/bin/script");
        assumeTrue(Files.isExecutable(script), "script gives a command a terminal of its own");
        String command = "'" + root.resolve("pith") + "' list 2>/dev/null";
        assertThat(run(script, "-q", "-c", command, "/dev/null").out())
                .contains("-Dpith.terminal=false")
                .contains("-Dpith.output.terminal=true");
    }

    @Test
    void saysWhereItLies() throws Exception {
        assertThat(pith("hook", "claude-code", "--install").out())
                .contains("-Dpith.launcher=" + root.toRealPath().resolve("pith") + "\n");
    }

    @Test
    void javasHomeIsWhatTheVariableSays() throws Exception {
        pith("--help");
        assertThat(pith("config").out()).doesNotContain("-Duser.home");
        home = directory.resolve("a home").toString();
        assertThat(pith("config").out()).contains("-Duser.home=" + home + "\n");
    }

    @Test
    void rehearsesWithNothingThatTheUserConfigured() throws Exception {
        Path seen = directory.resolve("seen");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\ncase \"$*\" in *Rehearsal*) env >'" + seen + "' ;; esac\n");
        pith("list");
        assertThat(seen)
                .content()
                .doesNotContain("JAVA_HOME")
                .contains("TEMPORAL_CONFIG_FILE=")
                .contains("PATH=");
        try (Stream<Path> left = Files.list(root.resolve("starter/target/run/1"))) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("rehearsal"));
        }
    }

    /** So that the archive of classes holds what commands with that server need. */
    @Test
    void rehearsesWithTheProgramThatTheFirstCommandNeeds() throws Exception {
        Path seen = directory.resolve("seen");
        executable(jdk.resolve("bin/java"), """
                #!/bin/sh
                case "$*" in
                  *ProgramFetch*) echo '/a path/temporal' ;;
                  *Rehearsal*) for last in "$@"; do :; done; echo "with $last" >>'%s' ;;
                esac
                """.formatted(seen));
        pith("compact", "a file.jsonl");
        assertThat(seen).hasContent("with /a path/temporal");
    }

    @Test
    void fetchesNothingForACommandThatNeedsNoServerOrNamesAHome() throws Exception {
        Path seen = directory.resolve("seen");
        executable(jdk.resolve("bin/java"), "#!/bin/sh\necho \"$*\" >>'" + seen + "'\n");
        pith("list");
        Files.delete(onlyArchive());
        pith("compact", "--home", "x", "a file.jsonl");
        assertThat(seen).content().contains("Rehearsal").doesNotContain("ProgramFetch");
    }

    private Path onlyArchive() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("starter/target/run/1"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void build(String script) throws IOException {
        executable(root.resolve("mvnw"), "#!/bin/sh\n" + script);
    }

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(directory.resolve("jdk " + version));
        Path bin = Files.createDirectories(home.resolve("bin"));
        executable(bin.resolve("javac"), "#!/bin/sh\n");
        executable(bin.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 7\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Run pith(String... arguments) throws Exception {
        return run(root.resolve("pith"), arguments);
    }

    private Run run(Path launcher, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "PATH", searchPath, "HOME", home));
        Path err = directory.resolve("stderr");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    /** Of the machine's programs only what every system has. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectory(directory.resolve("tools"));
        for (String name : List.of("dirname", "sed")) {
            Path tool = Stream.of("/bin", "/usr/bin")
                    .map(path -> Path.of(path, name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            executable(tools.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
