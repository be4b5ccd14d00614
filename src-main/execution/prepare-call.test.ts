import { expect, it } from 'vitest'
import { decide } from '../planning/decide.ts'
import type { Action } from '../state/actions.ts'
import { asked, created, runWith, wants } from '../testing/journals.ts'
import { prepareCall } from './prepare-call.ts'
import { createRegistry } from './registry.ts'
import { memoryRemember } from './tools/memory-remember.ts'

it('two calls that a model gave the same id are two calls', async () => {
  const run = runWith(created(), asked(), wants(['memory.remember', 'memory.remember']))
  const actions = decide(run) as Extract<Action, { do: 'prepare-call' }>[]
  const call = (text: string) => ({ id: 'same', tool: 'memory.remember', arguments: { text } })
  const prepared = actions.map((action) =>
    prepareCall(
      {
        registry: createRegistry([memoryRemember]),
        content: () => ({ text: '', calls: [call('one'), call('two')] }),
        situation: () => ({
          intents: [],
          words: [],
          named: [],
          allowedHosts: [],
          ownAddresses: [],
          pages: [],
          runGrants: [],
        }),
        home: '/home/me',
      } as unknown as Parameters<typeof prepareCall>[0],
      run,
      { ...action, toolCallId: 'same' },
    ),
  )
  const bodies = (await Promise.all(prepared)).map(({ contents }) => contents?.[0]?.body)
  expect(bodies).toEqual(['{"text":"one"}', '{"text":"two"}'])
})
