import { INVALID_ARGUMENT, PineconeRefusal } from './pinecone-refusal.ts'

export type Metadata = Readonly<Record<string, unknown>>
export type MetadataTest = (metadata: Metadata) => boolean

const LIST_MOST = 10_000

interface Operator {
  readonly takes: (given: unknown) => boolean
  readonly expects: string
  /** A list holds for a condition where one of its items does. */
  readonly holds: (actual: unknown, given: unknown) => boolean
}

const comparison = (compare: (actual: number, given: number) => boolean): Operator => ({
  takes: isNumber,
  expects: 'a number',
  holds: (actual, given) => isNumber(actual) && compare(actual, given as number),
})
const equality: Operator = {
  takes: (given) => isNumber(given) || typeof given === 'string' || typeof given === 'boolean',
  expects: 'a string, boolean or number',
  holds: (actual, given) => itemsOf(actual).includes(given),
}
const membership: Operator = {
  takes: (given) =>
    Array.isArray(given) &&
    given.length > 0 &&
    given.length <= LIST_MOST &&
    (given.every(isNumber) || given.every((item) => typeof item === 'string')),
  expects: 'a list of strings or a list of numbers',
  holds: (actual, given) => itemsOf(actual).some((item) => (given as unknown[]).includes(item)),
}
const not = ({ holds, ...operator }: Operator): Operator => ({
  ...operator,
  holds: (actual, given) => !holds(actual, given),
})

/** https://docs.pinecone.io/guides/search/filter-by-metadata */
const OPERATORS: Readonly<Record<string, Operator>> = {
  $eq: equality,
  $ne: not(equality),
  $in: membership,
  $nin: not(membership),
  $gt: comparison((actual, given) => actual > given),
  $gte: comparison((actual, given) => actual >= given),
  $lt: comparison((actual, given) => actual < given),
  $lte: comparison((actual, given) => actual <= given),
  $exists: {
    takes: (given) => typeof given === 'boolean',
    expects: 'a boolean',
    holds: (actual, given) => (actual !== undefined) === given,
  },
}

/** A filter as Pinecone reads it; throws PineconeRefusal for one that it cannot apply. */
export function readFilter(filter: unknown): MetadataTest {
  if (!isRecord(filter) || Object.keys(filter).length === 0)
    throw refusal(`Filter must be a non-empty object, got ${JSON.stringify(filter)}`)
  const tests = Object.entries(filter).map(([field, condition]): MetadataTest => {
    if (field === '$and' || field === '$or') return combined(field, condition)
    if (field.startsWith('$')) throw refusal(`${field} is not a valid operator`)
    return fieldTest(field, condition)
  })
  return (metadata) => tests.every((test) => test(metadata))
}

function combined(name: '$and' | '$or', given: unknown): MetadataTest {
  if (!Array.isArray(given) || given.length === 0)
    throw refusal(`the ${name} operator must be followed by a list, got ${JSON.stringify(given)} instead`)
  const tests = given.map(readFilter)
  return (metadata) =>
    name === '$and' ? tests.every((test) => test(metadata)) : tests.some((test) => test(metadata))
}

function fieldTest(field: string, condition: unknown): MetadataTest {
  const operations = Object.entries(isRecord(condition) ? condition : { $eq: condition })
  if (operations.length === 0) throw refusal(`illegal condition for field ${field}, got {}`)
  const tests = operations.map(([name, given]): MetadataTest => {
    const operator = OPERATORS[name]
    if (!operator) throw refusal(`${name} is not a valid operator`)
    if (!operator.takes(given))
      throw refusal(
        `the ${name} operator must be followed by ${operator.expects}, got ${JSON.stringify(given)} instead`,
      )
    return (metadata) => operator.holds(metadata[field], given)
  })
  return (metadata) => tests.every((test) => test(metadata))
}

const refusal = (message: string) => new PineconeRefusal(400, INVALID_ARGUMENT, message)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}
