import { Command, defaultFilter } from 'cmdk'
import { Brain, CornerDownLeft, type LucideIcon, MessageSquareText, Settings2, Workflow } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ConversationSummary, RunSummary } from '../../../src-preload/contract.ts'
import { useActions, useStore } from '../../store/store.ts'
import { Keys } from '../../ui/keys.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { useDebounced } from '../../ui/use-debounced.ts'
import { useRead } from '../../ui/use-read.ts'
import { t } from '../../words.ts'
import { COMPOSER_ID, focusWhenThere } from '../use-shortcuts.ts'
import { usePaletteCommands } from './use-palette-commands.ts'

/** Found ones of a kind that are shown. */
const FOUND_MOST = 6

/**
 * Commands by how well their name fits; after them what the agent has found for the words, then what can be done with
 * any words.
 */
function scoreOf(value: string, words: string): number {
  if (value.startsWith('words:')) return 0.001
  if (value.startsWith('found:')) return 0.002
  const score = defaultFilter(value, words)
  // single letters of it stand somewhere in nearly every name
  return score < 0.01 ? 0 : score
}

/** `onChoose` takes what is to be done once the palette is gone. */
export function PaletteBody({ onChoose }: { onChoose: (perform: () => void) => void }) {
  const actions = useActions()
  const commands = usePaletteCommands()
  const [words, setWords] = useState('')
  const { conversations, runs } = useFound(words.trim())

  const inSettings = () => {
    actions.searchSettings(words.trim())
    actions.openPane('settings')
  }
  const inMemory = () => {
    actions.typeMemoryWords(words.trim())
    void actions.searchMemory(words.trim())
    actions.openPane('memory')
  }
  const ask = () => {
    actions.newConversation()
    actions.setDraft(words.trim())
    focusWhenThere(COMPOSER_ID)
  }

  return (
    <Command label={t('Commands')} loop filter={scoreOf} className="flex min-h-0 flex-col">
      <Command.Input
        // it may come after the dialog has looked for what to focus
        autoFocus
        value={words}
        onValueChange={setWords}
        placeholder={t('A command, a conversation, a run …')}
        className="w-full border-line border-b bg-transparent px-4 py-3 outline-none"
      />
      <Command.List className="min-h-0 scroll-py-2 overflow-y-auto p-2" label={t('Found')}>
        <Group title={t('Commands')}>
          {commands.map(({ title, icon, chord, perform }) => (
            <Item key={title} icon={icon} value={title} onSelect={() => onChoose(perform)}>
              <span className="truncate">{title}</span>
              {chord && <Keys chord={chord} />}
            </Item>
          ))}
        </Group>
        {conversations.length > 0 && (
          <Group title={t('Conversations')}>
            {conversations.map(({ id, title, updatedAt }) => (
              <Item
                key={id}
                icon={MessageSquareText}
                value={`found:${id}`}
                onSelect={() => onChoose(() => void actions.openConversation(id))}
              >
                <span className="truncate">{title}</span>
                <TimeAgo at={updatedAt} className="shrink-0 text-soft text-xs" />
              </Item>
            ))}
          </Group>
        )}
        {runs.length > 0 && (
          <Group title={t('Runs')}>
            {runs.map(({ id, goal, createdAt }) => (
              <Item
                key={id}
                icon={Workflow}
                value={`found:${id}`}
                onSelect={() => onChoose(() => actions.openRun(id))}
              >
                <span className="truncate">{goal}</span>
                <TimeAgo at={createdAt} className="shrink-0 text-soft text-xs" />
              </Item>
            ))}
          </Group>
        )}
        {words.trim() !== '' && (
          <Group title={t('With these words')}>
            <Item icon={CornerDownLeft} value="words:ask" onSelect={() => onChoose(ask)}>
              <span className="truncate">{t('Ask “{words}”', { words: words.trim() })}</span>
            </Item>
            <Item icon={Brain} value="words:memory" onSelect={() => onChoose(inMemory)}>
              <span className="truncate">{t('Search memory for “{words}”', { words: words.trim() })}</span>
            </Item>
            <Item icon={Settings2} value="words:settings" onSelect={() => onChoose(inSettings)}>
              <span className="truncate">{t('Search settings for “{words}”', { words: words.trim() })}</span>
            </Item>
          </Group>
        )}
      </Command.List>
    </Command>
  )
}

/** Conversations in which the words were said, and runs whose goal has them; the latest ones while there are no words. */
function useFound(words: string): {
  readonly conversations: readonly ConversationSummary[]
  readonly runs: readonly RunSummary[]
} {
  const latest = useStore(({ conversations }) => conversations.list)
  const query = useDebounced(words, 120)
  const conversations = useRead('conversations.list', query ? { query } : {})
  const runs = useRead('runs.list', { ...(query ? { query } : {}), limit: FOUND_MOST })
  return {
    conversations: (words === '' ? latest : (conversations.value ?? [])).slice(0, FOUND_MOST),
    runs: words === '' ? [] : (runs.value ?? []).slice(0, FOUND_MOST),
  }
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Command.Group
    heading={title}
    className="[&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-faint [&>[cmdk-group-heading]]:text-xs"
  >
    {children}
  </Command.Group>
)

interface ItemProps {
  icon: LucideIcon
  value: string
  onSelect: () => void
  children: ReactNode
}

const Item = ({ icon: Icon, value, onSelect, children }: ItemProps) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2 py-1.5 data-[selected=true]:bg-accent-soft [&>span:first-of-type]:flex-1"
  >
    <Icon aria-hidden className="size-4 shrink-0 text-soft" strokeWidth={1.75} />
    {children}
  </Command.Item>
)
