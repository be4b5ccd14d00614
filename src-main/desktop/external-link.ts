const OPENED = ['http:', 'https:', 'mailto:']
const LONGEST = 2_000

/** The address in the form in which the system may be asked to open it, or undefined where it must not be. */
export function externalLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (!OPENED.includes(url.protocol) || url.href.length > LONGEST) return undefined
  // a name before the host only serves to make an address look like another one
  return url.username || url.password ? undefined : url.href
}
