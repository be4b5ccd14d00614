import type { Evidence } from '../../vocabulary/effect.ts'
import { ToolError } from '../../vocabulary/errors.ts'
import { sha256 } from '../../vocabulary/json.ts'
import { MCP_LABELS } from '../../vocabulary/labels.ts'
import type { ToolResult } from '../tool.ts'
import { cleanText } from './clean-text.ts'
import type { CallResult } from './server-requests.ts'

const TEXT_MOST = 200_000
const ERROR_MOST = 2_000
const PICTURES_MOST = 8
const PICTURE_BYTES_MOST = 10 * 1_048_576
const PICTURE_TYPES: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}

export interface Answered {
  /** As the operator calls the server, and the registry the tool. */
  readonly server: string
  readonly tool: string
  /** Without what the server was given as a secret. */
  readonly redact: (text: string) => string
  /** Keeps a picture; answers with its path. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<string>
}

/** What a server answered, as the model reads it. Throws ToolError where the server says that the call failed. */
export async function readToolResult(
  { content, structuredContent, isError }: CallResult,
  { server, tool, redact, keep }: Answered,
): Promise<ToolResult> {
  const texts: string[] = []
  const pictures: Evidence[] = []
  for (const each of content ?? []) {
    const block = (typeof each === 'object' && each !== null ? each : {}) as Block
    if (block.type === 'image') {
      const { text, evidence } = await picture(block, server, pictures.length, keep)
      texts.push(text)
      if (evidence) pictures.push(evidence)
    } else texts.push(wordsOf(block))
  }
  const said = texts.filter((text) => text !== '').join('\n')
  // the same is often said twice: for readers and for programs
  const structured = structuredContent === undefined ? '' : JSON.stringify(structuredContent, null, 2)
  const whole = redact(
    structured === '' || sameJson(said, structuredContent)
      ? said
      : `${said}${said ? '\n\n' : ''}${structured}`,
  )
  if (isError) {
    throw new ToolError(
      'server-refused',
      `The server "${server}" says that it failed: ${cleanText(whole, ERROR_MOST) || '(no reason given)'}`,
    )
  }
  const text =
    whole.length > TEXT_MOST
      ? `${whole.slice(0, TEXT_MOST)}\n… (cut: the answer was ${whole.length} characters long)`
      : whole
  const proof: Evidence = {
    kind: 'tool',
    what: tool,
    summary: `${tool} answered (${whole.length} characters)`,
    sha256: sha256(whole),
  }
  return { text: text || '(an empty answer)', evidence: [proof, ...pictures], labels: MCP_LABELS }
}

/** A part of an answer, of which nothing is sure. */
type Block = Readonly<Record<string, unknown>>

function wordsOf(block: Block): string {
  switch (block.type) {
    case 'text':
      return typeof block.text === 'string' ? block.text : ''
    case 'resource_link':
      return `[Link to a resource: ${cleanText(block.name, 200)} ${cleanText(block.uri, 2_000)}]`
    case 'resource': {
      const resource = (block.resource ?? {}) as Block
      return typeof resource.text === 'string'
        ? resource.text
        : `[Resource without text: ${cleanText(resource.uri, 2_000)}]`
    }
    case 'audio':
      return '[Sound, which is not kept]'
    default:
      return `[${cleanText(block.type, 40) || 'A part'}, which cannot be shown]`
  }
}

async function picture(
  block: Block,
  server: string,
  already: number,
  keep: Answered['keep'],
): Promise<{ text: string; evidence?: Evidence }> {
  const mimeType = cleanText(block.mimeType, 40)
  const data = typeof block.data === 'string' ? block.data : ''
  const ending = PICTURE_TYPES[mimeType]
  const size = Math.floor((data.length * 3) / 4)
  if (!ending) return { text: `[Picture of the kind ${mimeType}, which is not kept]` }
  if (already >= PICTURES_MOST || size > PICTURE_BYTES_MOST)
    return { text: `[Picture of ${kilobytes(size)}, too much to be kept]` }
  const bytes = Buffer.from(data, 'base64')
  const hash = sha256(bytes)
  const path = await keep(`${hash.slice(0, 24)}.${ending}`, bytes)
  const summary = `Picture from ${server}, ${kilobytes(bytes.length)}`
  return { text: `[${summary}]`, evidence: { kind: 'image', what: path, summary, sha256: hash } }
}

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} kB`

function sameJson(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(value)
  } catch {
    // it is no JSON at all, so it is not the same
    return false
  }
}
