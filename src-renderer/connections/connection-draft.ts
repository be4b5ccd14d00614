import type { ConnectionView, ServerDraft } from '../../src-preload/contract.ts'

/** A value of a server's environment or headers while it is edited. */
export interface DraftValue {
  /** Stays the same while its name is typed. */
  readonly id: number
  readonly name: string
  /** Empty where the kept one stays. */
  readonly value: string
  readonly kept: boolean
}

export interface ConnectionDraft {
  readonly kind: 'program' | 'address'
  readonly name: string
  readonly command: string
  /** One argument a line. */
  readonly args: string
  readonly cwd: string
  readonly url: string
  readonly sse: boolean
  readonly values: readonly DraftValue[]
}

export const NEW_DRAFT: ConnectionDraft = {
  kind: 'program',
  name: '',
  command: '',
  args: '',
  cwd: '',
  url: '',
  sse: false,
  values: [],
}

export function draftOf({ name, server, env, headers }: ConnectionView): ConnectionDraft {
  const kind = server.url === undefined ? 'program' : 'address'
  return {
    kind,
    name,
    command: server.command ?? '',
    args: (server.args ?? []).join('\n'),
    cwd: server.cwd ?? '',
    url: server.url ?? '',
    sse: server.type === 'sse',
    values: (kind === 'program' ? env : headers).map((each, id) => ({
      id,
      name: each,
      value: '',
      kept: true,
    })),
  }
}

/** What is sent of it; empty lines and values without a name are left out. */
export function serverOf(draft: ConnectionDraft, disabled: boolean | undefined): ServerDraft {
  const values = Object.fromEntries(
    draft.values
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, value, kept }) => [name.trim(), kept && value === '' ? null : value]),
  )
  const off = disabled ? { disabled } : {}
  if (draft.kind === 'address') {
    return {
      url: draft.url.trim(),
      ...(draft.values.length > 0 ? { headers: values } : {}),
      ...(draft.sse ? { type: 'sse' as const } : {}),
      ...off,
    }
  }
  const args = draft.args.split('\n').filter((line) => line.trim() !== '')
  return {
    command: draft.command.trim(),
    ...(args.length > 0 ? { args } : {}),
    ...(draft.values.length > 0 ? { env: values } : {}),
    ...(draft.cwd.trim() === '' ? {} : { cwd: draft.cwd.trim() }),
    ...off,
  }
}

/** Whether there is enough of it to be tried. */
export const isWhole = ({ kind, name, command, url }: ConnectionDraft): boolean =>
  name.trim() !== '' && (kind === 'program' ? command : url).trim() !== ''
