package dev.pith.activities.redaction;

/** How a secret is recognized. {@code docs/redaction.md} has an example of each, which a test holds against the code. */
enum SecretForm {
    /** By how it begins ({@link Shapes}). */
    PREFIX,
    /** By its pieces and what joins them ({@link JoinedTokens}). */
    PIECES,
    /** A block of a private key ({@link KeyBlocks}). */
    KEY_BLOCK,
    /** Near the id of an AWS access key ({@link AccessKeySecrets}). */
    NEAR_ACCESS_KEY,
    /** Between the user and the host of a URL ({@link UrlPasswords}). */
    URL,
    /** After the word {@code Bearer} ({@link Assignments}). */
    BEARER,
    /** User and password as base64 ({@link EncodedCredentials}). */
    ENCODED_CREDENTIALS,
    /** The value of a name ({@link Assignments}). */
    NAMED,
    /** The value beside a name, each with a word before it ({@link NameValuePairs}). */
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
