package dev.pith.starter.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The record of a server that the home has started. Its port stays the same between runs if possible. */
record ServerRecord(int port, int uiPort, String version, boolean stopping) {

    static final ServerRecord NONE = new ServerRecord(0, 0, "", false);

    static ServerRecord read(Path file) {
        return load(file).orElse(NONE);
    }

    ServerRecord asStopping() {
        return new ServerRecord(port, uiPort, version, true);
    }

    void write(Path file) {
        RecordFile.write(
                file, "port=%d%nui-port=%d%nversion=%s%nstopping=%s%n".formatted(port, uiPort, version, stopping));
    }

    private static Optional<ServerRecord> load(Path file) {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
            return Optional.of(new ServerRecord(
                    Integer.parseInt(values.getProperty("port", "0")),
                    Integer.parseInt(values.getProperty("ui-port", "0")),
                    values.getProperty("version", ""),
                    Boolean.parseBoolean(values.getProperty("stopping"))));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
