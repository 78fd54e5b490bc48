import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is started under Node.js. */
export interface Programs {
  /** What people run: the start file beside the bundle. */
  readonly rollcall: readonly string[]
  readonly noop: readonly string[]
  readonly echo: readonly string[]
  readonly scimmy: readonly string[]
}

/** CommonJS dependencies ask for these, which a module does not have. */
const banner = [
  "import { createRequire as createRequireHere } from 'node:module'",
  'const require = createRequireHere(import.meta.url)',
  'const __filename = import.meta.filename',
  'const __dirname = import.meta.dirname',
].join('\n')

/** Builds the package and keeps a copy in `folder`, so that a build at the same time changes nothing; bundles the no-op server beside it in the same way. */
export async function buildPrograms(folder: string): Promise<Programs> {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.js')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const copy = join(folder, 'dist')
  cpSync(join(root, 'dist'), copy, { recursive: true })
  const noop = join(folder, 'noop')
  await build({
    absWorkingDir: root,
    entryPoints: { noop: 'bench/noop-server.ts', checkpointer: 'src/storage/engines/checkpointer.ts' },
    outdir: noop,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['pg-native', 'cpu-features'],
    banner: { js: banner },
    logLevel: 'warning',
  })
  // The thread that checkpoints is looked for under its plain name.
  cpSync(join(noop, 'checkpointer.mjs'), join(noop, 'checkpointer.js'))
  return {
    rollcall: [join(copy, 'bin', 'rollcall.js'), 'serve'],
    noop: [join(noop, 'noop.mjs')],
    echo: [fileURLToPath(new URL('./echo-server.ts', import.meta.url))],
    scimmy: [fileURLToPath(new URL('./scimmy-server.ts', import.meta.url))],
  }
}
