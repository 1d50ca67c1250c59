package dev.pith.activities.memory.keyless;

import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.text.Cues;
import java.util.List;

/** The cues of each kind of memory, in English and Chinese. */
final class MemoryCues {

    /** Decisions. */
    private static final MemoryCue CHOICE = MemoryCue.of(
            MemoryKind.DECISION,
            3,
            new Cues(
                    "decided agreed settled chose chosen decision go_with going_to going_with stick_with"
                            + " stick_to standardize standardise"
                            + " switch_to move_to drop_support",
                    "决定 选定 确定 改用 统一"),
            "\\b(?:we|i)(?:'ve| have)? (?:decided|agreed|settled|chose|chosen)\\b",
            "\\bwe(?:'re| are) going (?:to (?:adopt|use|drop|remove|keep|switch|move|support)|with)\\b",
            "\\b(?:let's|we(?:'ll| will)) (?:go with|stick (?:with|to)|standardi[sz]e|switch to|move to"
                    + "|drop support)\\b",
            "^decision:|\\bthe decision is\\b|\\bit was decided\\b",
            "(?:我们|已经|最终|最后)(?:就)?(?:决定|选定|确定)|决定(?:使用|采用|改用|放弃|不再|用)|改用" + "|统一(?:用|使用|采用)");

    /** Preferences. */
    private static final MemoryCue LIKING = MemoryCue.of(
            MemoryKind.PREFERENCE,
            3,
            new Cues(
                    "prefer hate dislike love like enjoy preference rather usually normally generally tend_to",
                    "喜欢 偏好 偏爱 习惯 讨厌 爱好 热爱 喜爱"),
            "\\b(?:i|we) (?:really |actually |much |usually |generally |strongly |always |don't |do not )*"
                    + "(?:prefer|hate|dislike|love|like|enjoy) (?!to (?:add|make|do|see|have|know|think)\\b"
                    + "|options?\\b|how\\b|what\\b"
                    + "|(?:that|this|it|your|one|these|them|the (?:idea|sound|approach|direction|look))\\b)",
            "\\bmy preference\\b|\\b(?:i'd|i would) (?:rather|prefer) (?!(?:that|this|it|if it)\\b)",
            "\\bi (?:usually|normally|generally|tend to) (?!(?:see|get|have)\\b)",
            "我(?:们)?(?:也|还|比较|最|很|非常|更|一直|特别|平时|通常|就)*(?:喜欢|偏好|偏爱|习惯(?:用|于" + "|了)|讨厌|不喜欢|爱好|热爱|喜爱)(?!的?[这那它])",
            "我的(?:爱好|习惯|偏好)");

    /** Rules that state their own scope: "always", "from now on". */
    private static final MemoryCue RULE = MemoryCue.of(
            MemoryKind.CONSTRAINT,
            3,
            new Cues(
                    "always never from_now going_forward in_future the_future all_times no_circumstances"
                            + " no_exceptions without_exception"
                            + " policy convention rule every each any",
                    "以后 今后 从现在起 从今 永远 一律 每次 务必 严禁 禁止 不得 必须"),
            "(?:^|[,;:.–—-] ?|\\b(?:and|but|please|should|must|to|you|we)\\s)(?:always|never) (?!mind|end|thought|knew|heard|saw|had"
                    + "|\\w+[^s\\W]s\\b|\\w+ed\\b|(?:been|got|seen|had|did|was|is|are|to)\\b)",
            "\\b(?:should|must|shall|may|can) (?:always|never)\\b",
            "\\b(?:from now on|going forward|at all times|under no circumstances|no exceptions|without exception)",
            "^in (?:the )?future,|\\bour (?:policy|convention|rule)|\\b(?:before|after|on|for|with|in)"
                    + " (?:every|each|any) (?:commit|push|release|change|merge|pr|pull request|deploy)"
                    + "|\\b(?:any|every|all|each) [\\w ]{3,50} you (?:notice|see|find|touch|make|write"
                    + "|change)\\b(?! (?:in|on|from|for|with) (?:the|this|that)\\b)",
            "以后(?:都|请|不|要|别|再|每|所有|提交|一律)|今后|从现在起|从今以后|永远(?:不|都|别)|一律"
                    + "|每次(?:提交|发布|修改|部署|合并|改|上线)|务必|严禁|禁止|不得(?!不)|(?<!我)必须(?!离开|去|走|.{0,80}吧[。！]?$)");

