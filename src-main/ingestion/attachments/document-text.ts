/** The text of a document, page by page. What draws or runs in it is left alone. Throws what the readers throw. */
export async function documentText(kind: 'pdf' | 'docx', bytes: Uint8Array): Promise<string> {
  if (kind === 'docx') {
    const { default: mammoth } = await import('mammoth')
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
  }
  const { extractText, getDocumentProxy } = await import('unpdf')
  const { text } = await extractText(await getDocumentProxy(bytes))
  return text.map((page, index) => `[Page ${index + 1}]\n${page.trim()}`).join('\n\n')
}
