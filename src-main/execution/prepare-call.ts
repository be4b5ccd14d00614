import { z } from 'zod'
import { canonicalSinks } from '../security/canonical-sinks.ts'
import { REASONS } from '../security/decide-call.ts'
import { type GateSituation, type Judgement, judgeCall } from '../security/gate.ts'
import type { Action } from '../state/actions.ts'
import type { Performed } from '../state/advance.ts'
import type { FactBody } from '../state/facts.ts'
import { type NewContent, newContent } from '../state/journal.ts'
import type { RunState } from '../state/run-state.ts'
import { AdjutantError, explainError, messageOf, ToolError } from '../vocabulary/errors.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import type { InquiryDetail, ResponseContent, ResultContent } from './call-content.ts'
import type { FileGround, PathStanding } from './files/files.ts'
import { type OpenPage, openPage } from './open-page.ts'
import { pickPorts } from './pick-ports.ts'
import type { ToolPorts } from './ports.ts'
import { type Registry, requireOn } from './registry.ts'
import type { AnyTool, Preview } from './tool.ts'
import { ASK_OPERATOR } from './tools/operator-ask.ts'

export interface PrepareDeps {
  readonly registry: Registry
  readonly ports: Omit<ToolPorts, 'files'>
  readonly ground: FileGround
  readonly home: string
  readonly content: (ref: string) => JsonValue | undefined
  readonly situation: (run: RunState) => GateSituation
}

/** Where a call acts, as it was when it was judged. */
interface Ground {
  readonly paths: readonly PathStanding[]
  readonly page: OpenPage | undefined
}

type PrepareAction = Extract<Action, { do: 'prepare-call' }>

/**
 * From a model's call to a decided intent: look up, validate, make canonical, label, decide. What cannot be called
 * becomes a refusal that the model reads; an exception of the gate is a denial.
 */
export async function prepareCall(
  deps: PrepareDeps,
  run: RunState,
  action: PrepareAction,
): Promise<Performed> {
  const response = deps.content(action.responseRef) as unknown as ResponseContent | undefined
  // by its place: nothing keeps a model from giving two calls the same id
  const call = response?.calls[Number(action.effectId.slice(action.effectId.lastIndexOf('.') + 1))]
  const tool = deps.registry.find(action.tool)
  try {
    if (!call) throw new ToolError('forgotten', 'The arguments of this call were forgotten.')
    if (!tool) throw unknownTool(action.tool, deps.registry)
    requireOn(deps.registry, tool)
    if (call.malformed !== undefined) {
      throw new ToolError('malformed-arguments', `The arguments are not valid JSON: ${call.malformed}`)
    }
    const input = validate(tool, call.arguments)
    const canonical = canonicalSinks(input, tool.sinks, deps.home)
    const paths = await Promise.all(
      canonical.sinks.filter(({ type }) => type === 'path').map(({ value }) => deps.ground.standing(value)),
    )
    const page = await openPage(deps.ports, run.conversationId, tool, canonical.arguments)
    const gated = {
      taskId: action.taskId,
      tool,
      arguments: canonical.arguments,
      sinks: canonical.sinks,
      paths,
      ...(page?.page ? { page: page.page } : {}),
    }
    const judgement = judgeCall(run, gated, deps.situation(run))
    return await intend(deps, run, action, tool, canonical.arguments, judgement, { paths, page })
  } catch (error) {
    return refuse(action, call?.arguments ?? {}, error)
  }
}

async function intend(
  deps: PrepareDeps,
  run: RunState,
  action: PrepareAction,
  tool: AnyTool,
  input: JsonObject,
  judgement: Judgement,
  ground: Ground,
): Promise<Performed> {
  const { effectId, taskId, toolCallId } = action
  const argumentsContent = newContent(input)
  const intended: FactBody = {
    type: 'effect.intended',
    effectId,
    taskId,
    toolCallId,
    tool: tool.name,
    argumentsRef: argumentsContent.ref,
    labels: judgement.labels,
    effectClass: tool.effect,
    inDoubt: tool.inDoubt,
    acts: tool.acts,
    ...(judgement.instruction ? { instruction: judgement.instruction } : {}),
  }
  const asks = tool.name === ASK_OPERATOR
  const decision = asks ? 'ask' : judgement.decision
  const decided: FactBody = {
    type: 'effect.decided',
    effectId,
    decision,
    rule: asks ? 'question' : judgement.rule,
  }
  if (decision !== 'ask') return { facts: [intended, decided], contents: [argumentsContent] }
  const detail = newContent(
    (await (asks
      ? questionDetail(input)
      : approvalDetail(deps, run, tool, input, judgement, ground))) as unknown as JsonValue,
  )
  const opened: FactBody = {
    type: 'inquiry.opened',
    inquiryId: `${effectId}:ask`,
    kind: asks ? 'question' : 'approval',
    effectId,
    detailRef: detail.ref,
  }
  return { facts: [intended, decided, opened], contents: [argumentsContent, detail] }
}

