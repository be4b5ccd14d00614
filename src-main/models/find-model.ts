import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where models of the product lie: in a packaged app, in a build, or in the source tree; by this module's place. */
export function bundledModels(moduleUrl: string = import.meta.url): string | undefined {
  const packaged = (process as { resourcesPath?: string }).resourcesPath
  const above: string[] = []
  for (let folder = dirname(fileURLToPath(moduleUrl)); above.at(-1) !== folder; folder = dirname(folder))
    above.push(folder)
  const places = [
    ...(packaged ? [join(packaged, 'models')] : []),
    ...above.map((folder) => join(folder, 'resources', 'models')),
  ]
  return places.find((place) => existsSync(join(place, 'SHA256SUMS')))
}

/**
 * The folder that holds the model's folder: the operator's own, the product's, the cache; in this order.
 * Undefined where none has it. A download that is not complete does not count: its checksums are written last.
 */
export function findModel(
  name: string,
  {
    folder,
    cache,
    bundled = bundledModels(),
  }: {
    readonly folder?: string | undefined
    readonly cache: string
    readonly bundled?: string | undefined
  },
): string | undefined {
  const places = [folder, bundled].filter((place) => place !== undefined)
  const found = places.find((place) => existsSync(join(place, name, 'config.json')))
  return found ?? (isComplete(cache, name) ? cache : undefined)
}

function isComplete(cache: string, name: string): boolean {
  const sums = join(cache, 'SHA256SUMS')
  return (
    existsSync(sums) &&
    existsSync(join(cache, name, 'config.json')) &&
    readFileSync(sums, 'utf8').includes(` ${name}/`)
  )
}
