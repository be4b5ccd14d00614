import { open, stat } from 'node:fs/promises'
import { z } from 'zod'
import type { LogLineView, LogView } from '../../../src-preload/contract.ts'
import { LOG_LEVELS, type LogLevel } from './log.ts'
import { LOG_FILES_MOST, LOG_NAME } from './open-log.ts'
import { logFiles } from './rotating-file.ts'

export interface LogQuery {
  /** And above. */
  readonly level?: LogLevel
  readonly part?: string
  /** All of them must stand in the line. */
  readonly words?: string
  readonly limit?: number
  /** Where reading ended before: where nothing was written since, no lines are read again. */
  readonly since?: string
}

const LINES_MOST = 200
const CHUNK_BYTES = 64 * 1024

const lineSchema = z.looseObject({
  time: z.string(),
  level: z.enum(LOG_LEVELS),
  part: z.string(),
  message: z.string(),
})

/** The latest lines that fit, oldest first; read backwards, file by file. */
export async function readLog(folder: string, query: LogQuery): Promise<LogView> {
  const files = logFiles({ folder, name: LOG_NAME, filesMost: LOG_FILES_MOST })
  const mark = await markOf(files[0] as string)
  const file = files[0] as string
  if (query.since !== undefined && query.since === mark) return { file, mark, lines: [], same: true }
  const limit = query.limit ?? LINES_MOST
  const fits = fitting(query)
  const lines: LogLineView[] = []
  for (const path of files) {
    for await (const text of backwards(path)) {
      const line = parse(text)
      if (line && fits(line, text)) lines.push(line)
      if (lines.length >= limit) return { file, mark, lines: lines.reverse(), same: false }
    }
  }
  return { file, mark, lines: lines.reverse(), same: false }
}

function fitting({ level = 'debug', part, words = '' }: LogQuery) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const lowest = LOG_LEVELS.indexOf(level)
  return (line: LogLineView, text: string): boolean => {
    if (LOG_LEVELS.indexOf(line.level) < lowest) return false
    if (part !== undefined && line.part !== part) return false
    const folded = text.toLowerCase()
    return wanted.every((word) => folded.includes(word))
  }
}

/** A line that a crash cut off in the middle is none. */
function parse(text: string): LogLineView | undefined {
  try {
    const { time, level, part, message, ...fields } = lineSchema.parse(JSON.parse(text))
    return { time, level, part, message, fields }
  } catch {
    // what somebody else wrote into the file is not shown
    return undefined
  }
}

async function* backwards(path: string): AsyncGenerator<string> {
  const file = await open(path, 'r').catch(() => undefined)
  if (!file) return
  try {
    let left = (await file.stat()).size
    let rest = Buffer.alloc(0)
    while (left > 0) {
      const length = Math.min(CHUNK_BYTES, left)
      const chunk = Buffer.alloc(length)
      await file.read(chunk, 0, length, left - length)
      left -= length
      const bytes = Buffer.concat([chunk, rest])
      // bytes, not characters: a chunk may begin in the middle of one
      const firstEnd = left > 0 ? bytes.indexOf(10) : -1
      if (left > 0 && firstEnd === -1) {
        rest = bytes
        continue
      }
      rest = bytes.subarray(0, firstEnd + 1)
      const whole = bytes
        .subarray(firstEnd + 1)
        .toString('utf8')
        .split('\n')
      for (const line of whole.reverse()) if (line !== '') yield line
    }
  } finally {
    await file.close()
  }
}

/** Changes whenever something was written. */
async function markOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return found ? `${found.ino}:${found.size}` : 'none'
}
