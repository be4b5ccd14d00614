import { FILE_GOALS } from './file-goals.ts'
import type { GoalCase } from './goal-case.ts'
import { LONG_GOALS } from './long-goals.ts'
import { MEMORY_GOALS } from './memory-goals.ts'
import { PAGE_GOALS } from './page-goals.ts'

/** Everything that the offline planner promises to do, in the ways people ask for it. */
export const GOALS: readonly GoalCase[] = [...LONG_GOALS, ...PAGE_GOALS, ...FILE_GOALS, ...MEMORY_GOALS]
