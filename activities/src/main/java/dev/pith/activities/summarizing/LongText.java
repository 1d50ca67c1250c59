package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Sentences;
import java.util.List;

/** Shortens what a person wrote to what is worth storing: beginning, end, and between them the sentences that bind. */
final class LongText {

    private static final String GAP = "\n[…]\n";

    private LongText() {}

    /**
     * At most so much of a text; linear.
     *
     * @param most in characters
     */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String beginning = Clip.first(text, most * 6 / 10);
        String end = Clip.last(text, most * 2 / 10);
        String between = text.substring(beginning.length(), text.length() - end.length());
        StringBuilder binding = new StringBuilder();
        List<String> sentences = Sentences.of(between);
        for (String sentence : sentences) {
            if (Weight.binds(sentence) && binding.length() + sentence.length() + GAP.length() < most * 2 / 10) {
                binding.append(sentence).append(GAP);
            }
        }
        return beginning + GAP + binding + end;
    }
}