function questionDetail(input: JsonObject): InquiryDetail {
  const { question, choices } = input as { question: string; choices?: string[] }
  return {
    title: 'Question',
    reason: question,
    highImpact: false,
    insideBySettings: false,
    preview: { kind: 'text', text: question },
    restsOn: [],
    ...(choices ? { choices } : {}),
    places: [],
    realPaths: [],
  }
}

async function approvalDetail(
  deps: PrepareDeps,
  run: RunState,
  tool: AnyTool,
  input: JsonObject,
  judgement: Judgement,
  { paths, page }: Ground,
): Promise<InquiryDetail> {
  return {
    title: tool.title,
    reason: REASONS[judgement.rule],
    highImpact: judgement.highImpact,
    insideBySettings: judgement.insideBySettings,
    preview: await previewOf(deps, run, tool, input, paths),
    restsOn: judgement.context.origins.filter((origin) => origin !== 'operator'),
    places: judgement.places,
    realPaths: paths.map(({ real }) => real),
    ...page,
    ...(tool.foreign ? { identity: tool.foreign.identity } : {}),
  }
}

/** What will happen, as the tool shows it; where it cannot be shown, the arguments and why. */
async function previewOf(
  { ports, ground }: PrepareDeps,
  { conversationId }: RunState,
  tool: AnyTool,
  input: JsonObject,
  paths: readonly PathStanding[],
): Promise<Preview> {
  const fields = Object.entries(input).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
  }))
  if (!tool.preview) return { kind: 'fields', title: tool.title, fields }
  try {
    const given = pickPorts(tool, { ...ports, files: ground.forCall(paths) })
    return await tool.preview(input, given, { conversationId })
  } catch (error) {
    return {
      kind: 'fields',
      title: tool.title,
      fields: [...fields, { name: '(preview)', value: messageOf(error) }],
    }
  }
}

function validate(tool: AnyTool, input: JsonValue): JsonObject {
  if (tool.foreign) {
    const problem = tool.foreign.check(input)
    if (problem === undefined) return input as JsonObject
    throw new ToolError('bad-arguments', `The arguments do not fit ${tool.name}: ${problem}`)
  }
  const parsed = tool.input.strict().safeParse(input)
  if (parsed.success) return parsed.data as JsonObject
  throw new ToolError(
    'bad-arguments',
    `The arguments do not fit ${tool.name}: ${z.prettifyError(parsed.error)}`,
  )
}

function unknownTool(name: string, registry: Registry): ToolError {
  const room = name.split('.')[0]
  const near = registry
    .all()
    .map((tool) => tool.name)
    .filter((candidate) => candidate.startsWith(`${room}.`) && !registry.isOff(candidate))
  const fix = near.length > 0 ? `There are: ${near.join(', ')}.` : 'Use one of the tools you were given.'
  return new ToolError('unknown-tool', `There is no tool "${name}".`, { fix })
}

function refuse(action: PrepareAction, input: JsonValue, error: unknown): Performed {
  const code = error instanceof AdjutantError ? error.code : 'gate-failed'
  const result: ResultContent = { text: `Not done (${code}): ${explainError(error)}` }
  const contents: NewContent[] = [newContent(input), newContent(result as unknown as JsonValue)]
  const [argumentsRef, resultRef] = contents.map(({ ref }) => ref) as [string, string]
  const { effectId, taskId, toolCallId, tool } = action
  return {
    facts: [{ type: 'effect.refused', effectId, taskId, toolCallId, tool, argumentsRef, resultRef, code }],
    contents,
  }
}
