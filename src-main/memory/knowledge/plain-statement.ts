const THANKS = /[,\s]+(?:thanks|thank you|cheers|please|by the way|btw|fyi|ok|okay)$/i

/** Longer sentences say too much at once to be one fact. */
const LONGEST = 280

const ASKS =
  /^(?:what|who|whom|whose|when|where|which|why|how|is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|has|have|had|isn't|aren't|doesn't|don't|didn't|won't|can't)\b/i

/** Whether it is so depends on something, or nobody says that it is. */
const UNSURE =
  /\b(?:if|unless|whether|in case|provided|assuming|suppos(?:e|ing)|imagine|maybe|perhaps|possibly|probably|presumably|likely|apparently|allegedly|supposedly|might|could|would|should|must|ought|think|thinks|guess|believe|assume|wonder|doubt|hope|wish|afraid|not sure|unsure|seems?|seemingly|afaik|iirc|as far as|rumou?r|pretend|hypothetical(?:ly)?|for example|for instance|let's say|until|till|when|whenever|while|as soon as|almost|nearly|sometimes)\b/i

/** Lower case only: a month, a country and a name are spelled like these. */
const UNSURE_LOWER = /\b(?:may|once)\b/

const REPORTED =
  /\b(?:said|says|saying|told|tells|claims?|claimed|heard|according to|wrote|writes|reads|stated|states|announced|mentioned|reported|asked|asks|suggests?|suggested|promised|learned that|read that)\b/

const PASSING =
  /\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening|week|month|year|weekend)|next (?:week|month|year|time|\w+day)|last (?:week|month|year|night|time|\w+day)|right now|at the moment|for now|for the moment|temporarily|soon|in a (?:minute|moment))\b/i

const FUTURE =
  /\b(?:will|shall|going to|gonna|about to|plans? to|planning to|wants? to|intends? to|hopes? to|need(?:s|ed)? to|(?:am|is|are|'m|'s|'re) (?:moving|leaving|changing|switching|joining))\b|'(?:ll|d)\b/

const DENIES =
  /\b(?:not|cannot|never|neither|nor|none|nobody|nothing|hardly|barely)\b|n't\b|\bno\b(?!\.|\s+longer\b)/i

/** Denials that tell how things are: what has ceased, and what somebody does not eat. */
const CEASED = /\b(?:any ?more|any longer)$/i
const HABIT =
  /^(?:I|we|my \w+|our \w+|\p{Lu}\p{L}+) (?:don't|doesn't|do not|does not) (?:eat|drink|smoke|like)\b/u

const COMMANDS =
  /^(?:please|let's|let|always|never|remember|forget|remind|note|save|write|read|open|send|show|list|find|search|tell|ask|make|create|add|append|move|copy|delete|remove|trash|download|fill|submit|book|order|buy|call|mail|email|text|translate|summari[sz]e|compare|check|look|get|give|put|set|start|stop|cancel|schedule|run|go|try|use|keep|rename|change|update|switch|answer|reply|explain|draft|print|post|play|turn|close|click|press|take|bring|help|want|do|don't|say|repeat|imagine|rule)\b(?!'s)/i

/** A piece of somebody's speech; a name in quotation marks is none. */
const SPEECH = /^\s*["“«„]|["“«„](?:[^"”»\s]+\s+){4,}[^"”»]*["”»]/

/**
 * The sentence without its end mark where it states how things are now, in the writer's own name. Undefined for
 * questions, commands, conditions, guesses, hearsay, quotations, plans, what passes, and plain denials.
 */
export function plainStatement(sentence: string): string | undefined {
  const text = sentence
    .replace(/[\s.!…]+$/, '')
    .replace(THANKS, '')
    .trim()
  if (text === '' || text.length > LONGEST || /\?/.test(text)) return undefined
  const refused =
    ASKS.test(text) ||
    COMMANDS.test(text) ||
    SPEECH.test(text) ||
    UNSURE.test(text) ||
    UNSURE_LOWER.test(text) ||
    REPORTED.test(text) ||
    PASSING.test(text) ||
    FUTURE.test(text) ||
    (DENIES.test(text) && !CEASED.test(text) && !HABIT.test(text))
  return refused ? undefined : text
}
