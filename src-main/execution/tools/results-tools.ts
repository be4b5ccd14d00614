import type { AnyTool } from '../tool.ts'
import { resultsRead } from './results-read.ts'

export const resultTools: readonly AnyTool[] = [resultsRead]
