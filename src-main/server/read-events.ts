/** One server-sent event. `type` is 'message' where none is named. */
export interface ServerSentEvent {
  readonly type: string
  readonly data: string
  readonly id: string
}

/** Parses a stream of server-sent events (HTML standard, section 9.2.6). An event that is not finished is dropped. */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncIterable<ServerSentEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  let id = ''
  let type = ''
  let data: string[] = []
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield { type: type || 'message', data: data.join('\n'), id }
        type = ''
        data = []
        continue
      }
      const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
      if (field === 'data') data.push(value)
      else if (field === 'event') type = value
      else if (field === 'id') id = value
    }
  }
}
