import type { McpServer } from '../../configuration/mcp-servers.ts'

/** Shorter values would be found in anything. */
const SHORTEST = 5

/** Takes what a server was given as a secret out of any text that comes back from it. */
export function createRedaction(server: McpServer): { redact: (text: string) => string } {
  const given = server.kind === 'stdio' ? server.env : server.headers
  const secrets = Object.values(given)
    .flatMap((value) => [value, value.replace(/^(?:Bearer|Basic|Token)\s+/i, '')])
    .filter((value) => value.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
  return { redact: (text) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '•••'), text) }
}
