import type { WebContents } from 'electron'

export interface Microphones {
  /** A page has opened its microphone, or closed it. */
  set(page: WebContents, open: boolean): null
}

/** Tells when the first page opens its microphone and when the last has closed it, were it by vanishing. */
export function followMicrophones(changed: (anyOpen: boolean) => void): Microphones {
  const open = new Set<WebContents>()
  const followed = new WeakSet<WebContents>()
  const set = (page: WebContents, isOpen: boolean): null => {
    const before = open.size > 0
    if (isOpen) open.add(page)
    else open.delete(page)
    if (before !== open.size > 0) changed(open.size > 0)
    return null
  }
  return {
    set: (page, isOpen) => {
      if (!followed.has(page)) {
        followed.add(page)
        const gone = () => void set(page, false)
        page.on('did-navigate', gone)
        page.on('render-process-gone', gone)
        page.once('destroyed', gone)
      }
      return set(page, isOpen)
    },
  }
}
