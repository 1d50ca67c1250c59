package dev.pith.activities.memory.keyless;

import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.text.RuleWords;

/** The cue for rules in other languages: a sentence with a commanding word, unless it guesses, consoles or reports. */
final class RulesElsewhere {

    /** Excludes sentences about the speaker's own duties, which set no rule. */
    private static final String OF_ONESELF =
            "(?!(?:.{0,60}[ ,])?(?:ich|wir|je|nous|yo|nosotros|eu|nós|я|мы|ми|мені|мне|ja|my|ben|biz|أنا|نحن|من|ما|אני"
                    + "|אנחנו|मैं|मुझे|हम|tôi|saya|aku|kami|kita)[ ,'’])"
                    + "(?!.*(?:我们?|我得|私|僕|俺|제가|저는|나는|ผม|ฉัน|ดิฉัน))";

    /** Excludes a perfect tense in the first person: "nunca lo he visto", "j'ai toujours cru". */
    private static final String TELLING = "(?!(?:.{0,60}[ '’])?(?:he|hemos|ai|avons|habe|haben|hatte|tenho|vi|fui) "
            + "(?:[\\p{L}]+ )?[\\p{L}]+(?:do|to|cho|sto|é|u|i|t|en)\\b)";

    /** Excludes sentences that refer to the sentence before them or hold only for the moment. */
    private static final String POINTING =
            "(?!(?:das|dies|dieser|diese|es|ça|c'est|ceci|cela|eso|esto|isso|isto|это|этот|эта|це|цей|ta|to|ten"
                    + "|bu|şu|هذا|هذه|این|זה|यह|นี่|นี้|đây|ini|itu)[ ,'’])"
                    + "(?!.*(?:[这那這](?:个|個|些|里|裡|样|樣)|要不要|不要[了紧緊]|好的|今天|明天|本日|今日))";

    /** Excludes guesses: "debe ser tarde", "il faut croire que", "必须是缓存的问题吧". */
    private static final String GUESSING = "(?!(?:debe|deben|deve|devem|doit|doivent) (?:de )?"
            + "(?:ser|estar|haber|être|avoir) (?:muy )?(?:tarde|otra|outra|un|una|um|uma|une|el|la|o|a|le|que|por|porque|parce)\\b)"
            + "(?!.*\\b(?:il faut (?:croire|dire|avouer|admettre|reconnaître)|hay que (?:decir|admitir|reconocer)"
            + "|tem que admitir|muss (?:sagen|zugeben|gestehen))\\b)"
            + "(?!.*(?:должно быть|мабуть|должна быть|должен быть),)(?!.*(?:吧|でしょう|だろう|かもしれ|겠지|거야)[。.！!]?$)";

    /** Excludes "don't worry" in several languages. */
    private static final String CONSOLING = "(?!.*(?:担心|擔心|着急|心配|気にし|걱정|신경|กังวล|ห่วง|चिंता|نگران|تقلق|תדאג"
            + "|беспоко|волнуй|хвилюй|переживай|martw|endişe|merak|preocup|inquiét|inquiet|sorg(?:e|t|en)\\b|lo lắng|khawatir))";

    static final MemoryCue MARK = MemoryCue.of(
            MemoryKind.CONSTRAINT,
            2,
            RuleWords.COMMANDING,
            "(?u)^" + OF_ONESELF + TELLING + POINTING + GUESSING + CONSOLING + ".");

    private RulesElsewhere() {}
}
