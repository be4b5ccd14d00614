import { t } from '../words.ts'
import { Button } from './button.tsx'
import { ErrorNote, type Failure } from './error-note.tsx'

/** That something could not be read, with the way to read it again. */
export const ReadFailure = ({ failure, again }: { failure: Failure; again: () => void }) => (
  <ErrorNote
    failure={failure}
    actions={
      <Button size="small" onClick={again}>
        {t('Try again')}
      </Button>
    }
  />
)
