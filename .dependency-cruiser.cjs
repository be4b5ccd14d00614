/**
 * Who may import whom in src-main. A room that is not listed for another one is closed to it; `vocabulary` is open to
 * all. Tests may join more, as the composition root does with its `composition`.
 */
const ROOMS = {
  vocabulary: [],
  configuration: [],
  storage: [],
  state: ['storage'],
  security: ['state'],
  // what a sentence states is read without anything of memory's own
  ingestion: ['storage', 'state', 'models', 'memory/knowledge'],
  models: [],
  // the others get it as an argument
  observability: ['state', 'storage'],
  memory: ['storage', 'models'],
  planning: ['state', 'ingestion', 'security'],
  execution: ['state', 'security', 'ingestion', 'memory', 'planning', 'configuration'],
  operator: [
    'state',
    'ingestion',
    'memory',
    'execution',
    'planning',
    'security',
    'configuration',
    'storage',
    'models',
  ],
  server: ['operator'],
  ipc: ['operator', 'desktop'],
  desktop: ['operator', 'server', 'configuration'],
  terminal: ['operator', 'configuration'],
  commands: ['operator', 'configuration', 'terminal', 'ingestion'],
}
/** Rooms that are hosts themselves: they may join the agent of a data directory. */
const JOINING = ['terminal', 'commands']
const HOSTS = ['adjutant', 'perform', 'join-agent', 'main', 'headless', 'agent']
const TEST = '\\.test\\.tsx?$'

const rooms = Object.entries(ROOMS).map(([room, open]) => ({
  name: `${room}-sees-only-its-neighbours`,
  severity: 'error',
  from: { path: `^src-main/${room}/`, pathNot: TEST },
  to: {
    path: '^src-main/',
    pathNot: `^src-main/(${[room, 'vocabulary', ...open].join('|')})/${JOINING.includes(room) ? '|^src-main/join-agent\\.ts$' : ''}`,
    // what a host has joined may be named, not called
    ...(room === 'desktop' ? { dependencyTypesNot: ['type-only'] } : {}),
  },
}))

module.exports = {
  forbidden: [
    ...rooms,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'electron-in-its-rooms-only',
      comment: 'everything else also runs without a window',
      severity: 'error',
      from: {
        path: '^src-',
        pathNot: '^(src-main/(desktop|ipc)/|src-main/(main|open-desktop)\\.ts$|src-preload/index\\.ts$)',
      },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'security-sees-descriptors-never-handlers',
      severity: 'error',
      from: { path: '^src-main/security/', pathNot: TEST },
      to: { path: '^src-main/execution/' },
    },
    {
      name: 'planning-sees-ports-only',
      severity: 'error',
      from: { path: '^src-main/planning/', pathNot: TEST },
      to: { path: '(^|/)(better-sqlite3|playwright-core|fastify|undici)(/|$)|/sqlite/' },
    },
    {
      name: 'one-room-writes-the-log',
      comment: 'what is written there is allowed field by field',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/observability/log/' },
      to: { path: '(^|/)node_modules/pino/' },
    },
    {
      name: 'handlers-are-called-in-one-place',
      comment: 'every tool call goes through the gate',
      severity: 'error',
      from: {
        path: '^src-main/',
        pathNot: `${TEST}|^src-main/execution/|^src-main/testing/|^src-main/composition/(tools|runs)\\.ts$|^src-main/perform\\.ts$`,
      },
      to: { path: '^src-main/execution/(tools/|run-tool\\.ts$)' },
    },
    {
      name: 'the-composition-root-is-not-imported-by-rooms',
      severity: 'error',
      from: {
        path: `^src-main/(${Object.keys(ROOMS)
          .filter((room) => !JOINING.includes(room))
          .join('|')})/`,
        pathNot: TEST,
      },
      to: { path: `^src-main/(${HOSTS.join('|')})\\.ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-parts-are-joined-in-one-place',
      comment: 'composition makes the parts of the agent; only the composition root puts them together',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/(composition/|adjutant\\.ts$)' },
      to: { path: '^src-main/composition/' },
    },
    {
      name: 'tests-only',
      comment: 'what is made for tests does not ship',
      severity: 'error',
      from: { path: '^src-', pathNot: `${TEST}|^src-main/testing/` },
      to: { path: '^src-main/testing/|\\.test\\.tsx?$' },
    },
    {
      name: 'the-interface-knows-the-contract-only',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: TEST },
      to: { path: '^(src-main/|src-preload/(?!contract\\.ts$))|^(fs|path|child_process|net|os)$' },
    },
    {
      name: 'the-contract-imports-nothing',
      severity: 'error',
      from: { path: '^src-preload/contract\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'inference-runs-in-threads-of-its-own',
      comment: 'the runtime takes memory and time that a start has no use for',
      severity: 'error',
      from: {
        path: '^src-main/',
        pathNot: `${TEST}|^src-main/ingestion/voice/whisper/(speech-worker|load-whisper|decoder)\\.ts$`,
      },
      to: {
        path: '^src-main/ingestion/voice/(speech/silero|whisper/(load-whisper|decoder))\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
