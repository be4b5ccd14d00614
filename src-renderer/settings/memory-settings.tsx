import { useState } from 'react'
import type { SettingsChange, SettingsView, VectorStoreKind } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { said, t } from '../words.ts'
import { Choice } from './choice.tsx'
import { fixedBy } from './fixed-by.ts'
import { memoryChangeOf, memoryDraftOf, STORES, storeUrlProblem } from './memory-draft.ts'
import { MemoryHealth } from './memory-health.tsx'
import { baseUrlProblem } from './model-draft.ts'
import { SecretField } from './secret-field.tsx'
import { SettingGroup } from './setting-group.tsx'

const EMBEDDERS = [
  {
    value: 'bundled',
    label: 'The bundled model',
    hint: 'No key, no network: texts never leave this computer.',
  },
  {
    value: 'openai',
    label: 'An endpoint',
    hint: 'OpenAI, or anything that speaks its protocol. It is sent every text that is remembered.',
  },
] as const

/** What turns texts into meaning, and where meaning is kept. */
export function MemorySettings({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const { busy, failure, attempt, clear } = useAttempt()
  const [draft, setDraft] = useState(() => memoryDraftOf(settings.memory))
  const [saves, setSaves] = useState(0)
  const change = memoryChangeOf(draft, settings)
  const changed = Object.keys(change).length > 0
  const store = STORES[draft.kind]
  const fixed = (path: string) => fixedBy(settings, `memory.${path}`)
  const embedderProblem =
    draft.provider === 'openai' && !fixed('embedder.baseUrl') ? baseUrlProblem(draft.baseUrl) : undefined
  const storeProblem = fixed('store.url') ? undefined : storeUrlProblem(draft)
  const wrong = embedderProblem !== undefined || storeProblem !== undefined

  const edit = (next: Partial<typeof draft>) => {
    setDraft({ ...draft, ...next })
    clear()
  }
  const save = async (memory: NonNullable<SettingsChange['memory']>) => {
    const view = await attempt('save', () => client.call('settings.change', { memory }))
    if (!view) return
    setDraft(memoryDraftOf(view.memory))
    setSaves(saves + 1)
  }
  const text = (
    name: 'baseUrl' | 'name' | 'url' | 'index' | 'models',
    path: string,
    { label, hint, error }: { label: string; hint: string; error?: string | undefined },
  ) => (
    <Field label={t(label)} hint={fixed(path) ?? t(hint)} error={error}>
      {(control) => (
        <TextInput
          {...control}
          spellCheck={false}
          autoComplete="off"
          disabled={fixed(path) !== undefined}
          value={draft[name]}
          onChange={({ target }) => edit({ [name]: target.value })}
        />
      )}
    </Field>
  )

  return (
    <SettingGroup
      title={t('Memory')}
      about={t(
        'What turns texts into meaning, so that other words find them too, and where that is kept. The texts themselves are kept on this computer.',
      )}
    >
      <form
        aria-label={t('Memory')}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (changed && !wrong) void save(change)
        }}
      >
        <div className="flex flex-col gap-1.5">
          <p className="font-medium text-ink text-sm">{t('Meaning by')}</p>
          <Choice
            label={t('Meaning by')}
            value={draft.provider}
            options={EMBEDDERS}
            disabled={fixed('embedder.provider') !== undefined}
            onChange={(provider) => edit({ provider })}
          />
        </div>
        {draft.provider === 'openai' && (
          <div className="grid gap-4 @xl:grid-cols-2">
            {text('baseUrl', 'embedder.baseUrl', {
              label: 'Base URL of the embedder',
              hint: 'Ollama: http://localhost:11434/v1',
              error: embedderProblem,
            })}
            {text('name', 'embedder.name', {
              label: 'Name of the embedding model',
              hint: 'Another model means that all rows are read anew.',
            })}
            <SecretField
              label={t('API key of the embedder')}
              hint={fixed('embedder.apiKey') ?? said(settings.secrets)}
              kept={settings.memory.embedder.hasKey}
              disabled={fixed('embedder.apiKey') !== undefined}
              value={draft.apiKey}
              onChange={(apiKey) => edit({ apiKey })}
              onRemove={() => void save({ embedder: { apiKey: '' } })}
            />
          </div>
        )}
        <Field label={t('Vectors are kept')} hint={fixed('store.kind') ?? t(store.hint)}>
          {(control) => (
            <Select
              {...control}
              className="max-w-72"
              disabled={fixed('store.kind') !== undefined}
              value={draft.kind}
              onChange={({ target }) => edit({ kind: target.value as VectorStoreKind })}
            >
              {(Object.keys(STORES) as VectorStoreKind[]).map((kind) => (
                <option key={kind} value={kind}>
                  {t(STORES[kind].label)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {store.url && (
          <div className="grid gap-4 @xl:grid-cols-2">
            {text('url', 'store.url', { ...store.url, error: draft.url.trim() ? storeProblem : undefined })}
            {store.index && text('index', 'store.index', store.index)}
            {store.secret && (
              <SecretField
                label={t(store.secret.label)}
                hint={fixed('store.secret') ?? `${t(store.secret.hint)} ${said(settings.secrets)}`.trim()}
                kept={settings.memory.store.hasSecret}
                disabled={fixed('store.secret') !== undefined}
                value={draft.secret}
                onChange={(secret) => edit({ secret })}
                onRemove={() => void save({ store: { secret: '' } })}
              />
            )}
          </div>
        )}
        {text('models', 'models', {
          label: 'Folder of models',
          hint: 'Looked into before the bundled ones. Leave it empty for none.',
        })}
        {failure && <ErrorNote failure={failure} />}
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" kind="primary" busy={busy === 'save'} disabled={!changed || wrong}>
            {t('Save')}
          </Button>
          <span role="status" className="text-soft text-xs">
            {saves > 0 && !changed ? t('Saved.') : changed && busy === undefined ? t('Not saved yet.') : ''}
          </span>
        </div>
      </form>
      <MemoryHealth key={saves} />
    </SettingGroup>
  )
}