    /** Obligations and prohibitions without a duration. */
    private static final MemoryCue DUTY = MemoryCue.of(
            MemoryKind.CONSTRAINT,
            2,
            new Cues(
                    "must mustn't is_forbidden are_forbidden is_not are_not is_only are_only is_required"
                            + " are_required to_stay has_to",
                    "不要 不允许 不可以 别再 默认"),
            "[\\w`)] (?:(?<!\\b(?:i|we) )must(?! have\\b| pass\\b| (?:say|admit|confess|agree)\\b| be (?:down|up|off|broken|wrong|slow|busy|missing|an?|the|some"
                    + "|something|because|due|\\w+ing)\\b)|mustn't|(?:is|are) (?:forbidden|not allowed|only allowed"
                    + "|required)|needs? to stay|has to (?:work|run|support|stay|build|compile))\\b",
            "(?<!要)不要(?![了紧求钱门票怕急]|担心|着急|客气)|不允许|不可以|别再|默认(?:是|为|用|使用)");

    /** Prohibitions in the imperative. */
    private static final MemoryCue BAN = MemoryCue.of(
            MemoryKind.CONSTRAINT,
            2,
            new Cues("do_not don't dont avoid no stop quit", "\u0000"),
            "^(?:please )?(?:do not|don't|dont|avoid) (?!.*\\byet\\b|(?:need|worry|it|that|this|them|yet"
                    + "|know|think|understand|see|matter|wait)\\b|(?:ask|tell) me (?:why|how|what|who|where|when)\\b)"
                    + "|^(?:please )?(?:stop|quit) (?:using|adding|writing|creating|committing|pushing|importing|calling"
                    + "|putting|generating|mocking) (?!(?:it|that|this|them)\\b)"
                    + "|^no (?!(?:[\\w-]+ )?(?:luck|problems?|errors?|issues?|ideas?|changes?|differences?|progress|results?|signs?"
                    + "|traces?|warnings?|failures?|need|hurry|rush|worries|way|one|reason|entry|entries|match|matches|hits?"
                    + "|clue|point|tests?|news|good|longer) )[\\w` -]{3,40} (?:in|on|inside|outside) (?:(?:the|our|any|your) )?[\\w`/.-]{3,}"
                    + "|^no [\\w` -]{4,40}!$|^no [\\w` -]{4,40},? please\\b"
                    + "|^no (?:new|more|other|extra|external|additional|third-party|global|magic) [\\w`-]{4,}");

    /** Instructions to keep something as it is, or to use one thing instead of another. */
    private static final MemoryCue KEEPING = MemoryCue.of(
            MemoryKind.CONSTRAINT,
            2,
            new Cues(
                    "keep preserve leave use prefer write run call instead without only make_sure ask check_with",
                    "\u0000"),
            "^(?:please )?(?:keep|preserve|leave) (?:(?:all|the|our|any|every|existing|public|your) )+(?!rest\\b)"
                    + "(?!.*\\b(?:running|open|going|alone|as (?:it|they) (?:is|are))\\b)[\\w`-]{3,} ?",
            "^(?:please )?(?:always )?(?:use|prefer|write|run|call) [\\w`./@ -]{2,60}?,? (?:not|never|instead of"
                    + "|rather than) [\\w`./@-]{2,}",
            "^(?:please )?only (?:touch|change|edit|modify|write|use|commit|push|deploy|log|return|import) (?!(?:it|that|this|them)\\b)",
            "^(?:please )?make sure (?:that )?(?:all|every|each|any|no|nothing|nobody) "
                    + "(?!.*\\b(?:pass|passes|passing|works?|builds?|compiles?|green|running)\\b)",
            "^(?:please )?(?:i (?:want|need|would like|'d like) you to |always )?(?:ask|check with|tell) (?:me |us )?(?:first )?before "
                    + "(?:you )?[\\w`]{3,} (?!(?:it|that|this|them)\\b)",
            "^you (?:may|can) (?:always )?(?!.*\\?)[\\w`./@ -]{4,60} without (?:asking|my|review|approval)\\b");

