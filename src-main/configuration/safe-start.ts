import type { Environment } from './load-config.ts'

export const SAFE_SWITCH = '--safe-mode'
export const SAFE_VARIABLE = 'ADJUTANT_SAFE_MODE'

/** Whether a start in safe mode is asked for, on the command line or by the environment. */
export const isSafeStart = (argv: readonly string[], env: Environment): boolean =>
  argv.includes(SAFE_SWITCH) || env[SAFE_VARIABLE] === '1'
