package dev.pith.starter.web.guard;

import dev.pith.starter.web.http.Access;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Requires an access token, sent as {@code Authorization: Bearer} or given once by a browser. Without a file of tokens,
 * which only a server on a loopback address may lack, every request has full access.
 */
public final class AccessRule {

    private static final String COOKIE = "pith_session";
    private static final String BEARER = "bearer ";
    private static final String LASTING = "pith.lasting";

    private final @Nullable AccessTokens tokens;
    private final @Nullable BrowserSessions sessions;

    /** Creates a rule; null allows everything. */
    public AccessRule(@Nullable AccessTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.sessions = tokens == null ? null : new BrowserSessions(tokens, clock);
    }

    /** Returns what the request may do; empty without a valid token. */
    public Optional<Access> of(Context ctx) {
        return of(ctx.header("Authorization"), ctx.cookie(COOKIE));
    }

    private Optional<Access> of(@Nullable String header, @Nullable String cookie) {
        if (tokens == null || sessions == null) {
            return Optional.of(Access.FULL);
        }
        if (header != null) {
            return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? tokens.of(header.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        return cookie == null ? Optional.empty() : sessions.of(cookie);
    }

    /** Fails unless the request may do this. */
    public void require(Context ctx, Access needed) {
        Access granted = of(ctx).orElseThrow(() -> {
            ctx.header("WWW-Authenticate", "Bearer");
            return Problem.of(
                    ProblemKind.UNAUTHORIZED,
                    "the request has no valid access token: send Authorization: Bearer TOKEN");
        });
        if (!granted.includes(needed)) {
            throw Problem.of(ProblemKind.FORBIDDEN, "the access token may read only: this needs one with full access");
        }
        String header = ctx.header("Authorization");
        String cookie = ctx.cookie(COOKIE);
        BooleanSupplier lasting =
                () -> of(header, cookie).filter(now -> now.includes(needed)).isPresent();
        ctx.attribute(LASTING, lasting);
    }

    /** Returns whether a request that was allowed still would be: its answer may last longer than its token. */
    public static BooleanSupplier lasting(Context ctx) {
        BooleanSupplier lasting = ctx.attribute(LASTING);
        return Objects.requireNonNull(lasting, "the request was not checked");
    }

    /** Lets a browser in that sends a valid token. */
    public void signIn(Context ctx, String token) {
        if (tokens == null || sessions == null) {
            return;
        }
        if (tokens.of(token).isEmpty()) {
            throw Problem.of(ProblemKind.UNAUTHORIZED, "the access token is not known here");
        }
        Cookie cookie = new Cookie(COOKIE, sessions.begin(token));
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        cookie.setSecure("https".equals(ctx.header("X-Forwarded-Proto")));
        cookie.setMaxAge((int) BrowserSessions.LIFETIME.toSeconds());
        ctx.cookie(cookie);
    }

    /** Ends the session of a browser. */
    public void signOut(Context ctx) {
        String cookie = ctx.cookie(COOKIE);
        if (cookie != null && sessions != null) {
            sessions.end(cookie);
        }
        ctx.removeCookie(COOKIE, "/");
    }
}
