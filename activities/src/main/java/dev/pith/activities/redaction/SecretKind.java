package dev.pith.activities.redaction;

/** The kind of a secret, as stated in its marker. */
public enum SecretKind {
    /** A key of a service: OpenAI, Anthropic, AWS, Google, Stripe and similar services. */
    API_KEY("API key"),
    /** A credential of a signed-in user or client: access tokens, JWTs, bearer and basic headers. */
    TOKEN("token"),
    /** The private half of a key pair, a whole block or a piece of one. */
    PRIVATE_KEY("private key"),
    /** A password, in an assignment or in a URL. */
    PASSWORD("password"),
    /** A value whose name denotes a secret. */
    SECRET("secret");

    static final String OPENING = "[redacted ";

    private final String marker;

    SecretKind(String label) {
        this.marker = OPENING + label + "]";
    }

    /** Returns the marker that replaces a secret of this kind. */
    public String marker() {
        return marker;
    }

    /** Returns the end of the marker that starts here, or -1 if there is none. */
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
