package dev.pith.activities.redaction;

/** What a secret is, as its marker in the text says. */
public enum SecretKind {
    /** A key of a service: OpenAI, Anthropic, AWS, Google, Stripe and their kin. */
    API_KEY("API key"),
    /** What stands for somebody who has signed in: access tokens, JWTs, bearer and basic headers. */
    TOKEN("token"),
    /** The private half of a key pair, a whole block or a piece of one. */
    PRIVATE_KEY("private key"),
    /** A password, in an assignment or in a URL. */
    PASSWORD("password"),
    /** What its name calls a secret. */
    SECRET("secret");

    static final String OPENING = "[redacted ";

    private final String marker;

    SecretKind(String label) {
        this.marker = OPENING + label + "]";
    }

    /** What stands in the text instead of such a secret. */
    public String marker() {
        return marker;
    }

    /** Where the marker that begins here ends; -1 where none begins. */
    static int endOfMarker(String text, int at) {
        if (text.startsWith(OPENING, at)) {
            for (SecretKind kind : values()) {
                if (text.startsWith(kind.marker, at)) {
                    return at + kind.marker.length();
                }
            }
        }
        return -1;
    }
}
