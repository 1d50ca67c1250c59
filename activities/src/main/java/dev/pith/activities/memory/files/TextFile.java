package dev.pith.activities.memory.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A text file in UTF-8 as it was read: with its line ends, and with a mark at its beginning where it has one.
 *
 * @param text with {@code \n} for every line end; empty where there is no file
 */
record TextFile(Path path, byte[] bytes, String text, boolean crlf, boolean marked) {

    private static final char MARK = '\ufeff';

    /**
     * Reads it.
     *
     * @throws DamagedFileException where it is not UTF-8
     */
    static TextFile read(Path path) throws IOException, DamagedFileException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            bytes = new byte[0];
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new DamagedFileException(path, "is not UTF-8: save it as UTF-8, then it is kept up again");
        }
        if (text.indexOf('\0') >= 0) {
            throw new DamagedFileException(path, "holds zero bytes: save it as UTF-8 text, then it is kept up again");
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        boolean crlf = text.contains("\r\n");
        String plain = marked ? text.substring(1) : text;
        return new TextFile(path, bytes, plain.replace("\r\n", "\n"), crlf, marked);
    }

    /** Whether there was a file with anything in it. */
    boolean exists() {
        return !text.isBlank();
    }

    /**
     * Puts another text in its place, as a whole or not at all, on the disk before this returns.
     *
     * @return whether it did: not where somebody wrote the file since it was read
     */
    boolean replace(String other) throws IOException {
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        String lines = crlf ? other.replace("\n", "\r\n") : other;
        byte[] written = ((marked ? MARK : "") + lines).getBytes(StandardCharsets.UTF_8);
        try {
            write(beside, written);
            if (!Arrays.equals(bytes, Files.exists(target) ? Files.readAllBytes(target) : new byte[0])) {
                return false;
            }
            if (Files.exists(target)) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(target));
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return true;
    }

    private static void write(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
