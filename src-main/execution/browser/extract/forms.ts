import { visibleText } from '../../web/page/parse-page.ts'
import type { ExtractedPage, FormField } from '../browser.ts'

const NOT_A_FIELD = ['submit', 'button', 'image', 'reset', 'hidden']

/** A form of a page, its fields each with the element it was read from. */
export interface FormElements {
  readonly form: Element | undefined
  readonly fields: readonly { readonly element: Element; readonly field: FormField }[]
}

/** A page's forms with the fields a person would fill in; fields outside any form come last, as one more. */
export function formElements(document: Document): FormElements[] {
  const fields = [...document.querySelectorAll('input, select, textarea')]
    .filter((element) => !NOT_A_FIELD.includes(typeOf(element)))
    .map((element) => ({ element, field: fieldOf(element, document), form: formOf(element, document) }))
  const forms = [...document.querySelectorAll('form')].map((form) => ({
    form,
    fields: fields.filter((field) => field.form === form),
  }))
  const loose = fields.filter(({ form }) => form === undefined)
  return loose.length === 0 ? forms : [...forms, { form: undefined, fields: loose }]
}

/** As data. A password's value is never given. */
export const formsOf = (document: Document, url: string): ExtractedPage['forms'] =>
  formElements(document).map(({ form, fields }) => ({
    name: form ? formName(form) : '',
    action: form?.getAttribute('action') ?? url,
    method: (form?.getAttribute('method') ?? 'get').toUpperCase(),
    fields: fields.map(({ field }) => field),
  }))

const formName = (form: Element): string =>
  form.getAttribute('aria-label') ||
  visibleText(form.querySelector('legend, h1, h2, h3, h4')) ||
  form.getAttribute('name') ||
  form.getAttribute('id') ||
  ''

function formOf(element: Element, document: Document): Element | undefined {
  const id = element.getAttribute('form')
  return (id ? document.getElementById(id) : element.closest('form')) ?? undefined
}

function fieldOf(element: Element, document: Document): FormField {
  const options = optionsOf(element)
  return {
    name: element.getAttribute('name') ?? '',
    label: labelOf(element, document),
    type: typeOf(element),
    value: currentValue(element),
    required: element.hasAttribute('required') || element.getAttribute('aria-required') === 'true',
    ...(options ? { options } : {}),
  }
}

const quoted = (text: string): string => text.replace(/["\\]/g, '\\$&')

const typeOf = (element: Element): string =>
  element.localName === 'input' ? (element.getAttribute('type') ?? 'text').toLowerCase() : element.localName

function labelOf(element: Element, document: Document): string {
  const id = element.getAttribute('id')
  const named = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  return (
    element.getAttribute('aria-label') ||
    named.map((part) => visibleText(document.getElementById(part))).join(' ') ||
    visibleText(id ? document.querySelector(`label[for="${quoted(id)}"]`) : null) ||
    wrappingLabel(element) ||
    element.getAttribute('placeholder') ||
    element.getAttribute('title') ||
    ''
  )
}

/** The words of the label around a field, without the field's own. */
function wrappingLabel(element: Element): string {
  const label = element.closest('label')?.cloneNode(true) as Element | undefined
  for (const field of label?.querySelectorAll('select, textarea, button') ?? []) field.remove()
  return visibleText(label)
}

function currentValue(element: Element): string {
  if (typeOf(element) === 'password') return ''
  if (element.localName === 'textarea') return element.textContent ?? ''
  if (element.localName === 'select') {
    const chosen = element.querySelector('option[selected]') ?? element.querySelector('option')
    return chosen?.getAttribute('value') ?? visibleText(chosen)
  }
  if (['checkbox', 'radio'].includes(typeOf(element)) && !element.hasAttribute('checked')) return ''
  return element.getAttribute('value') ?? ''
}

function optionsOf(element: Element): string[] | undefined {
  if (element.localName !== 'select') return undefined
  return [...element.querySelectorAll('option')].map((option) => visibleText(option))
}
