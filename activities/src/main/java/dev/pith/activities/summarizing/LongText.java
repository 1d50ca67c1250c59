package dev.pith.activities.summarizing;

import dev.pith.activities.text.Clip;
import dev.pith.activities.text.Sentences;
import java.util.List;

/** Shortens a person's text for storage: keeps the beginning, the end, and binding sentences between them. */
final class LongText {

    private static final String GAP = "\n[…]\n";

    private LongText() {}

    /**
     * Returns at most so many characters of a text, apart from gap marks. Linear.
     *
     * @param most the most characters
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
