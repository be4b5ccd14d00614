import type { AgentEvent, ApprovalView, EffectView, RunView } from '../../src-preload/contract.ts'
import { oneLine, printable } from './printable.ts'

/** How a terminal shows what happens. */
export interface Progress {
  event(event: AgentEvent): void
  /** A run that is left waiting, and what for. */
  waiting(run: RunView, inquiries: readonly ApprovalView[]): void
  /** The last word about a run. */
  finished(run: RunView): void
}

type Write = (text: string) => void

/** One event a line; the last one about a run says how it ended and on what evidence. */
export function jsonProgress(write: Write): Progress {
  const line = (value: object) => write(`${JSON.stringify(value)}\n`)
  return {
    // how it ended is said once, at the very end
    event: (event) => event.type !== 'run.finished' && line(event),
    waiting: () => undefined,
    finished: ({ id, status, evidence, answer, reason }) =>
      line({ type: 'run.finished', runId: id, status, evidence, answer, ...(reason ? { reason } : {}) }),
  }
}

const EFFECT_MARKS: Readonly<Record<EffectView['status'], string>> = {
  intended: '·',
  asking: '?',
  running: '…',
  'in-doubt': '?',
  succeeded: '✓',
  failed: '✗',
  denied: '✗',
  skipped: '-',
  cancelled: '-',
}

/** For people: the plan as it changes, each act as it begins and ends, the answer. */
export function humanProgress(write: Write): Progress {
  const shown = new Map<string, string>()
  const say = (key: string, text: string) => {
    if (shown.get(key) === text) return
    shown.set(key, text)
    write(`${text}\n`)
  }
  return {
    event: (event) => {
      if (event.type !== 'run.changed') return
      for (const task of event.run.plan) {
        say(`${event.run.id} ${task.id}`, `  [${task.status}] ${oneLine(task.title)}`)
      }
      for (const effect of event.run.effects) {
        if (effect.status !== 'intended') say(effect.id, describeEffect(effect))
      }
    },
    waiting: (_run, inquiries) => {
      for (const { kind, title, reason } of inquiries) {
        write(`Waiting for an answer (${kind}): ${oneLine(title)}: ${oneLine(reason, 300)}\n`)
      }
      write(
        'Answer it in the window or at the address of `npm run headless`, or with `npm run agent -- --resume`.\n',
      )
    },
    finished: ({ status, answer, reason, evidence }) => {
      const words = [answer, reason].filter((text): text is string => Boolean(text)).map(printable)
      write(`\n${words.join('\n\n')}\n\n`)
      for (const { kind, summary } of evidence) write(`  ${kind}: ${oneLine(summary, 200)}\n`)
      write(`${status}\n`)
    },
  }
}

function describeEffect({ status, tool, arguments: input, durationMs, resultText }: EffectView): string {
  const time = durationMs === undefined ? '' : ` (${durationMs} ms)`
  const wrong = status === 'failed' || status === 'denied' ? `\n      ${oneLine(resultText ?? '', 300)}` : ''
  return `  ${EFFECT_MARKS[status]} ${tool} ${oneLine(JSON.stringify(input))}${time}${wrong}`
}
