import { execFileSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundling } from '../../scripts/bundle.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What is started under Node.js. */
export interface Programs {
  /** What people run: the start file beside the bundle. */
  readonly rollcall: readonly string[]
  readonly noop: readonly string[]
  readonly echo: readonly string[]
  readonly scimmy: readonly string[]
}

/** Builds the package and keeps a copy in `folder`, so that a build at the same time changes nothing; bundles the no-op server beside it in the same way. */
export async function buildPrograms(folder: string): Promise<Programs> {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.js')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const copy = join(folder, 'dist')
  cpSync(join(root, 'dist'), copy, { recursive: true })
  const noop = join(folder, 'noop')
  await build({
    ...bundling,
    absWorkingDir: root,
    entryPoints: { noop: 'bench/noop-server.ts', checkpointer: 'src/storage/engines/checkpointer.ts' },
    outdir: noop,
  })
  writeFileSync(join(noop, 'package.json'), '{"type":"module"}')
  return {
    rollcall: [join(copy, 'bin', 'rollcall.js'), 'serve'],
    noop: [join(noop, 'noop.js')],
    echo: [fileURLToPath(new URL('./echo-server.ts', import.meta.url))],
    scimmy: [fileURLToPath(new URL('./scimmy-server.ts', import.meta.url))],
  }
}
