import type {
  ConnectionView,
  ImportCandidateView,
  McpClientName,
  ServerDraft,
} from '../../src-preload/contract.ts'
import type { Tone } from '../ui/tone.ts'
import { t } from '../words.ts'

type State = ConnectionView['state']

const STATES: Record<State, readonly [Tone, string]> = {
  off: ['neutral', 'switched off'],
  idle: ['neutral', 'not connected yet'],
  connecting: ['accent', 'connecting'],
  ready: ['good', 'connected'],
  waiting: ['warn', 'lost, is tried again'],
  broken: ['danger', 'failed'],
}

export const stateTone = (state: State): Tone => STATES[state][0]
export const stateWord = (state: State): string => t(STATES[state][1])

/** Command line or address of a server. */
export const targetWords = ({ command, args = [], url }: Omit<ServerDraft, 'env' | 'headers'>): string =>
  url ?? [command ?? '', ...args].map((word) => (/\s/.test(word) ? JSON.stringify(word) : word)).join(' ')

const WARNINGS: Record<ImportCandidateView['warnings'][number], string> = {
  shell: 'It starts a shell, which can do anything.',
  'fetches-code': 'It fetches its code from elsewhere each time it starts.',
  'plain-http': 'Its address is not encrypted.',
  'values-missing': 'Some of its values are missing: enter them after the import.',
}

export const warningWords = (warning: ImportCandidateView['warnings'][number]): string => t(WARNINGS[warning])

/** Names of products, the same in every language. */
export const CLIENT_NAMES: Record<McpClientName, string> = {
  'claude-desktop': 'Claude Desktop',
  'claude-code': 'Claude Code',
  cursor: 'Cursor',
  vscode: 'VS Code',
  windsurf: 'Windsurf',
}
