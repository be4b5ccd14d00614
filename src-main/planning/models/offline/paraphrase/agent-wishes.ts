import { reads, type Wish, writes } from './wish.ts'

/** About the agent itself. */
export const AGENT: readonly Wish[] = [
  reads(
    'what can you do',
    'what are you good at',
    'how can you help me',
    'what kind of things do you understand',
    'show me your features',
    'how does this work',
    'I do not know what to ask you',
    'what are your abilities',
    'give me some ideas of what to ask',
    'what is possible here',
  ),
  reads(
    'what did you do',
    'what has been changed so far',
    'give me an account of what you have done',
    'which files have you touched',
    'what were your last actions',
    'report what you did for me',
  ),
  reads(
    'what are you doing',
    'what are you busy with',
    'what is in progress',
    'are you still working on something',
    'status of your current work',
    'how far along are you',
  ),
  reads(
    'what time is it',
    'today’s date please',
    'got the time',
    'which day of the week is today',
    'current time please',
    'what is the clock saying',
  ),
  writes(
    'undo that',
    /\b(?:undo|back|reverse|revert|wrong|mistake|scratch)\b/i,
    'that was wrong, put it back as it was',
    'I did not want that, reverse it',
    'take back what you just did',
    'roll the last change back',
    'scratch that last action',
  ),
]
