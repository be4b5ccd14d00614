/** Media types whose body is text, whatever its charset. */
const TEXT_TYPES =
  /^(text\/|application\/(.*\+)?(json|xml|javascript|ecmascript|x-ndjson|x-www-form-urlencoded|yaml|x-yaml))/

export const mediaType = (contentType: string): string =>
  contentType.split(';')[0]?.trim().toLowerCase() ?? ''
export const isText = (contentType: string): boolean => TEXT_TYPES.test(mediaType(contentType))
export const isHtml = (contentType: string): boolean =>
  ['text/html', 'application/xhtml+xml'].includes(mediaType(contentType))

/**
 * Text of a body: byte order mark, then the header's charset, then the page's own `<meta charset>`, else UTF-8.
 * Bytes that are not valid become U+FFFD; an unknown charset counts as UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const label = markedCharset(bytes) ?? headerCharset(contentType) ?? declaredCharset(bytes, contentType)
  return decoderFor(label ?? 'utf-8').decode(bytes)
}

function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return undefined
}

const headerCharset = (contentType: string): string | undefined =>
  /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]

/** As the HTML standard has it: within the first 1024 bytes. */
function declaredCharset(bytes: Uint8Array, contentType: string): string | undefined {
  if (!isHtml(contentType) && !mediaType(contentType).endsWith('xml')) return undefined
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?([^\s"'/>;]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]+encoding=["']([^"']+)/.exec(head)?.[1]
  )
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    // a charset nobody knows: UTF-8 reads at least its ASCII part
    return new TextDecoder('utf-8')
  }
}
