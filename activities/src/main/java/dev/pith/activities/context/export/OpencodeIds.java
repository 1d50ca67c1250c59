package dev.pith.activities.context.export;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;

/**
 * Ids as opencode makes them: a prefix, twelve hexadecimal digits that count up (for sessions down) with time, and
 * fourteen random letters and digits. Opencode orders messages and parts by them.
 */
final class OpencodeIds {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LETTERS = 14;

    /** Opencode counts 4,096 ids in a millisecond. */
    private static final int IN_A_MILLISECOND = 0x1000;

    private static final long SIX_BYTES = (1L << 48) - 1;

    private final Random random = new SecureRandom();
    private long count;

    OpencodeIds(Instant made) {
        this.count = first(made);
    }

    /** Returns the id of a handover's session, always the same. */
    static String session(Handover handover) {
        String letters = handover.session().toString().replace("-", "");
        return beginning("ses", ~first(handover.made())) + letters.substring(0, RANDOM_LETTERS);
    }

    String message() {
        return id("msg", count++);
    }

    String part() {
        return id("prt", count++);
    }

    private static long first(Instant made) {
        return made.toEpochMilli() * IN_A_MILLISECOND;
    }

    private static String beginning(String prefix, long number) {
        return String.format("%s_%012x", prefix, number & SIX_BYTES);
    }

    private String id(String prefix, long number) {
        StringBuilder id = new StringBuilder(beginning(prefix, number));
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
