/** The protocol allows letters, digits, `_` and `-` in a function's name, 64 of them at the most. */
const LONGEST = 64

/** Tool names as the protocol spells them (`files.write` as `files_write`), and back. */
export interface ToolNames {
  toWire(name: string): string
  /** A name that is not on the list comes back as it is: the loop tells the model that there is no such tool. */
  fromWire(name: string): string
}

/** Two names that would be spelled the same get a number. */
export function mapToolNames(names: readonly string[]): ToolNames {
  const wireOf = new Map<string, string>()
  const nameOf = new Map<string, string>()
  for (const name of names) {
    let wire = spell(name)
    for (let number = 2; nameOf.has(wire); number += 1)
      wire = `${spell(name).slice(0, LONGEST - 4)}_${number}`
    wireOf.set(name, wire)
    nameOf.set(wire, name)
  }
  return {
    toWire: (name) => wireOf.get(name) ?? spell(name),
    fromWire: (name) => nameOf.get(name) ?? name,
  }
}

const spell = (name: string): string => name.replace(/[^\w-]/g, '_').slice(0, LONGEST) || 'unnamed'
