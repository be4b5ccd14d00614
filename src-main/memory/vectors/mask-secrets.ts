/** An address as it may be shown: without password and options. What is no address is not shown at all. */
export function maskAddress(address: string): string {
  if (!URL.canParse(address)) return 'an address that cannot be read'
  const { protocol, username, password, host, pathname } = new URL(address)
  const who = username ? `${username}${password ? ':***' : ''}@` : ''
  return `${protocol}//${who}${host}${pathname === '/' ? '' : pathname}`
}

/** A text that may quote what was sent, without the secrets in it. */
export function maskSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  let masked = text
  for (const secret of secrets) {
    if (!secret) continue
    for (const form of new Set([secret, encodeURIComponent(secret), decoded(secret)]))
      masked = masked.replaceAll(form, '***')
  }
  return masked
}

function decoded(secret: string): string {
  try {
    return decodeURIComponent(secret)
  } catch (error) {
    if (error instanceof URIError) return secret
    throw error
  }
}

/** What began it: clients wrap the reason in errors that tell less. */
export function rootReason(thrown: unknown): string {
  let reason = thrown
  for (let depth = 0; depth < 10 && reason instanceof Error && reason.cause !== undefined; depth += 1)
    reason = reason.cause
  const message = reason instanceof Error ? reason.message : String(reason)
  return message || String((reason as { code?: unknown }).code ?? 'no reason given')
}
