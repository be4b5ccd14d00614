import type { Configuration } from 'electron-builder'
import { FUSES } from './fuses.ts'
import { BEHIND, OUTSIDE } from './outside.ts'

/** What the operating systems know the application by. It must never change: settings and permissions hang on it. */
export const APP_ID = 'adjutant.desktop'
export const SCHEME = 'adjutant'
export const SUMMARY = 'Personal agent that acts with permission'

const kept = [...OUTSIDE.map((name) => name.split('/')[0]), ...BEHIND].join('|')

/** Everything that is packaged for a system (in Node's terms); prebuilt code of others stays out. */
const filesFor = (platform: 'linux' | 'darwin' | 'win32') => [
  'package.json',
  'LICENSE',
  'out/main/**',
  // the server for machines without a window needs Node, which the fuses keep this one from being
  '!out/main/headless.js',
  'out/threads/**',
  'out/preload/**',
  'out/renderer/**',
  'out/update-key.pem',
  'resources/**/*.png',
  `!node_modules/!(${kept}){,/**}`,
  '!node_modules/@ricky0123/!(vad-web){,/**}',
  '!node_modules/@ricky0123/vad-web/dist/!(silero_vad_v6.onnx)',
  '!node_modules/better-sqlite3/{deps,src,binding.gyp}{,/**}',
  '!node_modules/onnxruntime-node/{script,lib}{,/**}',
  '!**/onnxruntime-common/{lib,dist/esm,__commit.txt}{,/**}',
  '!node_modules/uiohook-napi/{src,libuiohook,binding.gyp}{,/**}',
  '!node_modules/playwright-core/{bin,cli.js,types,lib/vite}{,/**}',
  '!node_modules/**/*.{d.ts,d.mts,map,md,markdown,ts,pdb}',
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}.node)`,
  `!node_modules/onnxruntime-node/bin/napi-v6/!(${platform})/**`,
  `!node_modules/onnxruntime-node/bin/napi-v6/${platform}/!(\${arch})/**`,
  `!node_modules/uiohook-napi/prebuilds/!(${platform}-\${arch})/**`,
]

/**
 * How electron-builder packages the application. `out` must be built. Nothing is fetched at packaging time but Electron
 * itself, and that neither where `electronDist` names an unpacked one.
 */
export const configuration: Configuration = {
  appId: APP_ID,
  productName: 'Adjutant',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'out/package' },
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,
  removePackageScripts: true,
  // other languages of Chromium's own menus; the interface's texts are in its bundle
  electronLanguages: ['en-US', 'de'],
  protocols: [{ name: 'Adjutant', schemes: [SCHEME] }],
  artifactName: `\${productName}-\${version}-\${os}-\${arch}.\${ext}`,
  asar: true,
  // a thread cannot be started from within the archive, nor a shared library loaded
  asarUnpack: [
    'out/threads/**',
    'node_modules/{better-sqlite3,sqlite-vec,sqlite-vec-*,onnxruntime-*,uiohook-napi}/**',
    'node_modules/@ricky0123/**',
  ],
  extraResources: [{ from: 'resources/models', to: 'models', filter: ['**/*', '!README.md'] }],
  electronFuses: {
    runAsNode: FUSES.RunAsNode,
    enableCookieEncryption: FUSES.EnableCookieEncryption,
    enableNodeOptionsEnvironmentVariable: FUSES.EnableNodeOptionsEnvironmentVariable,
    enableNodeCliInspectArguments: FUSES.EnableNodeCliInspectArguments,
    enableEmbeddedAsarIntegrityValidation: FUSES.EnableEmbeddedAsarIntegrityValidation,
    onlyLoadAppFromAsar: FUSES.OnlyLoadAppFromAsar,
    loadBrowserProcessSpecificV8Snapshot: FUSES.LoadBrowserProcessSpecificV8Snapshot,
    grantFileProtocolExtraPrivileges: FUSES.GrantFileProtocolExtraPrivileges,
    resetAdHocDarwinSignature: true,
  },
  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    files: filesFor('linux'),
    executableName: 'adjutant',
    syncDesktopName: true,
    icon: 'out/package/icons',
    category: 'Utility',
    synopsis: SUMMARY,
    maintainer: 'Adjutant',
    vendor: 'Adjutant',
    mimeTypes: [`x-scheme-handler/${SCHEME}`],
    desktop: {
      entry: { Name: 'Adjutant', Comment: SUMMARY, StartupWMClass: 'Adjutant', Keywords: 'agent;assistant;' },
      desktopActions: {
        quick: { Name: 'Ask quickly', Exec: 'adjutant --quick' },
        talk: { Name: 'Speak', Exec: 'adjutant --talk' },
      },
    },
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    files: filesFor('win32'),
    executableName: 'Adjutant',
    icon: 'out/package/icon.ico',
  },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    files: filesFor('darwin'),
    icon: 'out/package/icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    entitlements: 'scripts/package/entitlements.mac.plist',
    entitlementsInherit: 'scripts/package/entitlements.mac.plist',
    extendInfo: {
      NSMicrophoneUsageDescription: 'Adjutant listens while you hold the button or the key to speak.',
    },
  },
  dmg: { title: `\${productName} \${version}` },
}
