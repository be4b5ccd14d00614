import type { SettingsView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { said, t } from '../words.ts'
import { fixedBy } from './fixed-by.ts'
import type { ModelDraft } from './model-draft.ts'

export interface EndpointFieldsProps {
  draft: ModelDraft
  settings: SettingsView
  /** What is wrong with the address. */
  problem: string | undefined
  onEdit: (change: Partial<ModelDraft>) => void
  onRemoveKey: () => void
}

/** Where the model is reached, under which name, and with which key. The key goes in and is never shown. */
export function EndpointFields({ draft, settings, problem, onEdit, onRemoveKey }: EndpointFieldsProps) {
  const fixedUrl = fixedBy(settings, 'model.baseUrl')
  const fixedName = fixedBy(settings, 'model.name')
  const fixedKey = fixedBy(settings, 'model.apiKey')
  const { hasKey } = settings.model
  return (
    <div className="grid gap-4 @xl:grid-cols-2">
      <Field
        label={t('Base URL')}
        hint={fixedUrl ?? t('Ollama: http://localhost:11434/v1')}
        error={fixedUrl ? undefined : problem}
      >
        {(control) => (
          <TextInput
            {...control}
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            disabled={fixedUrl !== undefined}
            value={draft.baseUrl}
            onChange={({ target }) => onEdit({ baseUrl: target.value })}
          />
        )}
      </Field>
      <Field label={t('Model name')} hint={fixedName ?? t('As the endpoint calls it.')}>
        {(control) => (
          <TextInput
            {...control}
            spellCheck={false}
            autoComplete="off"
            disabled={fixedName !== undefined}
            value={draft.name}
            onChange={({ target }) => onEdit({ name: target.value })}
          />
        )}
      </Field>
      <Field label={t('API key')} hint={fixedKey ?? said(settings.secrets)} className="@xl:col-span-2">
        {(control) => (
          <div className="flex gap-2">
            <TextInput
              {...control}
              type="password"
              autoComplete="off"
              disabled={fixedKey !== undefined}
              placeholder={
                hasKey ? t('A key is kept. Type to replace it.') : t('None. Local endpoints need none.')
              }
              value={draft.apiKey}
              onChange={({ target }) => onEdit({ apiKey: target.value })}
            />
            {hasKey && !fixedKey && <Button onClick={onRemoveKey}>{t('Remove key')}</Button>}
          </div>
        )}
      </Field>
    </div>
  )
}
