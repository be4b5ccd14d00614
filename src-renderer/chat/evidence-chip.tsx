import {
  AlarmClock,
  Bot,
  Brain,
  CircleSlash,
  FileText,
  Folder,
  Globe,
  Image,
  type LucideIcon,
  MessageSquareText,
  Quote,
  Repeat,
  Trash2,
  Wrench,
} from 'lucide-react'
import type { EvidenceView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { said, t } from '../words.ts'
import { safeLink } from './safe-link.ts'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  file: FileText,
  folder: Folder,
  trash: Trash2,
  memory: Brain,
  forgotten: CircleSlash,
  reminder: AlarmClock,
  schedule: Repeat,
  cancelled: CircleSlash,
  page: Globe,
  http: Globe,
  browser: Globe,
  image: Image,
  answer: MessageSquareText,
  source: Quote,
  'model-alone': Bot,
  tool: Wrench,
}

const LOOK =
  'inline-flex max-w-full items-center gap-1.5 rounded-full border border-line bg-surface px-2 py-0.5 text-soft text-xs'

const LEADS = 'hover:border-line-strong hover:text-ink'

/** Whether a proof names a row of memory. */
const isMemory = (what: string) => /^mem_\w+$/.test(what)

/** A recorded proof, in a line; one that has an address leads there, a row of memory opens in its pane. */
function EvidenceChip({ evidence }: { evidence: EvidenceView }) {
  const { openMemory } = useActions()
  const { kind, what, summary, sha256 } = evidence
  const Icon = kind === 'source' && isMemory(what) ? Brain : (ICONS[kind] ?? FileText)
  const title = [what, sha256 && `SHA-256 ${sha256}`].filter(Boolean).join('\n')
  const inner = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{said(summary)}</span>
    </>
  )
  if (isMemory(what)) {
    return (
      <button
        type="button"
        onClick={() => openMemory(what)}
        title={kind === 'forgotten' ? t('It is forgotten.') : t('Show it in memory')}
        className={`${LOOK} ${LEADS}`}
      >
        {inner}
      </button>
    )
  }
  const address = safeLink(what)
  return address ? (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={title}
      className={`${LOOK} ${LEADS}`}
    >
      {inner}
    </a>
  ) : (
    <span title={title} className={LOOK}>
      {inner}
    </span>
  )
}

export const EvidenceList = ({ evidence }: { evidence: readonly EvidenceView[] }) =>
  evidence.length === 0 ? null : (
    <ul aria-label={t('Evidence')} className="flex flex-wrap gap-1.5">
      {evidence.map((proof) => (
        <li key={`${proof.kind}:${proof.what}:${proof.summary}`} className="max-w-full">
          <EvidenceChip evidence={proof} />
        </li>
      ))}
    </ul>
  )
