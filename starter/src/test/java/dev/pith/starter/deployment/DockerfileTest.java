package dev.pith.starter.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the image: what it is made from, who runs in it and what never comes into it. */
class DockerfileTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void stages_buildWithAJdkAndRunWithAJreOfPinnedVersions() throws IOException {
        List<String> stages = instructions("FROM");

        assertThat(stages).hasSize(2).noneMatch(stage -> stage.contains("latest"));
        assertThat(stages.get(0)).matches("eclipse-temurin:17\\.0\\.\\d+_\\d+-jdk AS build");
        assertThat(stages.get(1)).matches("eclipse-temurin:17\\.0\\.\\d+_\\d+-jre");
    }

    @Test
    void image_hasOnlyWhatWasBuilt() throws IOException {
        List<String> all = lines();
        List<String> run = all.subList(lastStage(all), all.size());

        assertThat(run.stream().filter(line -> line.startsWith("COPY ") || line.startsWith("ADD ")))
                .containsExactly("COPY --from=build /opt/pith /opt/pith");
        assertThat(String.join("\n", all)).contains("chmod -R a+rX /opt/pith");
    }

    @Test
    void lastUser_isNotRoot() throws IOException {
        List<String> all = lines();
        List<String> users = all.subList(lastStage(all), all.size()).stream()
                .filter(line -> line.startsWith("USER "))
                .toList();

        assertThat(users).hasSize(1).noneMatch(user -> user.matches("USER (root|0)(:.*)?"));
    }

    @Test
    void buildContext_leavesOutSecretsAndHistory() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
                .contains(".git", "**/.env", "**/.env.*", "**/target");
    }

    private static List<String> instructions(String name) throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .toList();
    }

    /** Each instruction on one line, without comments. */
    private static List<String> lines() throws IOException {
        return Files.readString(ROOT.resolve("Dockerfile"))
                .replace("\\\n", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static int lastStage(List<String> lines) {
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).startsWith("FROM ") ? i : last;
        }
        return last;
    }
}
