import type { ResultForModel } from '../../../model.ts'
import type { Step } from '../goal.ts'
import { createScene, type Scene } from '../scene.ts'
import { type Choice, choiceIn, NONE_OF_THESE, type Offer } from '../wanted.ts'
import { asText, call, type Steps } from './step.ts'
import { refuse } from './talk.ts'

/** How a command is carried out. */
type Perform = (scene: Scene) => Steps<string>

/** Asks which of several things was meant, and does that one. */
export function* performOffer(scene: Scene, offer: Offer, perform: Perform): Steps<string> {
  if (!scene.has('operator.ask')) return refuse({ do: 'unknown', words: offer.words, why: 'unclear' })
  const labels = offer.choices.map(({ label }) => label)
  const [only] = labels
  const data = yield* call(
    'operator.ask',
    {
      question: labels.length === 1 ? `Did you mean: ${only}?` : 'Did you mean one of these?',
      choices: [...labels, NONE_OF_THESE],
    },
    'I do not know what you meant',
  )
  const choice = choiceIn(offer, asText(data.answer))
  return choice
    ? yield* performAll(scene, choice.does, perform)
    : refuse({ do: 'unknown', words: offer.words, why: 'unclear' })
}

/** One after the other, each with what those before it found. */
function* performAll(scene: Scene, does: Choice['does'], perform: Perform): Steps<string> {
  const answers: string[] = []
  const earlier: { step: Step; results: ResultForModel[] }[] = []
  for (const [index, { clause, command }] of does.entries()) {
    const step = { id: `${scene.step.id}.${index + 1}`, clause, command }
    const results: ResultForModel[] = []
    const own = createScene(scene.request, step, earlier, scene.read)
    const performance = perform({
      ...own,
      found: [...own.found.slice(0, own.ofRun), ...scene.found],
      pages: [...own.pages, ...scene.pages],
    })
    let next = performance.next([])
    while (!next.done) {
      const got = yield next.value
      results.push(...got)
      next = performance.next(got)
    }
    answers.push(next.value)
    earlier.push({ step, results })
  }
  return answers.join('\n\n')
}
