import { lookup } from 'node:dns/promises'
import { ToolError } from '../../../vocabulary/errors.ts'

/** All addresses of a host name, in the order they should be tried; at least one. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>

/** As the operating system resolves it, hosts file included. Throws ToolError 'host-not-found'. */
export const resolveHost: ResolveHost = async (hostname) => {
  try {
    return (await lookup(hostname, { all: true, verbatim: true })).map(({ address }) => address)
  } catch (cause) {
    throw new ToolError('host-not-found', `The host ${hostname} cannot be found.`, {
      fix: 'Check its spelling, and whether this computer is online.',
      cause,
    })
  }
}
