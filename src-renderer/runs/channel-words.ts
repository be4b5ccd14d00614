import { t } from '../words.ts'

/** The ways a goal comes in. */
export const CHANNELS = ['chat', 'voice', 'schedule', 'api', 'webhook', 'event'] as const

const WORDS: Readonly<Record<string, string>> = {
  chat: 'by chat',
  voice: 'by voice',
  schedule: 'by a schedule',
  api: 'by a program',
  webhook: 'by a webhook',
  event: 'by an event',
}

/** By which way a goal came in, in words. */
export const channelWords = (channel: string): string => t(WORDS[channel] ?? channel)
