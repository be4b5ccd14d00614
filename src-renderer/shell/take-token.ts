/** The token in the address's fragment, `#token=…`, which is taken out of the address and its history. */
export function takeToken(page: Pick<Window, 'location' | 'history'>): string | undefined {
  const token = new URLSearchParams(page.location.hash.slice(1)).get('token')
  if (!token) return undefined
  page.history.replaceState(null, '', page.location.pathname + page.location.search)
  return token
}
