package dev.pith.activities.redaction;

import dev.pith.activities.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes names of secrets, in any case style: {@code DB_PASSWORD}, {@code clientSecret}, {@code x-api-key}. */
final class SecretName {

    private static final int LONGEST = 60;
    private static final int LONGEST_SUFFIX = 11;
    private static final Set<String> WORKING_DIRECTORIES = Set.of("PWD", "OLDPWD", "pwd");

    private static final List<String> PASSWORDS = WordList.inOrder("""
            password passwd passphrase passcode pwd sshpass bindpw rootpw dbpw passwort kennwort motdepasse
            contrasena wachtwoord""");
    private static final List<String> TOKENS = List.of("token", "authorization");
    private static final List<String> SECRETS = WordList.inOrder("""
            secret credential credentials clientkeydata sharedaccesssignature xamzsignature xgoogsignature""");
    private static final List<String> KEYS = WordList.inOrder("""
            apikey secretkey accesskey privatekey accountkey sharedkey authkey encryptionkey signingkey masterkey
            servicekey rolekey deploykey functionskey subscriptionkey licensekey presharedkey hmackey cookiekey
            sessionkey""");

    /** Names whose values are chosen by people, like passwords; other values are issued by services. */
    private static final List<String> CHOSEN = WordList.inOrder("""
            secretkey encryptionkey signingkey masterkey presharedkey hmackey cookiekey sessionkey jwtsecret
            sessionsecret cookiesecret""");

    /** Suffixes allowed after such a name, each after a {@code _} or {@code -}: a qualifier or an environment. */
    private static final Set<String> SUFFIXES = WordList.of("""
            base prod production dev development staging stage live sandbox primary secondary backup default old new
            ro rw main""");

    /** Names with "token" that are not secrets: tokens of a page, a text or a model. */
    private static final Set<String> NO_TOKENS = WordList.of("""
            page next nextpage continuation pad eos bos unk mask sep cls stop start end last first current previous
            prev sync cancellation per image special""");

    private SecretName() {}

    /** Returns the endings of secret names, lowercase and without separators, for the documentation tests. */
    static Map<SecretKind, List<String>> endings() {
        return Map.of(
                SecretKind.PASSWORD,
                PASSWORDS,
                SecretKind.TOKEN,
                TOKENS,
                SecretKind.SECRET,
                SECRETS,
                SecretKind.API_KEY,
                KEYS);
    }

    /** Returns the suffixes allowed after such an ending. */
    static Set<String> suffixes() {
        return SUFFIXES;
    }

    /** Returns the kind of secret that this name denotes, or null if it denotes none. */
    static @Nullable SecretKind kind(String text, int from, int to) {
        if (text.startsWith("sig=", from) && to - from == 3) {
            return SecretKind.SECRET; // The signature of an Azure URL.
        }
        if (to - from > LONGEST) {
            return null;
        }
        int stem = stem(text, from, to);
        if ("dDeEtTyYnNaAsSwWlL".indexOf(text.charAt(stem - 1)) < 0) {
            return null;
        }
        String name = text.substring(from, stem);
        String plain = plain(name);
        if (isPass(name, isAssigned(text, to))
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

    /** Returns the end of the name without a number of at most two digits and without one suffix. */
    private static int stem(String text, int from, int to) {
        int end = to;
        while (end > from + 1 && end > to - 2 && Alphabet.DIGIT.at(text, end - 1)) {
            end--;
        }
        int suffix = end;
        while (suffix > from && end - suffix <= LONGEST_SUFFIX && Alphabet.LETTER.at(text, suffix - 1)) {
            suffix--;
        }
        boolean isApart = suffix < end && suffix > from + 1 && "_-".indexOf(text.charAt(suffix - 1)) >= 0;
        if (isApart && SUFFIXES.contains(text.substring(suffix, end).toLowerCase(Locale.ROOT))) {
            return suffix - 1;
        }
        boolean isNumbered = end < to && end > from + 1 && "_-".indexOf(text.charAt(end - 1)) >= 0;
        return isNumbered ? end - 1 : end;
    }

    /** Whether the name is an environment variable, to which a value is assigned, not a name. */
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

    /** Whether the value of this name is chosen by people, like a password. */
    static boolean isChosen(String text, int from, int to) {
        return to - from <= LONGEST && endsWithOne(plain(text.substring(from, stem(text, from, to))), CHOSEN);
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** {@code pass=…}, {@code "pass": …}, {@code pass: '…'}. */
    private static boolean isAssigned(String text, int to) {
        return text.startsWith("=", to)
                || text.startsWith("\":", to)
                || text.startsWith(": '", to)
                || text.startsWith(": \"", to);
    }

    /** Whether the name is "pass". Tests pass too, so the word counts only in an assignment. */
    private static boolean isPass(String name, boolean isAssigned) {
        return (isAssigned && name.equals("pass"))
                || name.endsWith("_pass")
                || name.endsWith("_PASS")
                || name.endsWith("-pass")
                || name.endsWith("Pass")
                || name.endsWith("_pw")
                || name.endsWith("_PW");
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
