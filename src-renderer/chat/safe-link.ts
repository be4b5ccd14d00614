/** Schemes that may leave the application; whatever else a text names does nothing when clicked. */
const OUTSIDE = ['http:', 'https:', 'mailto:']

/** The address of a link in text that the agent wrote, or undefined where following it would not be safe. */
export function safeLink(address: unknown): string | undefined {
  if (typeof address !== 'string') return undefined
  // a relative address would lead into the interface itself
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!OUTSIDE.includes(url.protocol) || url.username || url.password) return undefined
  return url.href
}
