import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { t } from '../words.ts'

interface BoundaryProps {
  /** The pane's title. */
  what: string
  children: ReactNode
}

/** Keeps a pane that cannot be loaded or shown from taking the whole window with it. */
export class PaneBoundary extends Component<BoundaryProps, { failed?: unknown }> {
  override state: { failed?: unknown } = {}

  static getDerivedStateFromError(failed: unknown) {
    return { failed }
  }

  override render() {
    const { what, children } = this.props
    const { failed } = this.state
    if (failed === undefined) return children
    const why = failed instanceof Error ? failed.message : String(failed)
    return (
      <div className="mx-auto w-full max-w-3xl p-4">
        <ErrorNote
          failure={{
            message: `${what} cannot be shown: ${why}`,
            fix: 'Load the page again. What the agent does goes on meanwhile.',
          }}
          actions={
            <Button size="small" onClick={() => window.location.reload()}>
              {t('Load again')}
            </Button>
          }
        />
      </div>
    )
  }
}
