/** Gives a file to be saved: the desktop asks where, a browser downloads it. */
export function offerFile(name: string, type: string, pieces: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the download has its own hold of the data by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
