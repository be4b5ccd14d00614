import type { AnyTool } from '../tool.ts'
import { browserClick } from './browser-click.ts'
import { browserDownload } from './browser-download.ts'
import { browserExtract } from './browser-extract.ts'
import { browserFill } from './browser-fill.ts'
import { browserOpen } from './browser-open.ts'
import { browserPress } from './browser-press.ts'
import { browserScreenshot } from './browser-screenshot.ts'
import { browserSelect } from './browser-select.ts'
import { browserSnapshot } from './browser-snapshot.ts'
import { browserType } from './browser-type.ts'
import { browserWait } from './browser-wait.ts'

export const browserTools: readonly AnyTool[] = [
  browserOpen,
  browserSnapshot,
  browserExtract,
  browserClick,
  browserType,
  browserSelect,
  browserPress,
  browserWait,
  browserFill,
  browserScreenshot,
  browserDownload,
]
