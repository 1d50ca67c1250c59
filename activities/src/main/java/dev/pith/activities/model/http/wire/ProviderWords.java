package dev.pith.activities.model.http.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats a provider's text for users: one line, without markup, of limited length. */
public final class ProviderWords {

    /** Maximum length of the result in characters. */
    static final int MOST = 500;

    /** Maximum number of characters processed: pages have their title and message at the beginning. */
    private static final int LOOKED_AT = 16_384;

    private static final Pattern PAGE = Pattern.compile("(?i)<(?:!doctype html|html|head|body|title)\\b");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]{0,200}>(.{1,1000}?)</title>");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(script|style|svg)\\b.*?</\\1>|<!--.*?-->");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:!doctype|html|head|body|title|meta|link|script|style|svg|div|span|p|br|hr|h[1-6]|a|b|i|em|strong|"
                    + "center|pre|code|font|img|ul|ol|li|table|thead|tbody|tr|t[dh]|form|input|button|footer|header|main|"
                    + "section|noscript)\\b[^<>]{0,2000}>");

    private ProviderWords() {}

    /** Returns the text without markup and without the key, cut to {@link #MOST} characters. */
    public static String of(String text, ApiKey key) {
        String seen = text.substring(0, Math.min(text.length(), LOOKED_AT));
        // Hide the key before cutting: half a key would not be recognized.
        return cut(key.hide(collapse(entities(page(key.hide(seen))))));
    }

    private static String page(String text) {
        if (PAGE.matcher(text).find()) {
            Matcher title = TITLE.matcher(text);
            if (title.find() && !title.group(1).isBlank()) {
                return title.group(1);
            }
            return TAG.matcher(UNSEEN.matcher(text).replaceAll(" ")).replaceAll(" ");
        }
        return TAG.matcher(text).replaceAll(" ");
    }

    private static String entities(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String collapse(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\p{Cs}\\p{Z}\\uFFFD]+", " ").strip();
    }

    private static String cut(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = MOST - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
