export const APP_SCHEME = 'app'
const APP_HOST = 'adjutant'

/** Where the interface lives in the desktop window. */
export const APP_ADDRESS = `${APP_SCHEME}://${APP_HOST}/`
/** And in the quick window. */
export const QUICK_ADDRESS = `${APP_ADDRESS}quick.html`

/** Whether it is an address of the interface itself. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === ''
}
