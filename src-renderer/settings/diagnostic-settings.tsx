import { Stethoscope } from 'lucide-react'
import type { AlertMetric, LogLevelName, SettingsChange, SettingsView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field, Select } from '../ui/field.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { AlertLimitSetting } from './alert-limit-setting.tsx'
import { SettingGroup } from './setting-group.tsx'
import { SettingKeys } from './setting-keys.tsx'

const LEVELS: readonly (readonly [LogLevelName, string])[] = [
  ['debug', 'Everything, each step too'],
  ['info', 'What happens'],
  ['warn', 'What goes wrong or may'],
  ['error', 'Only what goes wrong'],
]

const LIMITS: readonly (readonly [AlertMetric, string])[] = [
  ['queueDepth', 'Runs at once'],
  ['pendingApprovals', 'Questions that wait for you'],
  ['stepMs', 'Time of a step, in ms'],
  ['modelMs', 'Time of the model, in ms'],
  ['toolMs', 'Time of a tool, in ms'],
  ['loopDelayMs', 'Time that the agent was held up, in ms'],
]

/** How much is logged, and from when on load and latency are worth a word. */
export function DiagnosticSettings({ settings }: { settings: SettingsView }) {
  const { client, openPane } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const change = (change: SettingsChange) =>
    void attempt('change', () => client.call('settings.change', change))
  return (
    <SettingGroup
      title={t('Log and alerts')}
      about={t('The log tells what happened in names and numbers, never what was said or worked on.')}
    >
      <Field label={t('What is logged')}>
        {(control) => (
          <Select
            {...control}
            className="max-w-72"
            disabled={busy !== undefined}
            value={settings.log.level}
            onChange={({ target }) => change({ log: { level: target.value as LogLevelName } })}
          >
            {LEVELS.map(([level, label]) => (
              <option key={level} value={level}>
                {t(label)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SettingKeys paths={['log.level']} />
      <p className="text-soft text-xs leading-relaxed">
        {t(
          'An alert is raised when one of these stays above its limit, and is over when it has stayed well below it for a minute. Times are those that 95 of 100 keep; 0 turns an alert off.',
        )}
      </p>
      <div className="grid gap-4 @xl/pane:grid-cols-2">
        {LIMITS.map(([metric, label]) => (
          <AlertLimitSetting
            key={metric}
            metric={metric}
            label={t(label)}
            value={settings.alerts[metric]}
            disabled={busy !== undefined}
            onChange={(value) => change({ alerts: { [metric]: value } })}
          />
        ))}
      </div>
      {failure && <ErrorNote failure={failure} />}
      <div>
        <Button size="small" onClick={() => openPane('diagnostics')}>
          <Stethoscope aria-hidden />
          {t('Open the diagnostics')}
        </Button>
      </div>
    </SettingGroup>
  )
}
