import { expect, test } from './fixtures/agent.ts'
import { speaking } from './fixtures/speech.ts'

test.use({ switches: speaking('Yes, please.') })

const opened = `navigator.mediaDevices.getUserMedia({ audio: true }).then(
  (stream) => { for (const track of stream.getTracks()) track.stop(); return 'granted' },
  ({ name }) => name,
)`

test('the page has the microphone while a recording is open, and the camera never', async ({ agent }) => {
  const { page } = agent
  const during = await page.evaluate(`(async () => {
    const tried = []
    const begin = async () => (await adjutant.call('voice.begin', {})).value.id
    tried.push(await ${opened})
    const id = await begin()
    tried.push(await ${opened})
    tried.push(await ${opened.replace('audio: true', 'audio: true, video: true')})
    await adjutant.call('voice.cancel', { id })
    tried.push(await ${opened})
    await begin()
    return tried
  })()`)
  expect(during).toEqual(['NotAllowedError', 'granted', 'NotAllowedError', 'NotAllowedError'])
  // a recording that its page has left keeps nothing open
  await page.reload()
  expect(await page.evaluate(opened)).toBe('NotAllowedError')
})
