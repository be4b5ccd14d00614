import { SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { ConnectionView } from '../../src-preload/contract.ts'
import { effectClassWord } from '../approvals/approval-words.ts'
import { ConnectionState } from '../connections/connection-state.tsx'
import { useConnections } from '../connections/use-connections.ts'
import { useActions, useStore } from '../store/store.ts'
import { moveByArrows } from '../ui/arrow-keys.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useRead } from '../ui/use-read.ts'
import { n, said, t } from '../words.ts'
import { groupTools } from './tool-groups.ts'
import { ToolRow } from './tool-row.tsx'
import { roomWord } from './tool-words.ts'

/** All that the agent can do, by room: what each tool may do, what came of it, and its switch. */
export function ToolsPane() {
  const { client } = useActions()
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const latest = useStore(({ runs }) => runs.list[0]?.updatedAt ?? '')
  const off = useStore(({ settings }) => settings.view?.tools.off.join(' ') ?? '')
  const changes = useStore(({ settings }) => settings.toolChanges ?? 0)
  const { value: tools, failure, again } = useRead('tools.list', {}, `${latest} ${off} ${changes}`)
  const { value: connections } = useConnections()
  const groups = groupTools(
    tools ?? [],
    wanted,
    (tool) => `${t(tool.title)} ${effectClassWord(tool.effect)} ${roomWord(tool.name.split('.')[0] ?? '')}`,
  )

  const connectionOf = (server: string | undefined) => connections?.find(({ name }) => name === server)

  const turn = async (name: string, on: boolean) => {
    // read afresh: another window may have switched one
    const { tools: now } = await client.call('settings.get', {})
    const others = now.off.filter((each) => each !== name)
    await client.call('settings.change', { tools: { off: on ? others : [...others, name] } })
  }

  return (
    <Pane
      title={t('Tools')}
      about={t('What the agent can do, what it asks before, and what came of it so far.')}
      toolbar={
        <SearchBox
          label={t('Search tools')}
          placeholder={t('Search: a name, or what it does')}
          value={words}
          onChange={setWords}
        />
      }
    >
      {failure && <ReadFailure failure={failure} again={again} />}
      {!tools && !failure && <Loading what={t('tools')} />}
      {tools && groups.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t('No tool has these words')}
          actions={<Button onClick={() => setWords('')}>{t('Show all')}</Button>}
        />
      )}
      <div className="flex flex-col gap-5">
        {groups.map((group) => (
          <section key={group.room} aria-labelledby={`room-${group.room}`} className="flex flex-col gap-1.5">
            <h2
              id={`room-${group.room}`}
              className="flex flex-wrap items-baseline gap-2 font-medium text-ink text-sm"
            >
              {group.server ?? roomWord(group.room)}
              <span className="font-normal text-soft text-xs">
                {n(group.tools.length, '{count} tool', '{count} tools')}
              </span>
              <ServerState connection={connectionOf(group.server)} />
            </h2>
            <ul
              onKeyDown={moveByArrows}
              className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card"
            >
              {group.tools.map((tool) => (
                <ToolRow
                  key={tool.name}
                  tool={tool}
                  limit={connectionOf(group.server)?.limit}
                  onSwitch={(on) => turn(tool.name, on)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Pane>
  )
}

/** Where the tools of a server come from, how it stands and, if it does not, why. */
function ServerState({ connection }: { connection: ConnectionView | undefined }) {
  if (!connection) return null
  return (
    <>
      <ConnectionState state={connection.state} />
      {connection.problem && (
        <span className="min-w-0 font-normal text-danger text-xs [overflow-wrap:anywhere]">
          {said(connection.problem)}
        </span>
      )}
    </>
  )
}
