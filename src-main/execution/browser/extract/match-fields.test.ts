import { describe, expect, it } from 'vitest'
import { contactPage } from '../../../testing/site/pages.ts'
import { parsePage } from '../../web/page/parse-page.ts'
import { formElements } from './forms.ts'
import { matchFields } from './match-fields.ts'

const forms = formElements(parsePage(contactPage(), 'https://town.example/contact'))
const found = (...keys: string[]) =>
  matchFields(forms, Object.fromEntries(keys.map((key) => [key, 'x']))).matches.map(
    ({ field }) => field.field.name,
  )

describe("a field is found by a person's words for it", () => {
  it.each([
    ['Your name', 'name'],
    ['name', 'name'],
    ['Name:', 'name'],
    ['E-Mail', 'email'],
    ['email address', 'email'],
    ['message', 'message'],
    ['send me a copy', 'copy'],
    ['copy', 'copy'],
    ['subscriber', 'subscriber'],
  ])('"%s" is %s', (key, name) => {
    expect(found(key)).toEqual([name])
  })

  it('in the form that knows most of the words', () => {
    expect(found('your address')).toEqual(['subscriber'])
    expect(found('name', 'email', 'topic')).toEqual(['name', 'email', 'topic'])
  })

  it('and what is not there is said, with what is', () => {
    expect(() => found('name', 'shoe size')).toThrow(
      expect.objectContaining({
        code: 'no-such-field',
        message: 'The form has no field "shoe size".',
        fix: 'Its fields are: Your name, E-mail, Topic, Message, Send me a copy.',
      }),
    )
  })
})
