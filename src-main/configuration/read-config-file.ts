import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { ConfigError, messageOf } from '../vocabulary/errors.ts'
import { type ConfigFile, configFileSchema } from './config.ts'
import { findJsonError, positionOf } from './json-position.ts'

export const configPath = (home: string): string => join(home, 'config.json')

/** What config.json holds; nothing where there is none. Throws ConfigError, with the place and the reason. */
export function readConfigFile(home: string): ConfigFile {
  const file = configPath(home)
  const text = textOf(file)
  return text.trim() === '' ? {} : checkConfig(parse(text, file), file)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw new ConfigError('config-unreadable', `${file} cannot be read: ${messageOf(error)}`, {
      fix: 'Make it a file that you may read.',
      cause: error,
    })
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const fault = findJsonError(text)
    if (!fault) throw cause
    const { line, column } = positionOf(text, fault.offset)
    throw new ConfigError(
      'config-syntax',
      `${file}:${line}:${column}: not JSON: ${fault.wanted} was expected here`,
      {
        fix: 'Correct that line. Comments and trailing commas are not allowed.',
        cause,
      },
    )
  }
}

/** Settings from anything. Throws ConfigError that names each wrong setting and why. */
export function checkConfig(value: unknown, file: string): ConfigFile {
  const result = configFileSchema.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(faultOf)
  throw new ConfigError('config-invalid', faults.join('\n'), { fix: `Correct ${file}.` })
}

function faultOf(issue: z.core.$ZodIssue): string {
  const path = pathInWords(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `"${path === '' ? key : `${path}.${key}`}"`).join(', ')
    return `${names}: unknown setting; known here: ${knownAt(issue.path).join(', ')}`
  }
  return `${path === '' ? 'config.json' : path}: ${issue.message}`
}

const pathInWords = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')

function knownAt(path: readonly PropertyKey[]): string[] {
  const shape: Record<string, z.ZodType> = configFileSchema.shape
  if (path.length === 0) return Object.keys(shape)
  const part = shape[String(path[0])]
  const inner = part && 'unwrap' in part && typeof part.unwrap === 'function' ? part.unwrap() : part
  return Object.keys((inner as z.ZodObject).shape)
}
