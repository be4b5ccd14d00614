import { statSync } from 'node:fs'
import { join } from 'node:path'
import { findModelServers } from '../models/find-model-servers.ts'

/** Folders of a home that people keep their own things in. */
const USUAL_FOLDERS = ['Documents', 'Downloads', 'Desktop', 'Notes']

/** What the screens of the first start offer. */
export const createWelcomeMethods = (userHome: string) => ({
  'welcome.folders': () => ({
    folders: USUAL_FOLDERS.map((name) => join(userHome, name)).filter((path) =>
      statSync(path, { throwIfNoEntry: false })?.isDirectory(),
    ),
  }),
  'welcome.models': async () => ({ servers: await findModelServers() }),
})
