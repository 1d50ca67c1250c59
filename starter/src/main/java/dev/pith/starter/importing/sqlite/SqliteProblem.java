package dev.pith.starter.importing.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Words for what is wrong with a database. */
public final class SqliteProblem {

    private SqliteProblem() {}

    /** Returns what the database is, in a few words without its name: locked, damaged, or else. */
    public static String words(SQLException e) {
        if (e instanceof DamagedRowException) {
            return String.valueOf(e.getMessage());
        }
        return switch (code(e)) {
            case 5, 6 -> "locked by another program";
            case 11, 26 -> "damaged";
            default -> "unreadable (" + String.valueOf(e.getMessage()).replaceAll("\\s{1,9}", " ") + ")";
        };
    }

    /** Returns what the user can do about it; null if that is not known. */
    public static @Nullable String cure(SQLException e) {
        return switch (code(e)) {
            case 5, 6 -> "close that program, or try again later";
            case 11, 26 -> "open it with its program, which may repair it, or restore a copy";
            default -> null;
        };
    }

    private static int code(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        // Extended codes keep the primary one in the low byte.
        return code.code & 0xFF;
    }
}
