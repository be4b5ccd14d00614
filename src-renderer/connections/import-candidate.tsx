import { TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ImportCandidateView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'
import { warningWords } from './connection-words.ts'

export interface ImportCandidateProps {
  candidate: ImportCandidateView
  ticked: boolean
  onTick: (on: boolean) => void
}

/** A server that may be taken over: what it starts or asks, which values it is given, and what to think about. */
export function ImportCandidate({ candidate, ticked, onTick }: ImportCandidateProps) {
  const { name, target, env, headers, warnings, exists, problem } = candidate
  const id = useId()
  const given = [...env, ...headers]
  const notes = [
    ...(exists ? [t('There is one of this name: it would be replaced.')] : []),
    ...warnings.map(warningWords),
    ...(problem ? [t('It cannot be used: {problem}', { problem })] : []),
  ]
  return (
    <li className="flex items-start gap-2 py-2">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={ticked}
        disabled={problem !== undefined}
        aria-describedby={notes.length > 0 ? `${id}-notes` : undefined}
        onChange={({ target: box }) => onTick(box.checked)}
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium text-ink text-sm [overflow-wrap:anywhere]">
          {name}
        </label>
        {target && <code className="block text-soft text-xs [overflow-wrap:anywhere]">{target}</code>}
        {given.length > 0 && (
          <p className="text-soft text-xs">{t('Is given: {names}', { names: given.join(', ') })}</p>
        )}
        {notes.length > 0 && (
          <ul id={`${id}-notes`} className="mt-1 flex flex-col gap-0.5 text-warn text-xs">
            {notes.map((note) => (
              <li key={note} className="flex items-start gap-1">
                <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
                {note}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
