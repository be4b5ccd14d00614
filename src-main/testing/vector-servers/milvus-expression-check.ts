import { INVALID_PARAMETER, MilvusRefusal } from './milvus-refusal.ts'

export type MilvusValue = string | number | boolean
export type MilvusRow = Readonly<Record<string, MilvusValue>>
/** Whether a row meets an expression. */
export type MilvusTest = (row: MilvusRow) => boolean
type FieldKind = 'string' | 'number' | 'boolean'

const TOKEN =
  /\s*(?:("(?:[^"\\\r\n]|\\(?:['"?abfnrtv\\]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,2}))*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(==|>=|<=|<|>|&&|\[|\]|\(|\)|,)|([A-Za-z_]\w*))/y

/** Milvus' boolean expressions, as far as `in`, comparisons and `and` go. Throws MilvusRefusal as Milvus refuses what it cannot read. */
export function readMilvusExpression(text: string, fields: ReadonlyMap<string, FieldKind>): MilvusTest {
  const refuse = (why: string): never => {
    throw new MilvusRefusal(
      INVALID_PARAMETER,
      `cannot parse expression: ${text}, error: ${why}: invalid parameter`,
    )
  }
  const tokens = tokensOf(text, refuse)
  let place = 0
  const next = () => tokens[place++] ?? refuse('mismatched input <EOF>')
  const expect = (wanted: string) => {
    const found = next()
    if (found.text !== wanted) refuse(`mismatched input ${found.text} expecting ${wanted}`)
  }

  const value = (kind: FieldKind): MilvusValue => {
    const found = next()
    if (found.value === undefined || typeof found.value !== kind)
      return refuse(`comparisons between ${kind} and ${found.text} are not supported`)
    return found.value
  }
  const list = (kind: FieldKind): MilvusValue[] => {
    expect('[')
    const values: MilvusValue[] = []
    while (tokens[place]?.text !== ']') {
      if (values.length > 0) expect(',')
      values.push(value(kind))
    }
    expect(']')
    return values
  }
  const condition = (): MilvusTest => {
    const { text: field } = next()
    const kind = fields.get(field)
    if (!kind) return refuse(`field ${field} not exist`)
    const { text: operator } = next()
    if (operator === 'in') {
      const values = new Set(list(kind))
      return (row) => values.has(row[field] as MilvusValue)
    }
    const given = value(kind)
    const of = (row: MilvusRow) => row[field] as MilvusValue
    switch (operator) {
      case '==':
        return (row) => of(row) === given
      case '>=':
        return (row) => of(row) >= given
      case '<':
        return (row) => of(row) < given
      default:
        return refuse(`mismatched input ${operator}`)
    }
  }

  if (tokens.length === 0) return () => true
  const tests = [condition()]
  while (place < tokens.length) {
    const { text: and } = next()
    if (and !== 'and' && and !== '&&') refuse(`extraneous input ${and}`)
    tests.push(condition())
  }
  return (row) => tests.every((test) => test(row))
}

interface Token {
  readonly text: string
  readonly value?: MilvusValue
}

function tokensOf(text: string, refuse: (why: string) => never): Token[] {
  const tokens: Token[] = []
  let end = 0
  while (text.slice(end).trim() !== '') {
    TOKEN.lastIndex = end
    const match = TOKEN.exec(text)
    if (!match) return refuse(`token recognition error at: '${text.slice(end, end + 20)}'`)
    end = TOKEN.lastIndex
    const [, quoted, number, sign, word] = match
    if (quoted !== undefined) tokens.push({ text: quoted, value: JSON.parse(quoted) as string })
    else if (number !== undefined) tokens.push({ text: number, value: Number(number) })
    else if (word === 'true' || word === 'false') tokens.push({ text: word, value: word === 'true' })
    else tokens.push({ text: sign ?? word ?? '' })
  }
  return tokens
}
