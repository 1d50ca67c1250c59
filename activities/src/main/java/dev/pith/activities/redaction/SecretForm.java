package dev.pith.activities.redaction;

/** How a secret is recognized. {@code docs/redaction.md} has an example of each, verified by a test. */
enum SecretForm {
    /** By its prefix ({@link Shapes}). */
    PREFIX,
    /** By its pieces and their separators ({@link JoinedTokens}). */
    PIECES,
    /** A private key block ({@link KeyBlocks}). */
    KEY_BLOCK,
    /** Near an AWS access key id ({@link AccessKeySecrets}). */
    NEAR_ACCESS_KEY,
    /** Between the user and the host of a URL ({@link UrlPasswords}). */
    URL,
    /** After the word {@code Bearer} ({@link Assignments}). */
    BEARER,
    /** User and password as base64 ({@link EncodedCredentials}). */
    ENCODED_CREDENTIALS,
    /** The value assigned to a name ({@link Assignments}). */
    NAMED,
    /** The value in a labeled name and value pair ({@link NameValuePairs}). */
    NAME_AND_VALUE,
    /** The value of a cookie ({@link Cookies}). */
    COOKIE,
    /** The password of a netrc file ({@link NetrcPasswords}). */
    NETRC,
    /** The password of a line of a pgpass file ({@link PgpassPasswords}). */
    PGPASS,
    /** After an option of a program that takes a password there ({@link ProgramPasswords}). */
    PROGRAM_OPTION,
    /** In an SQL statement ({@link SqlPasswords}). */
    SQL
}
