import { FolderOpen, Plus } from 'lucide-react'
import { ListSetting } from '../settings/list-setting.tsx'
import { useActions } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { chooseFolder } from './choose-folder.ts'
import { StepButtons, type StepProps } from './step-buttons.tsx'

/** Which folders the agent may touch: those that are usual, one that is chosen, or one that is typed. */
export function FoldersStep({ settings, ...moves }: StepProps) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const { roots } = settings.files
  const suggested =
    useRead('welcome.folders', {}).value?.folders.filter((path) => !roots.includes(path)) ?? []
  const allow = (paths: readonly string[]) =>
    client.call('settings.change', { files: { roots: [...new Set([...roots, ...paths])] } })
  const choose = async () => {
    const path = await chooseFolder()
    if (path !== undefined) await allow([path])
  }

  return (
    <>
      <Card className="flex flex-col gap-4 p-4">
        <div className="flex flex-wrap gap-2 empty:hidden">
          {window.adjutant && (
            <Button busy={busy === 'choose'} onClick={() => void attempt('choose', choose)}>
              <FolderOpen aria-hidden /> {t('Choose a folder …')}
            </Button>
          )}
          {suggested.map((path) => (
            <Button
              key={path}
              aria-label={t('Allow {path}', { path })}
              disabled={busy !== undefined}
              onClick={() => void attempt(path, () => allow([path]))}
            >
              <Plus aria-hidden /> {path.split(/[\\/]/).at(-1)}
            </Button>
          ))}
        </div>
        {failure && <ErrorNote failure={failure} />}
        <ListSetting
          label={t('Allowed folders')}
          add={t('Add a folder')}
          path="files.roots"
          placeholder="~/notes"
          hint={t('A folder that exists, from / or ~.')}
          entries={roots}
          none={t('None yet. A folder that you name in a goal is allowed for that conversation.')}
          onChange={(files) => client.call('settings.change', { files: { roots: files } })}
        />
      </Card>
      <StepButtons {...moves} next={roots.length > 0 ? t('Continue') : t('Continue without a folder')} />
    </>
  )
}
