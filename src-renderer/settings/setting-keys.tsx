import { useCopy } from '../chat/use-copy.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { failureOf } from '../ui/use-attempt.ts'
import { t } from '../words.ts'

/** The keys of config.json that the control above is about: each is copied by a click, and reset where it is set. */
export function SettingKeys({ paths }: { paths: readonly string[] }) {
  const set = useStore(({ settings }) => settings.view?.set)
  const copy = useCopy()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {paths.map((path) => (
        <span key={path} className="inline-flex items-center gap-1">
          <button
            type="button"
            aria-label={t('Copy the key {path}', { path })}
            onClick={() => void copy(path)}
            className="rounded-sm font-mono text-soft text-xs hover:text-ink hover:underline"
          >
            {path}
          </button>
          {set?.includes(path) && <ResetSetting path={path} />}
        </span>
      ))}
    </div>
  )
}

/** Back to the default, for one setting or (without a path) for all; it asks first. */
export function ResetSetting({ path }: { path?: string }) {
  const { client, settingsReset } = useActions()
  const reset = async () => {
    try {
      settingsReset(await client.call('settings.reset', path === undefined ? {} : { path }))
      return undefined
    } catch (error) {
      return failureOf(error)
    }
  }
  return (
    <Confirm
      trigger={
        path === undefined ? (
          <Button kind="danger">{t('Reset all settings')}</Button>
        ) : (
          <Button kind="quiet" size="small" className="h-6 px-1.5" aria-label={t('Reset {path}', { path })}>
            {t('Reset')}
          </Button>
        )
      }
      title={path === undefined ? t('Reset all settings?') : t('Reset {path}?', { path })}
      action={path === undefined ? t('Reset all settings') : t('Reset')}
      dismiss={t('Cancel')}
      danger
      onConfirm={reset}
    >
      {path === undefined
        ? t(
            'All settings are removed from config.json and hold as at the beginning. Secrets and memory stay.',
          )
        : t('It is removed from config.json, and its default holds.')}
    </Confirm>
  )
}
