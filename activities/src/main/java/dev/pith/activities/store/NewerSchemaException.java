package dev.pith.activities.store;

/**
 * The schema belongs to a newer version of Pith, so this one must not write to it. The message names the migration and
 * the cure.
 */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NewerSchemaException(String migration) {
        super("the schema is newer than this Pith: it has the migration " + migration
                + ", which this version does not know. Use the newer Pith, or another database");
    }
}
