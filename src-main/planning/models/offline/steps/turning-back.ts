import type { ResultForModel } from '../../../model.ts'
import type { Scene } from '../scene.ts'
import { asObject, asText, type Call, call, cannot, type Steps } from './step.ts'

/** The call that takes an effect back, and what was done in words. */
function reverse(scene: Scene, result: ResultForModel): { back: Call; said: string } | undefined {
  const data = asObject(result.data)
  const path = asText(data.path) || asText(asObject(result.arguments).path)
  const previous = asText(data.previousId)
  const shown = scene.path(path)
  switch (result.tool) {
    case 'files.write':
    case 'files.append':
      if (previous !== '')
        return {
          back: { tool: 'files.restore', arguments: { id: previous } },
          said: `\`${shown}\` is as it was before`,
        }
      return result.tool === 'files.write'
        ? { back: { tool: 'files.trash', arguments: { path } }, said: `\`${shown}\` is in the trash` }
        : undefined
    case 'files.make_folder':
    case 'browser.screenshot':
    case 'browser.download':
      return { back: { tool: 'files.trash', arguments: { path } }, said: `\`${shown}\` is in the trash` }
    case 'files.trash':
      return {
        back: { tool: 'files.restore', arguments: { id: asText(data.id) } },
        said: `\`${scene.path(asText(data.originalPath))}\` is back`,
      }
    case 'files.move':
      return {
        back: { tool: 'files.move', arguments: { from: asText(data.to), to: asText(data.from) } },
        said: `\`${scene.path(asText(data.from))}\` is back in its place`,
      }
    case 'memory.remember':
      return {
        back: { tool: 'memory.forget', arguments: { id: asText(data.id) } },
        said: 'I have forgotten it again',
      }
    case 'reminders.create':
    case 'schedules.create':
      return {
        back: { tool: 'reminders.cancel', arguments: { id: asText(data.id) } },
        said: `"${asText(data.text)}" is cancelled`,
      }
    default:
      return undefined
  }
}

const LASTING =
  /^(?:files\.(?:write|append|move|trash|make_folder|restore)|browser\.(?:screenshot|download|fill)|memory\.(?:remember|forget)|reminders\.|schedules\.|http\.post)/

/** Takes back the last thing that was done in this conversation and can be taken back. */
export function* performUndo(scene: Scene): Steps<string> {
  const turn = scene.request.history.findLast(({ results }) => results.some(lasts))
  const done = (turn?.results ?? []).filter(lasts)
  const last = done.findLast((result) => reverse(scene, result) !== undefined)
  const undo = last && reverse(scene, last)
  if (!undo)
    throw cannot(
      done.length === 0
        ? 'There is nothing in this conversation that I could take back.'
        : `The last thing I did (${done.at(-1)?.tool}) cannot be taken back.`,
    )
  yield* call(undo.back.tool, undo.back.arguments, 'I could not take it back')
  return `Undone: ${undo.said}.`
}

const lasts = ({ tool, ok }: ResultForModel): boolean => ok && LASTING.test(tool) && !tool.endsWith('.list')

/** What was done in this conversation, from what is recorded of it. */
export function performHistory(scene: Scene): string {
  const done = scene.request.history.flatMap(({ results }) => results.filter(lasts))
  const lines = done.flatMap(({ evidence, text }) =>
    evidence.length > 0 ? evidence.map(({ summary }) => summary) : [text.split('\n', 1)[0] ?? ''],
  )
  if (lines.length === 0) return 'Nothing was saved or changed in this conversation so far.'
  return `In this conversation:\n\n${lines.map((summary) => `- ${summary.replaceAll(`${scene.request.home}/`, '~/')}`).join('\n')}`
}
