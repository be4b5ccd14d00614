/**
 * A file's name from Content-Disposition (RFC 6266, `filename*` first), else from the address: a bare name without
 * folders, control characters or a leading dot.
 */
export function suggestedName(url: string, disposition: string | undefined): string {
  const name = named(disposition ?? '') ?? decoded(new URL(url).pathname.split('/').at(-1) ?? '')
  const bare = name.split(/[/\\]/).at(-1) ?? ''
  const safe = bare
    .replace(/\p{Cc}|[<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
  return safe === '' ? 'download' : safe.slice(0, 200)
}

function named(disposition: string): string | undefined {
  const extended = /filename\*\s*=\s*(?:utf-8|iso-8859-1)'[^']*'([^;\s]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) return decoded(extended)
  return (
    /filename\s*=\s*"([^"]*)"/i.exec(disposition)?.[1] ?? /filename\s*=\s*([^;\s]+)/i.exec(disposition)?.[1]
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // a stray % is part of the name
    return text
  }
}
