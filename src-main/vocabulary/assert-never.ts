/** Ends a switch over a union: a member without a case is an error of the compiler, and of the program if one slips in. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`unexpected ${what}: ${JSON.stringify(value)}`)
}
