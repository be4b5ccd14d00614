/**
 * Packages that are not bundled: native code, and what loads files of its own. They alone travel in the packaged
 * application's node_modules.
 */
export const OUTSIDE = [
  '@ricky0123/vad-web',
  'better-sqlite3',
  'onnxruntime-node',
  'playwright-core',
  'sqlite-vec',
  'uiohook-napi',
] as const

/** What one of those loads in its turn. */
export const BEHIND = ['node-gyp-build', 'onnxruntime-common', 'sqlite-vec-*'] as const

/** The packages for a bundler: each by its name, and any file in it. */
export const outsideOfBundle = OUTSIDE.map((name) => new RegExp(`^${name}(/|$)`))
