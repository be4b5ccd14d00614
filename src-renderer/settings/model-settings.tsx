import { useState } from 'react'
import type { ModelTest, SettingsView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { Choice } from './choice.tsx'
import { EndpointFields } from './endpoint-fields.tsx'
import { fixedBy } from './fixed-by.ts'
import { baseUrlProblem, changeOf, draftOf } from './model-draft.ts'
import { ModelTestResult } from './model-test-result.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SettingKeys } from './setting-keys.tsx'

const PROVIDERS = [
  {
    value: 'offline',
    label: 'Offline planner',
    hint: 'No key, no network. Understands plain requests about memory, reminders, files and web pages.',
  },
  {
    value: 'openai',
    label: 'A model',
    hint: 'OpenAI, or anything that speaks its protocol: Ollama, LM Studio, vLLM, OpenRouter.',
  },
] as const

/** Who understands and plans. What is typed is tried before it is saved. */
export function ModelSettings({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const { busy, failure, attempt, clear } = useAttempt()
  const [draft, setDraft] = useState(() => draftOf(settings.model))
  const [tested, setTested] = useState<ModelTest>()
  const [saved, setSaved] = useState(false)
  const change = changeOf(draft, settings)
  const changed = Object.keys(change).length > 0
  const problem = draft.provider === 'openai' ? baseUrlProblem(draft.baseUrl) : undefined

  const edit = (next: Partial<typeof draft>) => {
    setDraft({ ...draft, ...next })
    setTested(undefined)
    setSaved(false)
    clear()
  }
  const test = async () => {
    setTested(undefined)
    const { apiKey, ...rest } = draft
    const model = { ...rest, ...(apiKey ? { apiKey } : {}) }
    setTested(await attempt('test', () => client.call('settings.testModel', model)))
  }
  const save = async (model: typeof change) => {
    const view = await attempt('save', () => client.call('settings.change', { model }))
    if (!view) return
    setDraft(draftOf(view.model))
    setSaved(true)
  }

  return (
    <SettingGroup title={t('Model')} about={t('Who understands your goals and plans the steps.')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (changed && !problem) void save(change)
        }}
      >
        <Choice
          label={t('Model')}
          value={draft.provider}
          options={PROVIDERS}
          disabled={fixedBy(settings, 'model.provider') !== undefined}
          onChange={(provider) => edit({ provider })}
        />
        {draft.provider === 'openai' && (
          <EndpointFields
            draft={draft}
            settings={settings}
            problem={problem}
            onEdit={edit}
            onRemoveKey={() => void save({ apiKey: '' })}
          />
        )}
        {failure && <ErrorNote failure={failure} />}
        <ModelTestResult tested={tested} />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            type="submit"
            kind="primary"
            busy={busy === 'save'}
            disabled={!changed || problem !== undefined || busy !== undefined}
          >
            {t('Save')}
          </Button>
          <Button
            busy={busy === 'test'}
            disabled={problem !== undefined || busy !== undefined}
            onClick={() => void test()}
          >
            {t('Test')}
          </Button>
          <span role="status" className="text-soft text-xs">
            {saved && !changed ? t('Saved.') : changed && busy === undefined ? t('Not saved yet.') : ''}
          </span>
        </div>
        <SettingKeys paths={['model.provider', 'model.baseUrl', 'model.name']} />
      </form>
    </SettingGroup>
  )
}
