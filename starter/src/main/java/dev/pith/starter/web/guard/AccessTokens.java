package dev.pith.starter.web.guard;

import dev.pith.activities.hashing.Sha256;
import dev.pith.starter.web.http.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access tokens of a file: a line each, {@code full} or {@code read}, then the SHA-256 of the token in hexadecimal,
 * then a name for people. The file is read again when it has changed. Thread-safe.
 */
public final class AccessTokens {

    private static final Pattern LINE = Pattern.compile("(full|read)\\s+([0-9a-fA-F]{64})(?:\\s.*)?");
    private static final Logger LOG = LoggerFactory.getLogger("dev.pith.Web");

    private final Path file;
    private FileTime changed = FileTime.fromMillis(0);
    private long size = -1;
    private Map<String, Access> hashes = Map.of();

    private AccessTokens(Path file) {
        this.file = file;
    }

    /**
     * Reads the tokens of a file.
     *
     * @throws IllegalArgumentException if it cannot be read, or a line is no token, or there is none
     */
    public static AccessTokens of(Path file) {
        AccessTokens tokens = new AccessTokens(file);
        try {
            tokens.hashes = tokens.parsed();
        } catch (IOException e) {
            throw new IllegalArgumentException("the file of access tokens " + file + " cannot be read: " + e, e);
        }
        if (tokens.hashes.isEmpty()) {
            throw new IllegalArgumentException("the file of access tokens " + file + " has no token: add a line");
        }
        return tokens;
    }

    /** Returns what a token allows; empty if it is not in the file. */
    public Optional<Access> of(String token) {
        byte[] hash = Sha256.hex(token).getBytes(StandardCharsets.US_ASCII);
        Optional<Access> found = Optional.empty();
        for (Map.Entry<String, Access> one : current().entrySet()) {
            // Compared in constant time, all of them: the time tells nothing of a hash.
            if (MessageDigest.isEqual(one.getKey().getBytes(StandardCharsets.US_ASCII), hash)) {
                found = Optional.of(one.getValue());
            }
        }
        return found;
    }

    private synchronized Map<String, Access> current() {
        try {
            FileTime now = Files.getLastModifiedTime(file);
            if (!now.equals(changed) || Files.size(file) != size) {
                // Whatever it holds, this version of the file is looked at once.
                changed = now;
                size = Files.size(file);
                hashes = parsed();
            }
        } catch (IOException e) {
            LOG.warn("the file of access tokens is gone, nothing is allowed until it is back: {}", e.getMessage());
            hashes = Map.of();
            size = -1;
        } catch (IllegalArgumentException e) {
            // Whoever edits the file may have half of it written: the tokens of before stay until it is whole.
            LOG.warn("the access tokens were not read again, those of before stay: {}", e.getMessage());
        }
        return hashes;
    }

    private Map<String, Access> parsed() throws IOException {
        Map<String, Access> read = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                Matcher matcher = LINE.matcher(line.strip());
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("line " + number + " of the access tokens in " + file
                            + " must be full or read, then the SHA-256 of the token in 64 hexadecimal digits");
                }
                read.put(
                        matcher.group(2).toLowerCase(Locale.ROOT),
                        matcher.group(1).equals("full") ? Access.FULL : Access.READ);
            }
        }
        return Map.copyOf(read);
    }
}
