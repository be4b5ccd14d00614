import {
  type MilvusRow,
  type MilvusTest,
  type MilvusValue,
  readMilvusExpression,
} from './milvus-expression-check.ts'
import { INVALID_PARAMETER, MilvusRefusal } from './milvus-refusal.ts'

export interface KeyValue {
  readonly key: string
  readonly value: string
}

/** A field of the schema, as the protocol describes it. */
export interface MilvusField {
  readonly name: string
  readonly data_type: string
  readonly is_primary_key?: boolean
  readonly type_params?: readonly KeyValue[]
}

/** A column of what is written or answered. */
export interface FieldData {
  readonly type: string
  readonly field_name: string
  readonly scalars?: Readonly<Record<string, { readonly data: readonly MilvusValue[] } | undefined>>
  readonly vectors?: {
    readonly dim: string | number
    readonly float_vector?: { readonly data: readonly number[] }
  }
}

export interface MilvusEntry {
  readonly row: MilvusRow
  readonly vector: readonly number[]
  /** Number of the write it came with. */
  readonly written: number
}

const COLUMNS: Readonly<
  Record<string, { readonly key: string; readonly kind: 'string' | 'number' | 'boolean' }>
> = {
  VarChar: { key: 'string_data', kind: 'string' },
  Double: { key: 'double_data', kind: 'number' },
  Bool: { key: 'bool_data', kind: 'boolean' },
}

/** Rows of one collection. Only who reads with strong consistency sees the latest write. */
export class MilvusCollection {
  readonly schema: { readonly fields: readonly MilvusField[] }
  readonly consistency: string
  readonly created: number
  index: { readonly name: string; readonly field: string; readonly params: readonly KeyValue[] } | undefined
  loaded = false
  #writes = 0
  readonly #entries = new Map<string, MilvusEntry>()

  constructor(schema: { readonly fields: readonly MilvusField[] }, consistency: string, created: number) {
    this.schema = schema
    this.consistency = consistency
    this.created = created
  }

  get dimension(): number {
    return Number(this.#vectorField.type_params?.find(({ key }) => key === 'dim')?.value)
  }

  get #vectorField(): MilvusField {
    const field = this.schema.fields.find(({ data_type }) => data_type === 'FloatVector')
    if (!field) throw new MilvusRefusal(INVALID_PARAMETER, 'schema does not contain vector field')
    return field
  }

  upsert(columns: readonly FieldData[], rows: number): string[] {
    const known = new Set(this.schema.fields.map(({ name }) => name))
    const stranger = columns.find(({ field_name }) => !known.has(field_name))
    if (stranger)
      throw new MilvusRefusal(INVALID_PARAMETER, `field ${stranger.field_name} not found in schema`)
    const vectors = this.#vectors(columns, rows)
    const scalars = this.schema.fields
      .filter(({ data_type }) => data_type !== 'FloatVector')
      .map((field) => [field.name, scalarsOf(field, columns, rows)] as const)
    this.#writes += 1
    return vectors.map((vector, index) => {
      const row = Object.fromEntries(scalars.map(([name, values]) => [name, values[index] as MilvusValue]))
      this.#entries.set(String(row.id), { row, vector, written: this.#writes })
      return String(row.id)
    })
  }

  delete(test: MilvusTest): number {
    const gone = [...this.#entries].filter(([, { row }]) => test(row))
    this.#writes += 1
    for (const [id] of gone) this.#entries.delete(id)
    return gone.length
  }

  read(consistency: string): MilvusEntry[] {
    const entries = [...this.#entries.values()]
    return consistency === 'Strong' ? entries : entries.filter(({ written }) => written < this.#writes)
  }

  test(expression: string): MilvusTest {
    const fields = this.schema.fields.flatMap(({ name, data_type }) => {
      const column = COLUMNS[data_type]
      return column ? [[name, column.kind] as const] : []
    })
    return readMilvusExpression(expression, new Map(fields))
  }

  /** Columns of entries, in the order of the fields asked for. */
  columns(entries: readonly MilvusEntry[], names: readonly string[]): FieldData[] {
    return names.map((name) => {
      const field = this.schema.fields.find((one) => one.name === name)
      if (!field) throw new MilvusRefusal(INVALID_PARAMETER, `field ${name} not exist`)
      const base = { type: field.data_type, field_name: name }
      const column = COLUMNS[field.data_type]
      return column
        ? { ...base, scalars: { [column.key]: { data: entries.map(({ row }) => row[name] as MilvusValue) } } }
        : {
            ...base,
            vectors: { dim: this.dimension, float_vector: { data: entries.flatMap(({ vector }) => vector) } },
          }
    })
  }

  #vectors(columns: readonly FieldData[], rows: number): number[][] {
    const { name } = this.#vectorField
    const data = columns.find(({ field_name }) => field_name === name)?.vectors?.float_vector?.data ?? []
    if (data.length !== rows * this.dimension)
      throw new MilvusRefusal(
        INVALID_PARAMETER,
        `the length (${data.length}) of float data should divide the dim (${this.dimension})`,
      )
    if (!data.every(Number.isFinite))
      throw new MilvusRefusal(INVALID_PARAMETER, 'value NaN or Inf is not allowed')
    return Array.from({ length: rows }, (_, row) =>
      data.slice(row * this.dimension, (row + 1) * this.dimension),
    )
  }
}

function scalarsOf(field: MilvusField, columns: readonly FieldData[], rows: number): readonly MilvusValue[] {
  const { name, data_type, type_params } = field
  const key = COLUMNS[data_type]?.key ?? ''
  const values = columns.find(({ field_name }) => field_name === name)?.scalars?.[key]?.data
  if (!values || values.length !== rows)
    throw new MilvusRefusal(INVALID_PARAMETER, `fieldSchema(${name}) has no corresponding fieldData pass in`)
  const most = Number(
    type_params?.find((param) => param.key === 'max_length')?.value ?? Number.POSITIVE_INFINITY,
  )
  const long = values.findIndex((value) => typeof value === 'string' && Buffer.byteLength(value) > most)
  if (long >= 0)
    throw new MilvusRefusal(
      INVALID_PARAMETER,
      `length of varchar field ${name} exceeds max length, row number: ${long}, max length: ${most}`,
    )
  return values
}
