import { activity } from './de/activity.ts'
import { agent } from './de/agent.ts'
import { agentFailures } from './de/agent-failures.ts'
import { agentObstacles } from './de/agent-obstacles.ts'
import { agentRemedies } from './de/agent-remedies.ts'
import { approvals } from './de/approvals.ts'
import { arrival } from './de/arrival.ts'
import { attachments } from './de/attachments.ts'
import { automations } from './de/automations.ts'
import { chat } from './de/chat.ts'
import { connections } from './de/connections.ts'
import { desktop } from './de/desktop.ts'
import { diagnostics } from './de/diagnostics.ts'
import { fields } from './de/fields.ts'
import { memory } from './de/memory.ts'
import { palette } from './de/palette.ts'
import { quick } from './de/quick.ts'
import { runs } from './de/runs.ts'
import { safeMode } from './de/safe-mode.ts'
import { settingGroups } from './de/setting-groups.ts'
import { settings } from './de/settings.ts'
import { shell } from './de/shell.ts'
import { tools } from './de/tools.ts'
import { ui } from './de/ui.ts'
import { voice } from './de/voice.ts'
import { welcome } from './de/welcome.ts'
import { type Catalogue, createWords, type Language, type Words } from './words.ts'

/** All German texts, one file for each part of the interface. */
export const GERMAN: Catalogue = {
  ...activity,
  ...voice,
  ...ui,
  ...settingGroups,
  ...fields,
  ...memory,
  ...chat,
  ...agent,
  ...agentFailures,
  ...agentObstacles,
  ...agentRemedies,
  ...approvals,
  ...arrival,
  ...attachments,
  ...automations,
  ...connections,
  ...desktop,
  ...diagnostics,
  ...palette,
  ...quick,
  ...runs,
  ...safeMode,
  ...settings,
  ...shell,
  ...tools,
  ...welcome,
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: {}, de: GERMAN }

export const wordsOf = (language: Language): Words => createWords(language, CATALOGUES[language])
