import type { AnyTool } from '../tool.ts'
import { memoryForget } from './memory-forget.ts'
import { memoryList } from './memory-list.ts'
import { memoryProposeRule } from './memory-propose-rule.ts'
import { memoryRecall } from './memory-recall.ts'
import { memoryRemember } from './memory-remember.ts'

export const memoryTools: readonly AnyTool[] = [
  memoryRemember,
  memoryRecall,
  memoryList,
  memoryForget,
  memoryProposeRule,
]
