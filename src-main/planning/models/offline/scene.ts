import type { ModelRequest, ResultForModel, TaskInput, Turn } from '../../model.ts'
import { type Step, titleOf } from './goal.ts'
import { type Page, pageOf } from './pages.ts'
import { type Product, productOf, productOfAttachment, productOfPage } from './products.ts'
import { dateWords, shortPath } from './replies.ts'
import { carriedOut, type ReadClause, type Wanted } from './wanted.ts'

/** All that a command may look at while it is performed. */
export interface Scene {
  readonly request: ModelRequest
  readonly step: Step
  readonly command: Wanted
  readonly read: ReadClause
  readonly has: (tool: string) => boolean
  /** What was found before, latest first: by the steps it builds on, then in earlier turns. */
  readonly found: readonly Product[]
  /** How many of them are of this run. */
  readonly ofRun: number
  /** Pages that this run has read. */
  readonly pages: readonly Page[]
  /** The address that was named last before this step, in this run or an earlier turn. */
  readonly lastUrl: string | undefined
  readonly path: (path: string) => string
  readonly date: (iso: string) => string
}

/** `earlier`: results of the steps that the same thread did before. */
export function createScene(
  request: ModelRequest,
  step: Step,
  earlier: readonly { step: Step; results: readonly ResultForModel[] }[],
  read: ReadClause,
): Scene {
  const names = new Set(request.tools.map(({ name }) => name))
  const own = [...earlier]
    .reverse()
    .flatMap(({ step: done, results }) => productBy(done.command, results) ?? [])
  const ofInputs = request.inputs
    .flatMap((input, index) => productOfInput(request, read, input, request.inputs.slice(0, index)) ?? [])
    .reverse()
  const ofTurns = [...request.history].reverse().flatMap((turn) => productsOfTurn(read, turn))
  // "no, the second one": the list may stand on a page that was only passed through on the way to its first item
  const passed = request.history
    .flatMap((turn) => turn.results.flatMap((result) => pageOf(result) ?? []))
    .reverse()
    .map((page) => productOfPage(page, { want: 'page' }))
  const results = [
    ...earlier.flatMap((each) => each.results),
    ...request.inputs.flatMap((input) => input.results),
  ]
  return {
    request,
    step,
    command: step.command,
    read,
    has: (tool) => names.has(tool),
    found: [...own, ...ofInputs, ...ofTurns, ...passed],
    ofRun: own.length + ofInputs.length,
    pages: results.flatMap((result) => pageOf(result) ?? []).reverse(),
    lastUrl: lastUrl(request, step),
    path: (path) => shortPath(path, request),
    date: (iso) => dateWords(iso, request),
  }
}

const productBy = (wanted: Wanted, results: readonly ResultForModel[]): Product | undefined => {
  const command = carriedOut(wanted, results)
  return command && productOf(command, results)
}

/** The command of a task it builds on; its title is the operator's clause. */
function commandOf(request: ModelRequest, read: ReadClause, title: string): Wanted {
  const clause = request.intent.clauses.find((each) => titleOf({ clause: each }) === title)
  return read(clause ?? { text: title, entities: [] })
}

/** What a task found: by its own calls, or in what the tasks before it had read already. */
function productOfInput(
  request: ModelRequest,
  read: ReadClause,
  { title, results, attached }: TaskInput,
  before: readonly TaskInput[],
): Product | undefined {
  if (attached) return results.flatMap(productOfAttachment)[0]
  const command = commandOf(request, read, title)
  return (
    productBy(command, results) ??
    productBy(
      command,
      before.flatMap((input) => input.results),
    )
  )
}

function productsOfTurn(read: ReadClause, turn: Turn): Product[] {
  const found = [
    ...[...turn.intent.clauses].reverse().flatMap((clause) => productBy(read(clause), turn.results) ?? []),
    ...turn.results.flatMap(productOfAttachment).reverse(),
  ]
  return found.length > 0 || turn.answer === '' || turn.results.length === 0
    ? found
    : [{ kind: 'text', title: turn.goal, text: turn.answer }]
}

function lastUrl(request: ModelRequest, step: Step): string | undefined {
  const at = request.intent.clauses.findIndex(({ text }) => text === step.clause.text)
  const before = at < 0 ? request.intent.clauses : request.intent.clauses.slice(0, at)
  const clauses = [...request.history.flatMap(({ intent }) => intent.clauses), ...before, step.clause]
  return clauses.flatMap(({ entities }) => entities).findLast(({ type }) => type === 'url')?.value
}
