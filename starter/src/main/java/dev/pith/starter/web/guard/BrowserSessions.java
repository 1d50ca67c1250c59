package dev.pith.starter.web.guard;

import dev.pith.starter.web.http.Access;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Browsers that gave an access token once: a stream of events cannot send a header, so a cookie stands for the token.
 * The token is asked for again after {@link #LIFETIME}, and at each start of the server. Thread-safe.
 */
final class BrowserSessions {

    static final Duration LIFETIME = Duration.ofHours(12);
    private static final int MOST = 10_000;
    private static final int BYTES = 24;

    private record Session(String token, Instant until) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AccessTokens tokens;
    private final InstantSource clock;

    BrowserSessions(AccessTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Begins a session of a valid token; returns its id. */
    String begin(String token) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.until().isBefore(now));
        if (sessions.size() >= MOST) {
            sessions.clear();
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        sessions.put(id, new Session(token, now.plus(LIFETIME)));
        return id;
    }

    /** Returns what a session allows: what its token allows now, or nothing if it has ended. */
    Optional<Access> of(String id) {
        Session session = sessions.get(id);
        return session == null || session.until().isBefore(clock.instant())
                ? Optional.empty()
                : tokens.of(session.token());
    }

    void end(String id) {
        sessions.remove(id);
    }
}
