import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { speechFile } from '../testing/speech/speech.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'

const RUN = new URL('../../scripts/run.mjs', import.meta.url).pathname

function transcribe(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, ADJUTANT_HOME: join(temporaryFolder(), 'home') }
  return new Promise((resolve) => {
    execFile(process.execPath, [RUN, 'transcribe', ...args], { env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err })
    })
  })
}

describe('npm run transcribe', () => {
  it('tells programs what is said in a recording', async () => {
    const { code, out } = await transcribe(speechFile('command-01'), '--language', 'en', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      text: expect.stringMatching(/^Remind me tomorrow at (?:nine|9) to call Maria/i),
      language: 'en',
      words: expect.arrayContaining([expect.objectContaining({ text: 'Maria' })]),
      audioSeconds: expect.closeTo(5.03, 1),
      elapsedMs: expect.any(Number),
    })
  })

  it('says what is wrong with a file, and how to call it', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'notes.wav'), 'dear diary '.repeat(10))
    const results = await Promise.all([
      transcribe(join(folder, 'notes.wav')),
      transcribe(join(folder, 'nowhere.wav')),
      transcribe(),
      transcribe(speechFile('jfk'), '--language', 'klingon'),
    ])
    expect(results.map(({ code }) => code)).toEqual([1, 1, 2, 2])
    expect(results[0]?.err).toMatch(/not a WAV file/)
    expect(results[1]?.err).toMatch(/nowhere\.wav cannot be read/)
    expect(results[2]?.err).toMatch(/npm run transcribe -- FILE\.wav/)
    expect(results[3]?.err).toMatch(/klingon/)
  })
})
