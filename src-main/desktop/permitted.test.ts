import { describe, expect, it } from 'vitest'
import { type PermissionAsked, permitted } from './permitted.ts'

const microphone: PermissionAsked = {
  permission: 'media',
  address: 'app://adjutant/index.html#/chat',
  media: ['audio'],
  mainFrame: true,
}

describe('a permission', () => {
  it.each<[string, Partial<PermissionAsked>, boolean, boolean]>([
    ['the microphone, while it listens', {}, true, true],
    ['the microphone, while it does not', {}, false, false],
    ['the camera', { media: ['video'] }, true, false],
    ['camera and microphone at once', { media: ['audio', 'video'] }, true, false],
    ['media of no named kind', { media: [] }, true, false],
    ['the microphone for a frame in the page', { mainFrame: false }, true, false],
    ['the microphone for another site', { address: 'https://adjutant/' }, true, false],
    ['the microphone for another host of the scheme', { address: 'app://evil/' }, true, false],
    ['the microphone for a page without an address', { address: '' }, true, false],
    ['putting text on the clipboard', { permission: 'clipboard-sanitized-write', media: [] }, false, true],
    ['reading the clipboard', { permission: 'clipboard-read', media: [] }, true, false],
    ['showing notifications', { permission: 'notifications', media: [] }, true, false],
    ['recording the screen', { permission: 'display-capture', media: [] }, true, false],
    ['speaking to a device', { permission: 'hid', media: [] }, true, false],
  ])('%s', (_what, asked, listening, granted) => {
    expect(permitted({ ...microphone, ...asked }, () => listening)).toBe(granted)
  })
})
