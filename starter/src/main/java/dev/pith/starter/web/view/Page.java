package dev.pith.starter.web.view;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts a page from rows of which one more was read than it holds.
     *
     * @param cursor returns the cursor after a row
     */
    public static <R> Page<R> of(List<R> read, int limit, Function<R, String> cursor) {
        return read.size() > limit
                ? new Page<>(read.subList(0, limit), cursor.apply(read.get(limit - 1)))
                : new Page<>(read, null);
    }

    /** Returns the page with its rows as they are shown. */
    public <S> Page<S> shown(Function<List<T>, List<S>> as) {
        return new Page<>(as.apply(items), next);
    }
}