    /** Facts about the speaker, their team or project. */
    private static final MemoryCue BEING = MemoryCue.of(
            MemoryKind.FACT,
            2,
            new Cues(
                    "we we're our deploy deploys deployment deployments release releases my_name i_work"
                            + " i_live i'm i_am deadline is_due",
                    "我们 我叫 我住 我来 我在 我是 我对 我的"),
            "(?:^|[,;.] |\\band )(?:currently |here )?we(?:'re| are)? (?:currently |all |only )?"
                    + "(?:on|use|using|run|running|deploy|host|target|support|ship|release)\\b (?!(?:it|this"
                    + "|that|the same|to)\\b)",
            "(?:^|[,;.] |\\band )our [\\w-]+(?: [\\w-]+){0,3} (?:is|are|uses|runs|lives|live) (?!(?:not "
                    + "|still )?(?:broken|failing|missing|wrong|fine|done|working)\\b)",
            "\\b(?:deploys?|deployments?|releases?) (?:is|are|go(?:es)? out|happens?) (?:on|at|every)\\b",
            "\\bmy name is (?!not\\b|in\\b|on\\b|wrong|missing|misspelled|spelled|too\\b)|\\bi work (?:at|for|as) |\\bi live in|\\b(?:i'm|i am) (?:allergic|based|from|an?"
                    + " [a-z]+(?:er|ist|or)) ?\\b|\\bdeadline (?:is|for)|\\bis due (?:on|by)",
            "我们(?:都|目前|现在|公司|团队|项目|的)*(?:用的?是|使用|采用|部署在|运行在)|我(?:叫|住在|来自"
                    + "|在.{1,12}工作|是(?:一名|一个|个|名).{1,12}|对.{1,12}过敏)",
            "我的(?:名字|生日|专业|职业|工作)(?:是|叫)");

    /** Work left for later. */
    private static final MemoryCue LATER = MemoryCue.of(
            MemoryKind.OPEN,
            1,
            new Cues(
                    "todo follow followup later next_week next_sprint next_month next_release separate"
                            + " to_be implemented scope_for deferred_to",
                    "待办 以后再 稍后再 尚未 还没"),
            "\\b(?:todo|follow-?up): ",
            "\\b(?:we|i)(?:'ll| will| should| can| need to| have to) .{0,80}\\b(?:later|in a follow-?up"
                    + "|next (?:week|sprint|release|month)|in a separate)\\b",
            "\\bstill (?:needs?|has|have) to be\\b|\\bnot implemented yet\\b|\\bout of scope for\\b|\\bdeferred to\\b",
            "待办|以后再(?!聊|见)|稍后再(?!聊|见)|尚未(?:完成|实现|处理)|还没(?:有)?(?:完成|实现|处理)");

    /** Statements that a person asks to remember, whatever they say. */
    static final MemoryCue TOLD = MemoryCue.of(MemoryKind.FACT, 3, new Cues("remember", "记住"), "");

    /** Findings about how something works. */
    private static final MemoryCue FINDING = MemoryCue.of(
            MemoryKind.FACT,
            2,
            new Cues(
                    "root_cause turns_out turn_out because not_supported not_support doesn't_support"
                            + " don't_support only_works requires require is_intentional limitation",
                    "原因 根因 不支持 只支持"),
            "\\broot cause(?: is| was)?:? (?:that |the |an? )?\\S+ \\S+ \\S+|\\bturns? out (?:that|the)?\\b"
                    + "|\\b(?:fails?|breaks?|crash(?:es)?) because\\b",
            "\\b(?:is|are) not supported\\b|\\b(?:does not|doesn't|do not|don't) support\\b|\\bonly works"
                    + " (?:with|on|in|if|when)\\b",
            "(?<!would |will )\\brequires? [\\w`]+ (?:to|in|on|for|or|and|\\d)|\\bis intentional\\b"
                    + "|\\b(?:known|accepted) limitation\\b",
            "根本原因|根因|原因是|不支持|只支持");

    /** Cues for persons' sentences. If several match, the first in this order applies. */
    static final List<MemoryCue> OF_PERSONS =
            List.of(CHOICE, LIKING, RULE, DUTY, BAN, KEEPING, BEING, LATER, RulesElsewhere.MARK);

    /**
     * Cues for agents' sentences. Constraints and preferences are accepted from persons only, since agents repeat what
     * they read; findings about how something works come from agents.
     */
    static final List<MemoryCue> OF_AGENTS = List.of(CHOICE, LATER, FINDING);

    private MemoryCues() {}
}
