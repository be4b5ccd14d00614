import type { AnyTool } from '../tool.ts'
import { operatorAsk } from './operator-ask.ts'

export const operatorTools: readonly AnyTool[] = [operatorAsk]
