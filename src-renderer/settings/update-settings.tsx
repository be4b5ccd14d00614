import { useState } from 'react'
import type { SettingsView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { SettingGroup } from './setting-group.tsx'
import { UpdateState } from './update-state.tsx'

/** Where newer versions of the desktop app are looked for, and how it stands with them. */
export function UpdateSettings({ settings }: { settings: SettingsView }) {
  const { client } = useActions()
  const update = useStore(({ ui }) => ui.update)
  const { busy, failure, attempt } = useAttempt()
  const [typed, setTyped] = useState<string>()
  const kept = settings.updates.feed
  const address = (typed ?? kept).trim()
  // a browser shows an agent that is installed by other means
  if (!update) return null
  if (update.state === 'off' && !update.keyed)
    return (
      <SettingGroup title={t('Updates')}>
        <p className="text-soft text-sm">
          {t(
            'Version {version}. This build holds no key to check updates with: newer ones are installed by hand.',
            {
              version: update.version,
            },
          )}
        </p>
      </SettingGroup>
    )
  const save = async () => {
    const saved = await attempt('save', () => client.call('settings.change', { updates: { feed: address } }))
    if (saved !== undefined) setTyped(undefined)
  }
  return (
    <SettingGroup
      title={t('Updates')}
      about={t('Looked for once a day, and only where a feed is set. Nothing is ever installed by itself.')}
    >
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Field
          label={t('Feed')}
          hint={t('An https address. Only what is signed with the key of this build counts.')}
          className="flex-1"
        >
          {(control) => (
            <div className="flex gap-2">
              <TextInput
                {...control}
                inputMode="url"
                spellCheck={false}
                autoComplete="off"
                placeholder="https://"
                value={typed ?? kept}
                onChange={({ target }) => setTyped(target.value)}
              />
              <Button type="submit" busy={busy === 'save'} disabled={address === kept}>
                {t('Save')}
              </Button>
            </div>
          )}
        </Field>
      </form>
      {failure && <ErrorNote failure={failure} />}
      <UpdateState update={update} />
    </SettingGroup>
  )
}
