import { describe, expect, it } from 'vitest'
import type { Notice } from './notice.ts'
import { noticeArguments, notifySendHasActions } from './notify-send.ts'

const notice: Notice = {
  key: 'k',
  kind: 'question',
  title: '--app-name=Bank',
  body: '<b>bold</b> & more',
  place: { pane: 'chat' },
  actions: [{ name: 'approve', label: 'Approve' }],
}

describe('what is given to notify-send', () => {
  it('says everything as text: no option of it, no markup', () => {
    const given = noticeArguments(notice)
    expect(given.slice(given.indexOf('--'))).toEqual([
      '--',
      '--app-name=Bank',
      '&lt;b&gt;bold&lt;/b&gt; &amp; more',
    ])
  })

  it('names the buttons', () => {
    expect(noticeArguments(notice)).toContain('--action=approve=Approve')
  })

  it.each([
    ['knows buttons', async () => '  -A, --action=[NAME=]Text...', true],
    ['is too old for them', async () => '  -u, --urgency', false],
    ['is not here', () => Promise.reject(new Error('ENOENT')), false],
  ])('is used only where it %s', async (_what, run, used) => {
    expect(await notifySendHasActions(run)).toBe(used)
  })
})
