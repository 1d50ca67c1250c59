package dev.pith.activities.text;

import java.util.ArrayList;
import java.util.List;

/** Drops the middle of a long list. */
public final class Ends {

    private Ends() {}

    /** Returns at most so many elements: half of them from the beginning, half from the end. */
    public static <T> List<T> of(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> ends = new ArrayList<>(all.subList(0, most / 2));
        ends.addAll(all.subList(all.size() - most / 2, all.size()));
        return ends;
    }
}
