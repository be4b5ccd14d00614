import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
}

/** Everything that a packaged application may hold; what matches none of these has no business there. */
const WANTED: readonly RegExp[] = [
  /^LICENSE(S\.chromium\.html|\.electron\.txt)$/,
  /^(adjutant|chrome-sandbox|chrome_crashpad_handler|icudtl\.dat|vk_swiftshader_icd\.json|version)$/,
  /^lib[\w.]+\.so(\.1)?$/,
  /^(resources|chrome_[12]00_percent)\.pak$/,
  /^(v8_context_)?snapshot(_blob)?\.bin$/,
  /^locales\/(en-US|de)\.pak$/,
  // the addon for an Electron that is too old for the packaged one
  /^better_sqlite3\.node$/,
  /^resources\/models\/(SHA256SUMS|[\w-]+\/([\w.]+\.json|onnx\/\w+\.onnx))$/,
  /^resources\/app\.asar$/,
  /^app\.asar\/(package\.json|LICENSE|out\/update-key\.pem)$/,
  /^app\.asar\/out\/(main\/[\w.-]+\.js|threads\/[\w.-]+\.mjs)$/,
  /^app\.asar\/out\/preload\/[\w-]+\.cjs$/,
  /^app\.asar\/out\/renderer\/([\w-]+\.html|assets\/[\w.-]+\.(js|css|woff2|svg|png))$/,
  /^app\.asar\/resources\/([\w-]+\/)?[\w@-]+\.png$/,
  /^app\.asar\/node_modules\/[^/]+(\/[^/]+)?\/(package\.json|LICENSE|NOTICE|ThirdPartyNotices\.txt)$/,
  /^app\.asar\/node_modules\/@ricky0123\/vad-web\/dist\/silero_vad_v6\.onnx$/,
  /^app\.asar\/node_modules\/better-sqlite3\/(lib\/.+\.js|prebuilds\/\w+-\w+\.node)$/,
  /^app\.asar\/node_modules\/node-gyp-build\/[\w-]+\.js$/,
  /^app\.asar\/node_modules\/(onnxruntime-node\/node_modules\/)?onnxruntime-common\/(package\.json|dist\/cjs\/.+\.js(on)?)$/,
  /^app\.asar\/node_modules\/onnxruntime-node\/dist\/\w+\.js$/,
  /^app\.asar\/node_modules\/onnxruntime-node\/bin\/napi-v6\/\w+\/\w+\/[\w.]+\.(node|dll|dylib|so(\.\d+)?)$/,
  /^app\.asar\/node_modules\/playwright-core\/(browsers\.json|index\.m?js|lib\/.+)$/,
  /^app\.asar\/node_modules\/sqlite-vec(-\w+-\w+)?\/(index\.[cm]js|vec0\.(so|dll|dylib))$/,
  /^app\.asar\/node_modules\/uiohook-napi\/(dist\/[\w-]+\.js|prebuilds\/[\w-]+\/[\w-]+\.node)$/,
]

/** All files of a packaged application, sorted; those within its archive, or unpacked beside it, under `app.asar/`. */
export function listContents(folder: string): string[] {
  const archive = join(folder, 'resources', 'app.asar')
  const outside = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative('.', path).split(sep).join('/'))
  // what is unpacked is named in the archive too
  const within = listArchive(archive).map((path) => `app.asar/${path}`)
  const unpacked = outside
    .filter((path) => path.startsWith('resources/app.asar.unpacked/'))
    .map((path) => path.replace('resources/app.asar.unpacked/', 'app.asar/'))
  const beside = outside.filter((path) => !path.startsWith('resources/app.asar.unpacked/'))
  return [...new Set([...beside, ...within, ...unpacked])].sort()
}

/** Those of the files that were never meant to be shipped. */
export const strayFiles = (paths: readonly string[]): string[] =>
  paths.filter((path) => !WANTED.some((wanted) => wanted.test(path)))

/** The header of an asar archive: after 12 bytes its length, then JSON. https://github.com/electron/asar#format */
function listArchive(archive: string): string[] {
  const file = openSync(archive, 'r')
  try {
    const start = Buffer.alloc(16)
    readSync(file, start, 0, 16, 0)
    const header = Buffer.alloc(start.readUInt32LE(12))
    readSync(file, header, 0, header.length, 16)
    return namesIn(JSON.parse(header.toString('utf8')), '')
  } finally {
    closeSync(file)
  }
}

const namesIn = ({ files }: Entry, above: string): string[] =>
  Object.entries(files ?? {}).flatMap(([name, entry]) =>
    entry.files ? namesIn(entry, `${above}${name}/`) : [`${above}${name}`],
  )
