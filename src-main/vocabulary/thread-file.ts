/**
 * The file of a worker thread: TypeScript beside `moduleUrl` in the source tree, in out/threads in a build. In a packaged
 * application a thread cannot be started from within the archive: there it lies unpacked beside it.
 */
export function threadFile(name: string, moduleUrl: string): URL {
  if (moduleUrl.endsWith('.ts')) return new URL(`./${name}.ts`, moduleUrl)
  const file = new URL(`../threads/${name}.mjs`, moduleUrl)
  file.pathname = file.pathname.replace('/app.asar/', '/app.asar.unpacked/')
  return file
}
