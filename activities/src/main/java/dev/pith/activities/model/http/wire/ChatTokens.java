package dev.pith.activities.model.http.wire;

import java.util.List;

/**
 * Takes the control tokens of chat templates off an answer, where a server leaves them in its text: channels (Harmony's
 * {@code <|channel|>final<|message|>}), the turn's beginning, and end markers. Tokens further down are what the text is about.
 *
 * @param text what is left, stripped; of channels only the final one
 * @param reasoned whether another channel was taken
 */
record ChatTokens(String text, boolean reasoned) {

    private static final String CHANNEL = "<|channel|>";
    private static final String MESSAGE = "<|message|>";

    /** The same where a server drops the tokens and leaves the channels' names: "analysisWe need …assistantfinal## Done". */
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

    /** What a template puts between one turn and the next: no text holds it, unless it is about templates. */
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

    /** A model that is not stopped at its end goes on with turns of its own invention. */
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
