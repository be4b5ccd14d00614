import type { ElementHandle, Page } from 'playwright-core'
import { ToolError } from '../../../vocabulary/errors.ts'
import { parsePage, visibleText } from '../../web/page/parse-page.ts'
import { formElements } from '../extract/forms.ts'
import { type FieldMatch, matchFields } from '../extract/match-fields.ts'
import { firstLine } from './launch.ts'
import type { PageWatch } from './page-watch.ts'
import { renderedHtml } from './rendered-html.ts'

const FIELD_MS = 5_000
type Field = ElementHandle<Element>

/** Fills fields of the page's form, all or none of them found; gives one field of that form as it stands in the page. */
export async function fillFields(watch: PageWatch, wanted: Readonly<Record<string, string>>): Promise<Field> {
  const { page } = watch
  const document = parsePage(await page.evaluate(renderedHtml), page.url())
  const { form, matches } = matchFields(formElements(document), wanted)
  const steps = await Promise.all(matches.map(async (match) => planStep(page, match, form.fields)))
  watch.openedAt = undefined
  for (const { run, key } of steps) {
    try {
      await run()
    } catch (error) {
      throw new ToolError('cannot-act', `The field "${key}" does not take its value: ${firstLine(error)}`, {
        fix: 'Give the value as the field wants it, e.g. a date as 2026-05-31.',
        cause: error,
      })
    }
  }
  const [first] = form.fields
  const anchor = steps[0]?.handle ?? (first && (await handleOf(page, first.element)))
  if (!anchor) throw new ToolError('no-such-field', 'The form has no field a person could fill in.')
  return anchor
}

interface Step {
  readonly key: string
  readonly handle: Field
  readonly run: () => Promise<void>
}

async function planStep(
  page: Page,
  { key, value, field: { element, field } }: FieldMatch,
  siblings: readonly FieldMatch['field'][],
): Promise<Step> {
  const target = field.type === 'radio' ? radioFor(value, key, field.name, siblings) : element
  const handle = await handleOf(page, target)
  return { key, handle, run: stepFor(handle, field.type, value, key, target) }
}

function stepFor(
  handle: Field,
  type: string,
  value: string,
  key: string,
  element: Element,
): () => Promise<void> {
  const timeout = FIELD_MS
  if (type === 'file') {
    throw new ToolError(
      'cannot-act',
      `The field "${key}" takes a file, and files are not sent by filling a form.`,
    )
  }
  if (type === 'radio') return () => handle.check({ timeout })
  if (type === 'checkbox') {
    const checked = !/^(no|false|off|0|unchecked|)$/i.test(value.trim())
    return () => handle.setChecked(checked, { timeout })
  }
  if (type === 'select') {
    const option = optionFor(element, value, key)
    return async () => void (await handle.selectOption({ value: option }, { timeout }))
  }
  return () => handle.fill(value, { timeout })
}

function optionFor(select: Element, value: string, key: string): string {
  const options = [...select.querySelectorAll('option')].map((option) => ({
    label: visibleText(option),
    value: option.getAttribute('value') ?? visibleText(option),
  }))
  const wanted = value.trim().toLowerCase()
  const same = (text: string) => text.toLowerCase() === wanted
  const chosen =
    options.find((option) => same(option.label) || same(option.value)) ??
    options.find((option) => option.label.toLowerCase().startsWith(wanted) && wanted !== '')
  if (chosen) return chosen.value
  throw noOption(
    key,
    value,
    options.map(({ label }) => label),
  )
}

function radioFor(
  value: string,
  key: string,
  name: string,
  siblings: readonly FieldMatch['field'][],
): Element {
  const group = siblings.filter(({ field }) => field.type === 'radio' && field.name === name)
  const wanted = value.trim().toLowerCase()
  const chosen = group.find(({ element, field }) =>
    [field.label, element.getAttribute('value') ?? ''].some((text) => text.toLowerCase() === wanted),
  )
  if (chosen) return chosen.element
  throw noOption(
    key,
    value,
    group.map(({ field }) => field.label),
  )
}

const noOption = (key: string, value: string, options: readonly string[]): ToolError =>
  new ToolError('no-such-option', `The field "${key}" has no option "${value}".`, {
    fix: `Its options are: ${options.join(', ')}.`,
  })

/** The element in the page that a copy of it in `renderedHtml` stands for. */
async function handleOf(page: Page, copy: Element): Promise<Field> {
  const place = Number(copy.getAttribute('data-field'))
  const handle = await page.evaluateHandle(
    (index) => document.querySelectorAll('input, select, textarea')[index] ?? null,
    place,
  )
  const element = handle.asElement()
  if (!element) throw new ToolError('cannot-act', 'The page changed while its form was being filled in.')
  return element
}
