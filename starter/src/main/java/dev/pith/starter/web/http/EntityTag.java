package dev.pith.starter.web.http;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares entity tags as RFC 9110, section 13.1.2, asks: weakly, and with each of a list. */
public final class EntityTag {

    private static final String WEAK = "W/";

    private EntityTag() {}

    /** Returns whether the sender has this version already. None of our tags holds a comma. */
    public static boolean isHeld(String tag, Context ctx) {
        @Nullable String held = ctx.header("If-None-Match");
        return held != null
                && Arrays.stream(held.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*")
                                || (one.startsWith(WEAK) ? one.substring(WEAK.length()) : one).equals(tag));
    }
}
