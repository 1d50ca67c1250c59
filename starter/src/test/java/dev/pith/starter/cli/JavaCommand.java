package dev.pith.starter.cli;

import dev.pith.starter.runtime.TestHome;
import dev.pith.starter.runtime.TestTemporal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Java's command line for Pith in a process of its own, with an archive of loaded classes as the launcher has it: without one,
 * a command takes three times the time to start.
 */
public final class JavaCommand {

    private static final Path PLACE = Path.of("target/commands").toAbsolutePath();
    private static final Path ARCHIVE = PLACE.resolve("classes.jsa");
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");
    private static final List<String> USUAL = usual(Runtime.version().feature());
    private static final String CLASS_PATH = classPath();
    private static final int LONGEST_MINUTES = 10;

    static {
        archive();
    }

    private JavaCommand() {}

    /** The launcher's options among them: newer versions of Java warn of what libraries do. */
    private static List<String> usual(int version) {
        List<String> usual = new ArrayList<>(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xlog:disable"));
        if (version >= 22) {
            usual.add("--enable-native-access=ALL-UNNAMED");
        }
        if (version >= 24) {
            usual.add("--sun-misc-unsafe-memory-access=allow");
        }
        return usual;
    }

    /** A Pith command. */
    public static List<String> pith(String... arguments) {
        return pith(List.of(), arguments);
    }

    /** A Pith command with more options for Java. */
    static List<String> pith(List<String> options, String... arguments) {
        return of(Pith.class, options, arguments);
    }

    /** Any class with a main method. */
    public static List<String> of(Class<?> main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:SharedArchiveFile=" + ARCHIVE));
        command.addAll(USUAL);
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Only jars can stand in the class path of an archive: each directory becomes one. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.isEmpty())
                .map(entry ->
                        Files.isDirectory(Path.of(entry)) ? jar(Path.of(entry)).toString() : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path directory) {
        Path jar = PLACE.resolve(directory.toString().replaceAll("\\W+", "-") + ".jar");
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> files =
                    all.filter(file -> !file.equals(directory)).sorted().toList();
            if (Files.exists(jar) && files.stream().noneMatch(file -> isNewer(file, jar))) {
                return jar;
            }
            Files.createDirectories(PLACE);
            Files.deleteIfExists(ARCHIVE);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
                for (Path file : files) {
                    add(zip, directory.relativize(file).toString(), file);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Directories too: Flyway looks for the one with its files. */
    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        boolean directory = Files.isDirectory(file);
        zip.putNextEntry(new ZipEntry(directory ? name + "/" : name));
        if (!directory) {
            Files.copy(file, zip);
        }
    }

    private static boolean isNewer(Path file, Path other) {
        try {
            FileTime time = Files.getLastModifiedTime(other);
            return Files.getLastModifiedTime(file).compareTo(time) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void archive() {
        if (Files.exists(ARCHIVE)) {
            return;
        }
        List<String> command = new ArrayList<>(List.of(JAVA, "-XX:ArchiveClassesAtExit=" + ARCHIVE));
        command.addAll(USUAL);
        command.addAll(List.of("-cp", CLASS_PATH, Rehearsal.class.getName()));
        command.addAll(List.of(
                TestHome.emptied(PLACE.resolve("rehearsal")).toString(),
                TestTemporal.program().toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("The archive of classes for tests was not made: " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
