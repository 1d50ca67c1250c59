package dev.pith.activities.redaction;

import java.util.List;
import java.util.Set;

/**
 * A command-line option that passes a password to a program.
 *
 * @param programs names of the programs
 * @param subcommand a word that must also precede the option; empty if none
 * @param option the option, such as {@code -p}
 * @param glue how the password follows the option
 * @param before what precedes the password in the value: {@code user:}, {@code pass:}
 */
record PasswordOption(Set<String> programs, String subcommand, String option, Glue glue, Before before) {

    /** Whether a space separates an option and its value. */
    enum Glue {
        /** {@code -pX}; {@code -p X} means something else. */
        TIGHT,
        /** {@code -p X}, {@code --option=X}. */
        SPACED,
        /** Either. */
        BOTH
    }

    /** The prefix of the value. */
    enum Before {
        /** The password is the whole value. */
        NOTHING,
        /** {@code user:password}. */
        USER,
        /** The word {@code pass:}, as in openssl. */
        WORD_PASS
    }

    private static final Set<String> MYSQL = Set.of(
            "mysql",
            "mysqldump",
            "mysqladmin",
            "mysqlimport",
            "mysqlshow",
            "mysqlcheck",
            "mysqlsh",
            "mariadb",
            "mariadb-dump",
            "mariadb-admin");
    private static final Set<String> REGISTRIES =
            Set.of("docker", "podman", "nerdctl", "buildah", "skopeo", "crane", "oras", "helm", "az", "oc", "cf");
    private static final Set<String> MONGO =
            Set.of("mongo", "mongosh", "mongodump", "mongorestore", "mongoexport", "mongoimport", "cqlsh");
    private static final Set<String> LDAP =
            Set.of("ldapsearch", "ldapadd", "ldapmodify", "ldapwhoami", "ldapdelete", "ldappasswd");
    private static final Set<String> KEYTOOL = Set.of("keytool", "jarsigner", "apksigner");

    /** All password options, from the programs' manuals. */
    static final List<PasswordOption> ALL = List.of(
            new PasswordOption(Set.of("curl"), "", "-u", Glue.BOTH, Before.USER),
            new PasswordOption(Set.of("curl"), "", "--user", Glue.SPACED, Before.USER),
            new PasswordOption(Set.of("curl"), "", "--proxy-user", Glue.SPACED, Before.USER),
            new PasswordOption(Set.of("skopeo"), "", "--creds", Glue.SPACED, Before.USER),
            plain(MYSQL, "", "-p", Glue.TIGHT),
            plain(Set.of("sshpass"), "", "-p", Glue.BOTH),
            plain(REGISTRIES, "login", "-p", Glue.BOTH),
            plain(REGISTRIES, "login", "--password", Glue.SPACED),
            plain(MONGO, "", "-p", Glue.BOTH),
            plain(MONGO, "", "--password", Glue.SPACED),
            plain(Set.of("redis-cli"), "", "-a", Glue.SPACED),
            plain(Set.of("sqlcmd", "bcp", "osql", "ipmitool", "zip", "unzip"), "", "-P", Glue.BOTH),
            plain(LDAP, "", "-w", Glue.BOTH),
            plain(Set.of("7z", "7za", "7zz", "rar", "unrar"), "", "-p", Glue.TIGHT),
            plain(KEYTOOL, "", "-storepass", Glue.SPACED),
            plain(KEYTOOL, "", "-keypass", Glue.SPACED),
            plain(KEYTOOL, "", "-srcstorepass", Glue.SPACED),
            plain(KEYTOOL, "", "-deststorepass", Glue.SPACED),
            new PasswordOption(Set.of("openssl"), "", "-pass", Glue.SPACED, Before.WORD_PASS),
            new PasswordOption(Set.of("openssl"), "", "-passin", Glue.SPACED, Before.WORD_PASS),
            new PasswordOption(Set.of("openssl"), "", "-passout", Glue.SPACED, Before.WORD_PASS));

    PasswordOption {
        programs = Set.copyOf(programs);
        if (programs.isEmpty() || !option.startsWith("-")) {
            throw new IllegalArgumentException(
                    "PasswordOption " + option + ": needs a program and an option that begins with -: name both");
        }
    }

    private static PasswordOption plain(Set<String> programs, String subcommand, String option, Glue glue) {
        return new PasswordOption(programs, subcommand, option, glue, Before.NOTHING);
    }
}
