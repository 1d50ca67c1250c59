package dev.pith.activities.memory.keyless;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes sentences by which a person withdraws a rule, and its topic: "Forget the rule about lint". */
final class EndedRule {

    private static final String RULE =
            "(?:rules?|constraints?|requirements?|restrictions?|conventions?|preferences?|polic(?:y|ies)"
                    + "|decisions?)";

    private static final Pattern TAKEN_BACK = Pattern.compile(
            "^(?:(?:please|you can|you may|let's|now|just|so),? )*+(?:forget|drop|ignore|scrap|scratch|cancel|lift|remove|delete"
                    + "|withdraw|revoke|waive)"
                    + " (?:about )?(?:the|that|my|our|this) (?:\\w+ )?" + RULE
                    + " (?:about|on|of|for|with|against|that|to|not to) (?:the |any )?(?<a>[^,;:.!?]{2,80})"
                    + "|^you (?:needn't|don't (?:need|have) to|no longer (?:need|have) to) (?<b>[^,;:.!?]{3,80}?)"
                    + " (?:any ?more|any longer|from now on)\\b"
                    + "|^(?:the|that|my|our) " + RULE + " (?:about|on|for|against) (?<c>[^,;:.!?]{2,80}?)"
                    + " (?:no longer|doesn't|does not|is over|is gone|is off)\\b"
                    + "|^(?:(?:please|so|no|just),? )*+(?:forget|ignore|scratch|disregard|drop)"
                    + " (?:what i (?:said|told you|wrote)|that|the (?:thing|bit|part)|my (?:remark|note|comment))"
                    + " (?:about|on) (?:the |any |using |never |always )?(?<e>[^,;:.!?]{2,80})"
                    + "|^(?:忘掉|取消|忽略|不用再管|不再需要)(?:关于)?(?<d>[^，。；：！？]{2,40}?)的?(?:规则|要求|约定|规定)",
            Pattern.CASE_INSENSITIVE);

    private EndedRule() {}

    /** Returns the topic of the rule that a sentence withdraws; empty if it withdraws none. */
    static Optional<String> topic(String sentence) {
        Matcher matcher = TAKEN_BACK.matcher(sentence);
        if (sentence.endsWith("?") || !matcher.find()) {
            return Optional.empty();
        }
        for (String group : new String[] {"a", "b", "c", "d", "e"}) {
            String topic = matcher.group(group);
            if (topic != null) {
                return Optional.of(topic.strip());
            }
        }
        return Optional.empty();
    }
}
