import { describe, expect, it } from 'vitest'
import { askHub } from './hub.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'
const SUM = 'a'.repeat(64)
const MODEL = { id: 'Xenova/whisper-tiny', name: 'whisper-tiny', files: ['config.json', 'onnx/weights.onnx'] }
const TREE = [
  { type: 'directory', path: 'onnx', size: 0, oid: 'b' },
  { type: 'file', path: 'config.json', size: 10, oid: 'c' },
  {
    type: 'file',
    path: 'onnx/weights.onnx',
    size: 999,
    oid: 'd',
    lfs: { oid: SUM, size: 999, pointerSize: 1 },
  },
  { type: 'file', path: 'onnx/other.onnx', size: 5, oid: 'e' },
]

/** Answers in this order, each as JSON; and the addresses that were asked. */
function scripted(...answers: unknown[]) {
  const asked: string[] = []
  const fetch = async (url: URL) => {
    asked.push(url.href)
    const answer = answers.shift()
    return answer instanceof Response ? answer : Response.json(answer)
  }
  return { asked, fetch }
}

describe('the hub is asked for a model', () => {
  it('and for what is wanted of it, in the version that it is now', async () => {
    const { asked, fetch } = scripted({ id: MODEL.id, sha: SHA }, TREE)
    expect(await askHub(MODEL, { hub: 'https://mirror.example/hf', fetch })).toEqual({
      name: 'whisper-tiny',
      hub: `https://mirror.example/hf/Xenova/whisper-tiny/resolve/${SHA}/`,
      files: [
        { path: 'config.json', bytes: 10, gitBlob: 'c' },
        { path: 'onnx/weights.onnx', bytes: 999, sha256: SUM },
      ],
    })
    expect(asked).toEqual([
      'https://mirror.example/hf/api/models/Xenova/whisper-tiny',
      `https://mirror.example/hf/api/models/Xenova/whisper-tiny/tree/${SHA}?recursive=true`,
    ])
  })

  it.each<[string, unknown[], RegExp, boolean]>([
    [
      'does not have it',
      [new Response('', { status: 401 })],
      /401: Xenova\/whisper-tiny is not published/,
      false,
    ],
    ['is overloaded', [new Response('', { status: 503 })], /answered 503/, true],
    ['is no hub', [new Response('<html>')], /no list of files/, false],
    ['answers something else', [{ sha: '../../..' }], /not as expected/, false],
    ['lacks a file of it', [{ sha: SHA }, TREE.slice(0, 2)], /has no file onnx\/weights.onnx/, false],
  ])('and where it %s, that is said', async (_, answers, message, passing) => {
    const { fetch } = scripted(...answers)
    await expect(askHub(MODEL, { fetch })).rejects.toMatchObject({
      code: 'hub-failed',
      message: expect.stringMatching(message),
      fix: expect.any(String),
      passing,
    })
  })

  it('until it is not wanted any more', async () => {
    const controller = new AbortController()
    const fetch = async (_: URL, { signal }: { readonly signal?: AbortSignal }) => {
      controller.abort(new Error('paused'))
      throw signal?.reason
    }
    await expect(askHub(MODEL, { fetch, signal: controller.signal })).rejects.toThrow('paused')
  })
})
