import { describe, expect, it } from 'vitest'
import { refuseSender } from './trusted-frame.ts'

const page = { url: 'app://adjutant/index.html#/chat' }
const framed = { url: 'app://adjutant/index.html' }
const at = (url: string) => {
  const frame = { url }
  return { frame, mainFrame: frame, own: true }
}

describe('a call to the agent through the window', () => {
  it('is heard from the main frame of our own window', () => {
    expect(refuseSender({ frame: page, mainFrame: page, own: true })).toBeUndefined()
  })

  it.each([
    ['another window', { frame: page, mainFrame: page, own: false }],
    ['a frame that is gone', { frame: null, mainFrame: page, own: true }],
    ['a frame inside the page, even one of ours', { frame: framed, mainFrame: page, own: true }],
    ['a web page', at('https://adjutant/index.html')],
    ['another host of the scheme', at('app://adjutant.evil/index.html')],
    ['a name before the host', at('app://adjutant@evil/index.html')],
    ['a local file', at('file:///index.html')],
    ['an empty page', at('about:blank')],
    ['no address at all', at('')],
  ])('is refused from %s', (_who, sender) => {
    expect(refuseSender(sender)).toBeTypeOf('string')
  })
})
