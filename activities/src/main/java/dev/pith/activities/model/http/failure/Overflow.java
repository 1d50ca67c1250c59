package dev.pith.activities.model.http.failure;

import dev.pith.activities.model.http.wire.ProviderError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes prompts that exceed the window by the messages of servers: OpenAI, Anthropic, vLLM and SGLang in several
 * versions, llama.cpp, Ollama, LM Studio, TGI, Mistral, Gemini, xAI, Moonshot, Zhipu, DashScope.
 */
final class Overflow {

    private static final String NUMBER = "(\\d[\\d,]{0,11})";

    private static final String A_MINUTE = "tokens per min[^:]{0,20}: limit:? ";

    /** Signs of an overflow in error codes and words, in lower case. */
    private static final Pattern SIGN = Pattern.compile(String.join(
            "|",
            "context_length_exceeded|exceed_context_size|context_window_exceeded|contextwindowexceeded",
            "max_prompt_tokens_exceeded|request_too_large|string_above_max_length",
            "maximum (?:context|prompt|model) length|max_model_len|maximum context length",
            "exceed\\w{0,10} (?:the |this |your |model'?s? )*+(?:available |max\\w{0,10} )?context",
            "context (?:length|size|window) (?:has been )?exceed",
            "longer than the (?:model'?s? )?(?:max\\w{0,10} )?(?:model|context)",
            "context length (?:is|of) only|greater than the context length|context the overflows|overflows? the context",
            "(?:prompt|input|request)(?: \\([^)]{0,40}\\))? (?:is )?too long|prompt exceeds max",
            "input token count|prompt token count|exceeded model token limit|range of input length should be",
            "reduce the length of the|request too large for|must be reduced in order to run",
            "`inputs` tokens \\+ `max_new_tokens`"));

    /** Patterns that capture the window, most reliable first. */
    private static final List<Pattern> WINDOW = List.of(
            after("maximum (?:context|prompt) length (?:is|of) (?:only )?"),
            after("tokens > "),
            after("context limit: \\d+ \\+ \\d+ > "),
            Pattern.compile(NUMBER + " maximum context length"),
            after("context (?:length|size|window)(?: limit)?(?: is| of)?(?: only)? \\(?"),
            after("max_model_len (?:of )?"),
            after("maximum model length of "),
            after("tokens allowed \\(?"),
            after("token limit:? "),
            after("exceeds (?:the )?limit of "),
            after("input length should be \\[1, ?"),
            after("must be <= "),
            // For a prompt that exceeds a minute's tokens, the limit is the most that one call may have.
            after(A_MINUTE));

    /** The limit of tokens a minute, and the tokens that the request needs. */
    private static final Pattern MINUTE = Pattern.compile(A_MINUTE + NUMBER + "[^:]{0,40}requested:? " + NUMBER);

    private Overflow() {}

    /** Returns whether the request exceeds only what is left of this minute's tokens; alone it would fit. */
    static boolean isOfThisMinute(ProviderError error) {
        Matcher minute = MINUTE.matcher(error.all());
        return minute.find() && number(minute, 2) <= number(minute, 1);
    }

    static boolean seenIn(ProviderError error) {
        return SIGN.matcher(error.all()).find();
    }

    /** Returns the window in tokens; 0 if the error does not contain it. */
    static int window(ProviderError error) {
        if (error.window() > 0) {
            return error.window();
        }
        for (Pattern pattern : WINDOW) {
            Matcher matcher = pattern.matcher(error.all());
            if (matcher.find()) {
                long told = number(matcher, 1);
                return told > 0 && told <= Integer.MAX_VALUE ? (int) told : 0;
            }
        }
        return 0;
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group).replace(",", ""));
    }

    private static Pattern after(String words) {
        return Pattern.compile(words + NUMBER);
    }
}
