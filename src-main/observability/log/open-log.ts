import pino from 'pino'
import type { Clock } from '../../vocabulary/clock.ts'
import { allowedFields } from './allowed-fields.ts'
import type { Log } from './log.ts'
import { openRotatingFile } from './rotating-file.ts'

export const LOG_NAME = 'adjutant'
export const LOG_FILES_MOST = 5
const BYTES_MOST = 5 * 1024 * 1024
const LONGEST_MESSAGE = 200

export interface OpenLogOptions {
  readonly folder: string
  readonly clock: Clock
  readonly bytesMost?: number
}

/** The log as JSON Lines: `time`, `level`, `part`, `message`, and fields that are allowed. */
export function openLog({ folder, clock, bytesMost = BYTES_MOST }: OpenLogOptions): Log {
  const file = openRotatingFile({ folder, name: LOG_NAME, bytesMost, filesMost: LOG_FILES_MOST })
  let lost = 0
  const logger = pino(
    {
      level: 'info',
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write: (line) => {
        if (!file.write(line)) lost += 1
      },
    },
  )
  return {
    write: (at, part, message, fields = {}) => {
      if (!logger.isLevelEnabled(at)) return
      const before = lost
      logger[at]({ part, ...allowedFields(fields) }, message.slice(0, LONGEST_MESSAGE))
      if (before === 0 || lost > before) return
      lost = 0
      logger.warn({ part: 'storage', count: before }, 'lines of the log could not be written')
    },
    setLevel: (level) => {
      logger.level = level
    },
    close: () => file.close(),
  }
}
