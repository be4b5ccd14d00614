import type { AnyTool } from '../tool.ts'
import { runsCancel } from './runs-cancel.ts'
import { runsList } from './runs-list.ts'

export const runTools: readonly AnyTool[] = [runsList, runsCancel]
