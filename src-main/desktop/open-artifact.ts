import { extname } from 'node:path'
import type { DesktopMethods } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import { RequestError } from '../vocabulary/errors.ts'

/** Files that programs show and do not run. Others are shown in their folder, where the operator may open them. */
const SHOWN: readonly string[] =
  '.txt .md .csv .tsv .json .log .yaml .yml .pdf .png .jpg .jpeg .gif .webp .wav .mp3 .docx .xlsx .pptx .odt .ods .odp'.split(
    ' ',
  )

/** What of Electron's shell is needed. */
export interface Shell {
  /** Resolves to what went wrong, or to an empty text. */
  openPath(path: string): Promise<string>
  showItemInFolder(path: string): void
}

/** Opens or reveals what a run wrote: only what its evidence names and what is still there. */
export const openArtifacts =
  (operator: Pick<OperatorApi, 'call'>, shell: Shell) =>
  async ({ runId, path, how }: DesktopMethods['artifact.open']['input']): Promise<null> => {
    const artifact = (await operator.call('runs.artifacts', { id: runId })).find((each) => each.path === path)
    if (!artifact)
      throw new RequestError('no-artifact', `"${path}" is no recorded evidence of run ${runId}.`, {
        fix: 'Choose one of the files that the run wrote.',
      })
    if (artifact.state === 'gone') throw new RequestError('no-file', `There is nothing at ${path} any more.`)
    if (how === 'reveal') {
      shell.showItemInFolder(path)
      return null
    }
    if (artifact.kind === 'file' && !SHOWN.includes(extname(path).toLowerCase()))
      throw new RequestError(
        'may-run',
        `${path} is of a kind that may be run, so it is not opened from here.`,
        {
          fix: 'Show it in its folder and open it there.',
        },
      )
    const problem = await shell.openPath(path)
    if (problem !== '') throw new RequestError('not-opened', `${path} could not be opened: ${problem}`)
    return null
  }
