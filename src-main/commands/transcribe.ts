import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { resolveHome } from '../configuration/home.ts'
import { loadConfig } from '../configuration/load-config.ts'
import { createSecrets, plainStore } from '../configuration/secrets.ts'
import { readWav } from '../ingestion/voice/audio/read-wav.ts'
import { createTranscriber } from '../ingestion/voice/create-transcriber.ts'
import type { Transcript } from '../ingestion/voice/transcriber.ts'
import { listeningOptions, transcriberChoice } from '../operator/voice-options.ts'
import { tellFailure } from '../terminal/report-failure.ts'
import { AdjutantError, messageOf } from '../vocabulary/errors.ts'
import { openFile } from './open-file.ts'

const USAGE = `npm run transcribe -- FILE.wav [--language de] [--json]   what is said in a recording ("-": standard input)
It uses the speech model of the settings (voice in config.json) and needs no running agent.`

interface Asked {
  readonly file: string
  readonly json: boolean
  readonly language?: string
}

/** Reads the recording as it is understood, so that an hour needs no more memory than a minute. */
async function transcribeFile({ file, language }: Asked): Promise<Transcript> {
  const home = resolveHome(process.env)
  const config = loadConfig(home)
  const bytes = await openFile(file, 'a WAV file')
  const transcriber = await createTranscriber(transcriberChoice(config, createSecrets(home, plainStore)))
  try {
    await transcriber.warm()
    const began = performance.now()
    const utterance = transcriber.begin({ ...listeningOptions(config), ...(language ? { language } : {}) })
    try {
      for await (const samples of readWav(bytes)) {
        utterance.push(samples)
        await utterance.keptUp()
      }
    } catch (error) {
      utterance.cancel()
      throw error
    }
    const transcript = await utterance.finish()
    return { ...transcript, elapsedMs: Math.round(performance.now() - began) }
  } finally {
    await transcriber.close()
  }
}

function readAsked(argv: string[]): Asked {
  const { values, positionals } = parse(argv)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw usage('transcribe needs one file')
  const { json = false, language = 'auto' } = values
  if (!/^(?:auto|[a-z]{2,3})$/.test(language))
    throw usage(`--language needs a language such as "de", not "${language}"`)
  return { file, json, ...(language === 'auto' ? {} : { language }) }
}

function parse(args: string[]) {
  const options = { json: { type: 'boolean' }, language: { type: 'string' } } as const
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw usage(messageOf(error))
  }
}

const usage = (message: string) => new AdjutantError('usage', message, { fix: USAGE })

try {
  const asked = readAsked(process.argv.slice(2))
  const transcript = await transcribeFile(asked)
  const said = transcript.heard ? transcript.text : 'I heard nothing.'
  process.stdout.write(`${asked.json ? JSON.stringify(transcript) : said}\n`)
} catch (error) {
  tellFailure(error)
  process.exitCode = error instanceof AdjutantError && error.code === 'usage' ? 2 : 1
}
