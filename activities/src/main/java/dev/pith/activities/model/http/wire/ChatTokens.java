package dev.pith.activities.model.http.wire;

import java.util.List;

/**
 * Removes the control tokens of chat templates from an answer, if a server left them in its text: channels (Harmony's
 * {@code <|channel|>final<|message|>}), the beginning of the turn, and end markers. Tokens elsewhere in the text are
 * content.
 *
 * @param text the remaining text, stripped; of channels only the final one
 * @param reasoned whether another channel was removed
 */
record ChatTokens(String text, boolean reasoned) {

    private static final String CHANNEL = "<|channel|>";
    private static final String MESSAGE = "<|message|>";

    /** Channel names as they remain if a server drops only the tokens: "analysisWe need …assistantfinal## Done". */
    private static final String BARE_ANALYSIS = "analysis";

    private static final String BARE_FINAL = "assistantfinal";

    private static final List<String> BEGINNINGS = List.of(
            "<|start|>assistant",
            "<|im_start|>assistant",
            "<|start_header_id|>assistant<|end_header_id|>",
            "<start_of_turn>model");

    private static final List<String> ENDS = List.of(
            "<|im_end|>",
            "<|end|>",
            "<|return|>",
            "<|endoftext|>",
            "<|eot_id|>",
            "<|end_of_text|>",
            "<end_of_turn>",
            "<|end_of_sentence|>",
            "</s>");

    /** Tokens between two turns; no text contains them, unless it is about templates. */
    private static final List<String> TURNS = List.of(
            "<end_of_turn>\n<start_of_turn>",
            "<|im_end|>\n<|im_start|>",
            "<|endoftext|><|im_start|>",
            "<|eot_id|><|start_header_id|>");

    static ChatTokens of(String answer) {
        String text = withoutBeginning(answer.strip());
        boolean channels = text.startsWith(CHANNEL);
        if (channels) {
            int last = text.lastIndexOf(CHANNEL + "final");
            int message = last < 0 ? -1 : text.indexOf(MESSAGE, last);
            text = message < 0 ? "" : text.substring(message + MESSAGE.length());
            return new ChatTokens(withoutEnd(text), last != 0);
        }
        int bare = text.lastIndexOf(BARE_FINAL);
        if (bare == 0 || (bare > 0 && text.startsWith(BARE_ANALYSIS))) {
            return new ChatTokens(withoutEnd(text.substring(bare + BARE_FINAL.length())), bare > 0);
        }
        return new ChatTokens(withoutEnd(beforeNextTurn(text)), false);
    }

    /** Cuts further turns, which a model invents if it is not stopped at its end. */
    private static String beforeNextTurn(String text) {
        int next = text.length();
        for (String turn : TURNS) {
            int at = text.indexOf(turn);
            next = at < 0 ? next : Math.min(next, at);
        }
        return text.substring(0, next);
    }

    private static String withoutBeginning(String text) {
        for (String beginning : BEGINNINGS) {
            if (text.startsWith(beginning)) {
                return text.substring(beginning.length()).strip();
            }
        }
        return text;
    }

    private static String withoutEnd(String text) {
        String rest = text.strip();
        for (boolean found = true; found; ) {
            found = false;
            for (String end : ENDS) {
                if (rest.endsWith(end)) {
                    rest = rest.substring(0, rest.length() - end.length()).strip();
                    found = true;
                }
            }
        }
        return rest;
    }
}
