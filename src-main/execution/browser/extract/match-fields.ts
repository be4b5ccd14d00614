import { ToolError } from '../../../vocabulary/errors.ts'
import type { FormElements } from './forms.ts'

type Field = FormElements['fields'][number]

/** A field to fill, and with what; of radio buttons the whole group. */
export interface FieldMatch {
  readonly key: string
  readonly value: string
  readonly field: Field
}

/**
 * Finds in the form that knows most of them the fields that a person's words name: by label or name, exactly, else by
 * the same words. Throws ToolError 'no-such-field', naming the fields there are.
 */
export function matchFields(
  forms: readonly FormElements[],
  wanted: Readonly<Record<string, string>>,
): { form: FormElements; matches: FieldMatch[] } {
  const keys = Object.keys(wanted)
  const [best] = forms
    .map((form) => ({ form, found: keys.map((key) => bestField(form, key)) }))
    .map((match) => ({ ...match, score: match.found.reduce((sum, found) => sum + (found?.score ?? 0), 0) }))
    .sort((a, b) => b.score - a.score || b.form.fields.length - a.form.fields.length)
  if (!best) throw new ToolError('no-such-field', 'The page has no form.', { fix: 'Check the address.' })
  const matches = keys.map((key, index) => {
    const found = best.found[index]
    if (!found) throw unknownField(key, best.form)
    return { key, value: wanted[key] ?? '', field: found.field }
  })
  return { form: best.form, matches }
}

function bestField(form: FormElements, key: string): { field: Field; score: number } | undefined {
  const scored = form.fields
    .map((field) => ({ field, score: scoreOf(field, key) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return scored[0]
}

/** 5 for the very label or name, down to 1 for a word in common. */
function scoreOf({ field }: Field, key: string): number {
  const wanted = words(key)
  const names = [words(field.label), words(field.name)]
  if (names.some((name) => name.join(' ') === wanted.join(' '))) return 5
  if (names.some((name) => name.length > 0 && wanted.every((word) => name.includes(word)))) return 4
  if (wanted.length === 1 && wanted[0] === field.type) return 3
  if (names.some((name) => name.length > 0 && name.every((word) => wanted.includes(word)))) return 2
  return 0
}

/** 'Your E-mail: *' and 'email' share the word 'email'. */
const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/e-mail/g, 'email')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

function unknownField(key: string, { fields }: FormElements): ToolError {
  const known = [...new Set(fields.map(({ field }) => field.label || field.name))].filter(Boolean)
  return new ToolError('no-such-field', `The form has no field "${key}".`, {
    fix: `Its fields are: ${known.join(', ') || 'none'}.`,
  })
}
