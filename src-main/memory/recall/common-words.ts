/** Words that say how something is asked or said, not what about. */
const WORDS = `
a an the this that these those some any each every either neither such same own
i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
they them their theirs themselves one someone something anyone anything everyone everything somebody anybody nobody nothing
who whom whose what which when where why how whether
am is are was were be been being do does did doing done have has had having can could will would shall should may might must
s t d ll m re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn can cannot ain let lets
and or but nor so if then than because as until while of at by for with about against between into through during
to from in out on off over under again further once here there up down upon within without toward towards per via
not no yes too very just only also even still already ever never more most much many few less least lot lots other another
please tell know remember say said says mention mentioned talk talked
`
const SET = new Set(WORDS.split(/\s+/).filter(Boolean))

/** A folded word. */
export const isCommonWord = (word: string): boolean => SET.has(word)
