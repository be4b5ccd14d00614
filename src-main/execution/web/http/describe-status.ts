import { STATUS_CODES } from 'node:http'

/** A status with its name, e.g. '404 Not Found'. */
export const describeStatus = (status: number): string =>
  [status, STATUS_CODES[status]].filter((part) => part !== undefined).join(' ')
