package dev.pith.activities.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names whose values are secrets, in every way of writing: {@code DB_PASSWORD}, {@code clientSecret}, {@code x-api-key}. */
final class SecretName {

    private static final int LONGEST = 60;
    private static final Set<String> WORKING_DIRECTORIES = Set.of("PWD", "OLDPWD", "pwd");

    private static final List<String> PASSWORDS = List.of("password", "passwd", "passphrase", "pwd");
    private static final List<String> TOKENS = List.of("token", "authorization");
    private static final List<String> SECRETS =
            List.of("secret", "clientkeydata", "sharedaccesssignature", "xamzsignature", "xgoogsignature");
    private static final List<String> KEYS = List.of(
            "apikey",
            "secretkey",
            "accesskey",
            "privatekey",
            "accountkey",
            "sharedkey",
            "authkey",
            "encryptionkey",
            "signingkey",
            "masterkey",
            "servicekey",
            "rolekey",
            "deploykey",
            "functionskey",
            "subscriptionkey");

    /** Tokens of a page, of a text, of a model: no secrets. */
    private static final Set<String> NO_TOKENS = Set.of(
            "page",
            "next",
            "nextpage",
            "continuation",
            "pad",
            "eos",
            "bos",
            "unk",
            "mask",
            "sep",
            "cls",
            "stop",
            "start",
            "end",
            "last",
            "first",
            "current",
            "previous",
            "prev",
            "sync",
            "cancellation",
            "per",
            "image",
            "special");

    private SecretName() {}

    /** What the value of this name is; null where the name does not call it a secret. */
    static @Nullable SecretKind kind(String text, int from, int to) {
        // Nearly every word ends otherwise, and this is asked of every word.
        char end = text.charAt(to - 1);
        if (text.startsWith("sig=", from) && to - from == 3) {
            return SecretKind.SECRET; // What signs a URL of Azure.
        }
        if ("dDeEtTyYnNaAsS".indexOf(end) < 0 || to - from > LONGEST) {
            return null;
        }
        String name = text.substring(from, to);
        String plain = name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
        if (isPass(name, text.startsWith("=", to))
                || (endsWithOne(plain, PASSWORDS) && !WORKING_DIRECTORIES.contains(name))) {
            return SecretKind.PASSWORD;
        }
        if (endsWithOne(plain, TOKENS)) {
            return isOther(name, plain) ? null : SecretKind.TOKEN;
        }
        if (endsWithOne(plain, KEYS) || (name.endsWith("_KEY") && !name.contains("PUBLIC"))) {
            return SecretKind.API_KEY;
        }
        return endsWithOne(plain, SECRETS) ? SecretKind.SECRET : null;
    }

    /** Whether the name is a variable of the environment: what is assigned to it is a value, not a name. */
    static boolean isVariable(String text, int from, int to) {
        boolean upper = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            upper |= Alphabet.UPPER.has(c);
            if (c == '-' || Alphabet.LOWER.has(c)) {
                return false;
            }
        }
        return upper;
    }

    /** Tests pass too, so the word alone is a name only where it is assigned. */
    private static boolean isPass(String name, boolean isAssigned) {
        return (isAssigned && name.equals("pass"))
                || name.endsWith("_pass")
                || name.endsWith("_PASS")
                || name.endsWith("-pass")
                || name.endsWith("Pass");
    }

    private static boolean isOther(String name, String plain) {
        int before = plain.length() - "token".length();
        if (before <= 0 || !plain.endsWith("token")) {
            return false;
        }
        String words = plain.substring(0, before);
        int cut = Math.max(name.lastIndexOf('_', name.length() - 7), name.lastIndexOf('-', name.length() - 7));
        return NO_TOKENS.contains(words)
                || NO_TOKENS.contains(name.substring(cut + 1)
                        .replaceFirst("[_-]?[tT](oken|OKEN)$", "")
                        .toLowerCase(Locale.ROOT));
    }

    private static boolean endsWithOne(String plain, List<String> endings) {
        for (int i = 0; i < endings.size(); i++) {
            if (plain.endsWith(endings.get(i))) {
                return true;
            }
        }
        return false;
    }
}
