import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { sizeWords } from '../ui/size-words.ts'
import { Switch } from '../ui/switch.tsx'
import { failureOf } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'

export interface RecordingsSettingProps {
  kept: boolean
  disabled: boolean
  onChange: (kept: boolean) => void
}

/** Whether what is spoken is kept, what there is of it, and the way to be rid of it. */
export function RecordingsSetting({ kept, disabled, onChange }: RecordingsSettingProps) {
  const { client } = useActions()
  const { value, again } = useRead('voice.recordings', {}, String(kept))
  const remove = () =>
    client.call('voice.deleteRecordings', {}).then(
      () => again(),
      (error: unknown) => failureOf(error),
    )
  return (
    <div className="flex flex-col gap-2">
      <Switch
        label={t('Keep recordings')}
        hint={t('As WAV files on this computer, for 30 days and up to 500 MB; the oldest go first.')}
        checked={kept}
        disabled={disabled}
        onChange={onChange}
      />
      {value && (kept || value.count > 0) && (
        <div className="flex flex-wrap items-center gap-2 text-soft text-xs">
          <span>
            {value.count === 0
              ? t('None yet, in')
              : t('{count} {recordings}, {bytes}, in', {
                  count: value.count,
                  recordings: value.count === 1 ? t('recording') : t('recordings'),
                  bytes: sizeWords(value.bytes),
                })}{' '}
            <code className="break-all">{value.folder}</code>
          </span>
          {value.count > 0 && (
            <Confirm
              trigger={
                <Button size="small" kind="quiet">
                  {t('Delete all …')}
                </Button>
              }
              title={t('Delete all recordings?')}
              action={t('Delete them')}
              onConfirm={remove}
            >
              {t('The words that were understood stay in their conversations.')}
            </Confirm>
          )}
        </div>
      )}
    </div>
  )
}
