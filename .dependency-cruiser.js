/** Who may import whom: docs and reasons stand in CONTRIBUTING.md. */
const ours = '^src/'

/** A room may import itself and what is named here, of ours. */
const rooms = {
  contract: [],
  storage: [],
  directory: ['storage'],
  http: ['contract'],
  standin: ['directory', 'storage'],
  settings: [],
  seed: ['directory', 'storage', 'contract', 'settings'],
  bootstrap: ['settings', 'contract', 'directory', 'storage', 'dialects', 'seed'],
}

/** A room is a folder, and the file of the same name beside it where there is one. */
const within = (...names) => `^src/(${names.join('|')})(/|\\.ts$)`

const roomRules = Object.entries(rooms).map(([room, others]) => ({
  name: `${room}-imports-${others.join('-and-') || 'nothing-of-ours'}`,
  severity: 'error',
  from: { path: within(room) },
  to: { path: ours, pathNot: within(room, ...others) },
}))

/** A library that only one room may import. */
const owners = {
  storage: ['kysely', 'pg', 'pg-[a-z-]+', '@types/pg', 'node:sqlite', 'sqlite'],
  seed: ['yaml'],
  http: ['find-my-way', 'fastify', '@fastify/[a-z-]+', 'pino', 'prom-client', 'rate-limiter-flexible', 'ioredis', 'ws'],
}

const ownerRules = Object.entries(owners).map(([room, libraries]) => ({
  name: `only-${room}-knows-its-libraries`,
  severity: 'error',
  from: { path: ours, pathNot: `^src/${room}/` },
  to: { path: `(^|node_modules/)(${libraries.join('|')})(/|$)` },
}))

export default {
  forbidden: [
    ...roomRules,
    ...ownerRules,
    {
      name: 'dialect-imports-contract-and-directory',
      comment: 'and never another dialect',
      severity: 'error',
      from: { path: '^src/dialects/([^/]+)/' },
      to: { path: ours, pathNot: '^src/(dialects/$1|contract|directory)/' },
    },
    {
      name: 'wiring-is-imported-by-entries-only',
      severity: 'error',
      from: { path: ours, pathNot: within('main', 'dialect-routes', 'operations', 'library', 'settings', 'cli', 'bootstrap', 'seed') },
      to: { path: within('main', 'dialect-routes', 'operations', 'library', 'settings', 'cli', 'bootstrap', 'seed') },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sources-do-not-import-tests',
      severity: 'error',
      from: { path: ours },
      to: { path: '^(test|bench|scripts|bin|examples)/' },
    },
    {
      name: 'what-runs-needs-no-development-dependency',
      severity: 'error',
      from: { path: '^(src|bin|scripts/(start|install|bundle)\\.js)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // TypeScript 7 has no programming interface; swc reads type-only imports too, which the rules also hold for.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
