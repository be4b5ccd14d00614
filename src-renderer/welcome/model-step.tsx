import { useState } from 'react'
import type { ModelServerView, ModelTest, SettingsView } from '../../src-preload/contract.ts'
import { Choice } from '../settings/choice.tsx'
import { EndpointFields } from '../settings/endpoint-fields.tsx'
import { fixedBy } from '../settings/fixed-by.ts'
import { baseUrlProblem, changeOf, draftOf, type ModelDraft } from '../settings/model-draft.ts'
import { ModelTestResult } from '../settings/model-test-result.tsx'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { ServerModel } from './server-model.tsx'
import { StepButtons, type StepProps } from './step-buttons.tsx'
import { useKept } from './use-kept.ts'

/** 'offline', 'key' (an address of the operator's own), or the address of a server that was found. */
type Source = string

/** Who understands and plans: nobody but the planner, a server that was found here, or one with a key. */
export function ModelStep({ settings, ...moves }: StepProps) {
  const { client } = useActions()
  const { busy, failure, attempt, clear } = useAttempt()
  const [source, setSource] = useKept<Source>('adjutant.welcome.source', sourceOf(settings))
  const [kept, setKept] = useKept('adjutant.welcome.model', draftOf(settings.model))
  const [apiKey, setApiKey] = useState('')
  const [tested, setTested] = useState<ModelTest>()
  const reading = useRead('welcome.models', {})
  const servers = reading.value?.servers
  const server = servers?.find(({ baseUrl }) => baseUrl === source)
  const draft: ModelDraft = { ...kept, apiKey, provider: source === 'offline' ? 'offline' : 'openai' }
  const problem = source === 'key' ? baseUrlProblem(draft.baseUrl) : undefined

  const edit = ({ apiKey: key, ...change }: Partial<ModelDraft>) => {
    if (key !== undefined) setApiKey(key)
    setKept({ ...kept, ...change })
    setTested(undefined)
    clear()
  }
  const choose = (next: Source) => {
    const found = servers?.find(({ baseUrl }) => baseUrl === next)
    setSource(next)
    setApiKey('')
    edit(found ? { baseUrl: found.baseUrl, name: found.models[0] ?? '' } : draftOf(settings.model))
  }
  const test = async () => {
    setTested(undefined)
    const { apiKey: key, ...rest } = draft
    const model = { ...rest, ...(key ? { apiKey: key } : {}) }
    setTested(await attempt('test', () => client.call('settings.testModel', model)))
  }
  const goOn = async () => {
    const model = changeOf(draft, settings)
    const saved =
      Object.keys(model).length === 0 ||
      (await attempt('save', () => client.call('settings.change', { model }))) !== undefined
    if (saved) moves.onNext()
  }

  return (
    <>
      <Card className="flex flex-col gap-4 p-4">
        <Choice
          label={t('Model')}
          value={source}
          stacked
          disabled={fixedBy(settings, 'model.provider') !== undefined}
          options={[
            {
              value: 'offline',
              label: t('Offline planner'),
              hint: t(
                'No key, no network. Understands plain requests about memory, reminders, files and web pages.',
              ),
            },
            ...(servers ?? []).map(({ name, baseUrl }) => ({
              value: baseUrl,
              label: t('{server} on this computer', { server: name }),
              hint: t('It answers at {address}. What you say does not leave this computer.', {
                address: baseUrl,
              }),
            })),
            {
              value: 'key',
              label: t('A model by address and key'),
              hint: t('OpenAI, or anything that speaks its protocol. What you say is sent there.'),
            },
          ]}
          onChange={choose}
        />
        <p role="status" className="text-soft text-xs">
          {searchWords(servers, reading.failure !== undefined)}
        </p>
        {server && <ServerModel server={server} name={draft.name} onChange={(name) => edit({ name })} />}
        {source === 'key' && (
          <EndpointFields
            draft={draft}
            settings={settings}
            problem={problem}
            onEdit={edit}
            onRemoveKey={() =>
              void attempt('key', () => client.call('settings.change', { model: { apiKey: '' } }))
            }
          />
        )}
        {failure && <ErrorNote failure={failure} />}
        <ModelTestResult tested={tested} />
        <div className="flex flex-wrap gap-2">
          {source !== 'offline' && (
            <Button
              busy={busy === 'test'}
              disabled={problem !== undefined || busy !== undefined}
              onClick={() => void test()}
            >
              {t('Try it now')}
            </Button>
          )}
          <Button kind="quiet" onClick={reading.again}>
            {t('Look for local servers again')}
          </Button>
        </div>
      </Card>
      <StepButtons
        {...moves}
        next={t('Continue')}
        busy={busy === 'save'}
        disabled={problem !== undefined || (busy !== undefined && busy !== 'save')}
        onNext={() => void goOn()}
      />
    </>
  )
}

const sourceOf = ({ model }: SettingsView): Source => (model.provider === 'offline' ? 'offline' : 'key')

function searchWords(servers: readonly ModelServerView[] | undefined, failed: boolean): string {
  if (failed) return t('Local servers could not be looked for.')
  if (!servers) return t('Looking for model servers on this computer …')
  return servers.length > 0
    ? t('Found on this computer: {servers}.', { servers: servers.map(({ name }) => name).join(', ') })
    : t('No Ollama, LM Studio or vLLM answers on this computer at its usual port.')
}
