import { clipboard } from 'electron'
import { RequestError } from '../../vocabulary/errors.ts'

const CHARACTERS_MOST = 200_000

/** Before Electron 45 it answered at once, and was told by a word where from. */
const readText = clipboard.readText as (from?: 'clipboard' | 'selection') => string | Promise<string>

/** What was copied, or marked. `mayRead`: the quick window asks, and the operator is at it. */
export async function readClipboard(
  from: 'clipboard' | 'selection',
  mayRead: boolean,
): Promise<{ text: string }> {
  if (!mayRead)
    throw new RequestError(
      'not-allowed',
      'The clipboard is read for the quick window alone, while it has the focus.',
    )
  const marked = from === 'selection' ? clipboard.selection : undefined
  const text = await (marked ? marked.readText() : readText.call(clipboard, from))
  return { text: text.slice(0, CHARACTERS_MOST) }
}
