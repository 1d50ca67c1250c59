package dev.pith.activities.redaction;

import java.util.List;
import java.util.Set;

/** Placeholder words used in place of secrets: in examples, documentation and code. */
final class Placeholders {

    private static final Set<String> WORDS = Set.copyOf(List.of(
            ("a an the my your our his some any this that with value values here and or not of for to in is as on at by no "
                            + "api key keys secret secrets token tokens password passwords passwd pass pwd pw passphrase credential "
                            + "credentials auth authorization bearer basic access refresh session client id user username name "
                            + "service account app application server private public master root admin login email "
                            + "test tests testing tester example sample dummy fake mock stub placeholder demo default "
                            + "change changeme changeit me insert replace enter put set unset missing add paste fill "
                            + "string str number int integer boolean bool object any none null nil undefined void true "
                            + "false optional required readonly redacted hidden masked todo tbd fixme foo bar baz qux abc "
                            + "abcd abcdef xyz empty invalid incorrect wrong bad valid new old current existing expired env var "
                            + "variable type text s3cret mypassword mysecret mytoken mykey hash hashed plain plaintext encrypted raw blank unknown config process "
                            + "os environ getenv self props state data result response request req res input args options "
                            + "params ctx body form field match secretsmanager vault postgres postgresql guest confirm "
                            + "confirmation reset forgot update create verify validate generate generated strong weak "
                            + "super real long short random hex base64 sha256 md5 uuid jwt oauth openai anthropic github "
                            + "gitlab slack aws azure google stripe provider model local localhost dev prod production staging")
                    .split(" ", -1)));

    private static final String[] MENTIONS = {"your", "xxxx", "example", "placeholder", "****", "....", "redacted"};

    private Placeholders() {}

    /** Whether a lowercase text marks itself as a placeholder. */
    static boolean mentioned(String lower) {
        for (String mention : MENTIONS) {
            if (lower.contains(mention)) {
                return true;
            }
        }
        return false;
    }

    static boolean isWord(String lower) {
        return WORDS.contains(lower);
    }
}
