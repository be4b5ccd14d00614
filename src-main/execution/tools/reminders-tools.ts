import type { AnyTool } from '../tool.ts'
import { remindersCancel } from './reminders-cancel.ts'
import { remindersCreate } from './reminders-create.ts'
import { remindersList } from './reminders-list.ts'
import { schedulesCreate } from './schedules-create.ts'

export const reminderTools: readonly AnyTool[] = [
  remindersCreate,
  schedulesCreate,
  remindersList,
  remindersCancel,
]
