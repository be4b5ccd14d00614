import type { Database } from '../../../storage/database.ts'
import { CodeBlocks } from './code-blocks.ts'
import {
  blockOf,
  codeOf,
  codeWidth,
  imageBytes,
  occupiedSlots,
  type Slot,
  slotOf,
  writeSlot,
} from './code-image.ts'
import { RowClasses } from './row-classes.ts'
import { type RowPlace, type SpaceStatements, type SpaceTables, vectorOf } from './space-tables.ts'

/** Vectors read at once when codes are made anew. */
const PAGE_ROWS = 1024

/** A space as it is in use: its statements, and the codes in memory as they stand in the database. */
export class SpaceIndex {
  readonly sql: SpaceStatements
  readonly classes: RowClasses
  readonly blocks: CodeBlocks
  readonly width: number
  readonly #db: Database

  /** Makes the tables where they are missing, and the codes where they are not those of the vectors. */
  constructor(db: Database, tables: SpaceTables, dimension: number) {
    tables.create()
    this.#db = db
    this.sql = tables.prepare()
    this.classes = new RowClasses(db, tables.classes)
    this.width = codeWidth(dimension)
    this.blocks = new CodeBlocks(this.width)
    if (!this.#load()) this.rebuild()
  }

  /** Within `change`. */
  slotOf(place: RowPlace, vector: Float32Array): Slot {
    return { code: codeOf(vector, this.width), at: place.at, class: this.classes.of(place) }
  }

  /** One commit of vectors and codes; then the codes in memory follow. After a failure the index is not to be used. */
  change(work: (write: (row: number, slot: Slot | undefined) => void) => void): void {
    const images = new Map<number, Uint8Array>()
    const write = (row: number, slot: Slot | undefined) => {
      const block = blockOf(row)
      const image = images.get(block) ?? this.blocks.image(block) ?? new Uint8Array(imageBytes(this.width))
      writeSlot(image, this.width, slotOf(row), slot)
      images.set(block, image)
    }
    this.#db.transaction(() => {
      work(write)
      for (const [block, image] of images) {
        if (occupiedSlots(image, this.width) > 0) this.sql.putBlock.run(block, image)
        else this.sql.deleteBlock.run(block)
      }
    })()
    for (const [block, image] of images) this.blocks.set(block, image)
  }

  /** Makes the codes anew from the vectors. */
  rebuild(): void {
    for (const block of this.blocks.numbers()) this.blocks.set(block, undefined)
    this.#db.transaction(() => this.sql.deleteBlocks.run())()
    let rows = this.sql.page.all(0, PAGE_ROWS)
    while (rows.length > 0) {
      this.change((write) => {
        for (const row of rows) write(row.row, this.slotOf(row, vectorOf(row.vector)))
      })
      rows = this.sql.page.all(rows.at(-1)?.row ?? 0, PAGE_ROWS)
    }
  }

  /** Reads the codes. False: they are not those of the vectors. */
  #load(): boolean {
    for (const { block, image } of this.sql.blocks.iterate()) {
      if (image.length !== imageBytes(this.width)) return false
      this.blocks.set(block, image)
    }
    const last = this.sql.lastRow.get()
    return typeof last === 'number' ? this.blocks.has(last) : this.blocks.count === 0
  }
}
