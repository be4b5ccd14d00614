import type { Database } from '../../storage/database.ts'
import { RequestError } from '../../vocabulary/errors.ts'
import type { Principal } from '../../vocabulary/principal.ts'

/** What a scope may be called: words a person would use, no quotes or control characters. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} _.:/@+-]{0,99}$/u

export interface Scopes {
  /** The scopes that a principal sees. */
  of(principal: Principal): string[]
  /** Throws RequestError unless the principal may write there. What the operator names for the first time is made. */
  assertWritable(principal: Principal, scope: string): void
  /** Throws RequestError where the principal asks for a scope that does not exist for it. */
  assertReadable(principal: Principal, scope: string): void
}

/** Which principal sees which scopes of memory. The operator's scopes are those there are. */
export function createScopes(db: Database): Scopes {
  const seen = db.prepare('SELECT 1 FROM principal_scopes WHERE principal = ? AND scope = ?')
  const all = db.prepare('SELECT scope FROM principal_scopes WHERE principal = ? ORDER BY scope').pluck()
  const make = db.prepare('INSERT OR IGNORE INTO scopes (name) VALUES (?)')
  const grant = db.prepare('INSERT OR IGNORE INTO principal_scopes VALUES (?, ?)')
  const of = (principal: Principal) => all.all(principal) as string[]
  const refuse = (principal: Principal, scope: string): never => {
    const known = of(principal)
    throw new RequestError('unknown-scope', `There is no memory scope "${scope}" for ${principal}`, {
      fix: known.length > 0 ? `Known here: ${known.join(', ')}.` : 'No scope is open to it.',
    })
  }
  return {
    of,
    assertWritable: (principal, scope) => {
      if (seen.get(principal, scope) !== undefined) return
      if (principal !== 'operator') refuse(principal, scope)
      if (!NAME.test(scope)) {
        throw new RequestError('bad-scope', `"${scope.slice(0, 120)}" cannot be the name of a memory scope`, {
          fix: 'Use up to 100 letters, digits, spaces and . _ : / @ + -, beginning with a letter or digit.',
        })
      }
      make.run(scope)
      grant.run(principal, scope)
    },
    assertReadable: (principal, scope) => {
      if (seen.get(principal, scope) === undefined) refuse(principal, scope)
    },
  }
}
