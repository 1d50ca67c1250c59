package dev.pith.activities.text;

/**
 * Words that express rules, in English and the other languages that the docs list: German, French, Spanish, Portuguese,
 * Russian, Ukrainian, Polish, Turkish, Arabic, Persian, Hebrew, Hindi, Thai, Vietnamese, Indonesian, Japanese, Korean
 * and Chinese.
 */
public final class RuleWords {

    /** Words that forbid or command: never, always, must, don't. Words joined by an underscore count only together. */
    private static final String STRONG = """
            nie niemals immer stets müssen muss musst müsst muß darf dürfen darfst verboten untersagt unbedingt
            auf_keinen bitte_nicht nicht_mehr
            jamais toujours doit doivent devez interdit interdite obligatoire impérativement ne_touche ne_touchez ne_modifie
            ne_modifiez ne_change ne_supprime ne_mets ne_fais n'écris n'écrivez n'ajoute n'utilise n'utilisez n'efface
            il_faut
            nunca jamás jamas siempre debe deben debes prohibido obligatorio no_uses no_toques no_modifiques no_escribas
            no_cambies no_borres no_hagas no_debe hay_que tiene_que tienen_que
            sempre deve devem proibido obrigatório não_use não_toque não_modifique não_escreva não_altere não_mexa não_faça
            tem_que têm_que
            никогда всегда должен должна должно должны нельзя запрещено запрещается обязательно обязан обязаны необходимо
            не_надо не_нужно не_трогай не_трогайте не_меняй не_меняйте не_используй не_используйте не_пиши не_пишите
            не_удаляй не_удаляйте не_добавляй не_добавляйте не_делай не_делайте
            ніколи завжди повинен повинна повинно повинні мусить мусять заборонено обов'язково обовязково необхідно не_можна
            не_треба не_чіпай не_змінюй не_використовуй не_пиши не_видаляй не_додавай
            nigdy zawsze musi muszą musisz zabronione zakazane koniecznie obowiązkowo nie_wolno nie_należy nie_pisz
            nie_zmieniaj nie_używaj nie_dotykaj nie_usuwaj nie_dodawaj nie_rób
            asla daima mutlaka yasak zorunda zorunlu kesinlikle sakın gerekir gerekiyor her_zaman hiçbir_zaman dokunma
            değiştirme kullanma yazma silme
            أبدا ابدا يجب دائما ممنوع لازم لابد لا_بد لا_تكتب لا_تستخدم لا_تلمس لا_تغير لا_تعدل لا_تحذف لا_تضف لا_يجوز
            هرگز همیشه باید نباید ممنوع حتما الزامی هیچ_وقت هیچ_گاه نکن نکنید ننویس ننویسید
            לעולם תמיד חייב חייבת חייבים חייבות אסור חובה אל_תכתוב אל_תשתמש אל_תיגע אל_תגע אל_תשנה אל_תמחק אל_תוסיף אל_תעשה
            कभी_मत कभी_न कभी_नहीं हमेशा चाहिए जरूरी अनिवार्य मना वर्जित मत
            không_bao luôn phải bắt_buộc cấm đừng tuyệt_đối không_được
            jangan harus selalu wajib dilarang tidak_boleh
            """;

    /** Words that restrict or advise: only, instead, avoid, should. */
    private static final String WEAK = """
            nur ausschließlich soll sollen sollte sollten anstatt vermeide vermeiden kein keine keinen
            uniquement seulement évite évitez éviter plutôt devrait aucun aucune
            sólo solamente únicamente evita evite debería ninguna ningún en_lugar
            apenas somente só deveria nenhuma nenhum em_vez é_preciso
            только исключительно вместо избегай избегайте следует важно нужно надо
            тільки лише виключно замість уникай уникайте слід важливо треба потрібно
            tylko wyłącznie zamiast unikaj powinien powinna powinno powinny należy trzeba
            yalnızca sadece yerine kaçın
            فقط تجنب ينبغي بدلا مطلقا به_جای רק במקום הימנע צריך
            केवल सिर्फ बजाय
            chỉ tránh nên thay_vì
            hanya hindari sebaiknya
            """;

    /** The same for scripts without spaces or with endings; an underscore is a space. */
    private static final String STRONG_WIDE = "ห้าม ต้อง อย่า เสมอ เด็ดขาด ทุกครั้ง"
            + " 絶対 必ず 決して てはいけ てはなら ではいけ 禁止 しないで ないでください なければな なければいけ 常に"
            + " 절대 항상 반드시 금지 지_마세요 지_마라 지_마십시오 지_말 지_마. 해야_한 해야_합 해야_해 안_됩니다 안_된다 안_돼"
            + " 必须 必須 务必 務必 绝对 絕對 绝不 絕不 严禁 嚴禁 不得 不许 不許 不准 永远 永遠 始终 始終 请勿 請勿 切勿 不要 不能";

    private static final String WEAK_WIDE = "เท่านั้น ควร ください しなければ だけを 대신 피하 应该 應該 注意 一定 别忘 別忘 记住 記住 只能 避免";

    /** Turkish expresses "must" with an ending. */
    private static final String ENDINGS = "malı meli malıdır melidir malısın melisin";

    /** All rule words. */
    public static final Cues BINDING = new Cues(STRONG + WEAK, STRONG_WIDE + " " + WEAK_WIDE, ENDINGS);

    /** Only words that forbid or command. */
    public static final Cues COMMANDING = new Cues(STRONG, STRONG_WIDE, ENDINGS);

    private RuleWords() {}
}
