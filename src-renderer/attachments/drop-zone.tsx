import { Paperclip } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useActions } from '../store/store.ts'
import { t } from '../words.ts'

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** Takes files that are dropped anywhere on the window, and says so while they are above it. */
export function DropZone() {
  const { attachFiles } = useActions()
  const [above, setAbove] = useState(false)
  // each element that is entered is entered before the one around it is left
  const depth = useRef(0)

  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth.current += 1
      setAbove(true)
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth.current -= 1
      if (depth.current <= 0) setAbove(false)
    }
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth.current = 0
      setAbove(false)
      if (!hasFiles(event)) return
      event.preventDefault()
      void attachFiles([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [attachFiles])

  return (
    <div role="status">
      {above && (
        <div className="pointer-events-none fixed inset-2 z-50 flex items-center justify-center gap-2 rounded-xl border-2 border-accent border-dashed bg-accent-soft font-medium text-accent">
          <Paperclip aria-hidden className="size-5" /> {t('Let go to attach')}
        </div>
      )}
    </div>
  )
}
