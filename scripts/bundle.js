import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'

/** What can be started: each becomes `dist/<name>.js`; a worker's bundle must lie beside the chunk that starts it, so `dist` is flat. */
const entries = {
  rollcall: 'src/cli/rollcall.ts',
  library: 'src/library.ts',
  checkpointer: 'src/storage/engines/checkpointer.ts',
}

/** Files outside `src` that decide what the bundle is. */
const ingredients = ['package.json', 'package-lock.json', 'scripts/bundle.js', 'docs/reference/coverage.json']

/** CommonJS dependencies ask for these, which a module does not have. */
const commonJsNames = [
  "import { createRequire as createRequireHere } from 'node:module'",
  "import { dirname as directoryOf } from 'node:path'",
  "import { fileURLToPath as pathOfThisFile } from 'node:url'",
  'const require = createRequireHere(import.meta.url)',
  'const __filename = pathOfThisFile(import.meta.url)',
  'const __dirname = directoryOf(__filename)',
].join('\n')

/** How every program is bundled; `splitting` leaves what several entries share in chunks of their own. */
export const bundling = {
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Optional native parts that a driver asks for and does without.
  external: ['pg-native', 'cpu-features'],
  banner: { js: commonJsNames },
  logLevel: 'warning',
}

/**
 * Bundles the sources of a clone into `dist` unless that was done since they last changed.
 * Answers false when there is nothing to bundle with, or when `dist` is not to be written, as for a service in a clone that is not its own:
 * the sources then run as they are.
 */
export async function bundleIfStale(root) {
  const stamp = join(root, 'dist', '.fingerprint')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root)) return true
  const esbuild = await findEsbuild(root)
  if (esbuild === undefined) return false
  try {
    await bundle(root, esbuild)
    return true
  } catch (error) {
    if (!(error instanceof UnwritableDist)) throw error
    console.error(
      `rollcall: ${join(root, 'dist')} is older than the sources and cannot be written (${error.cause.code || error.cause.message}), so the sources run as they are, which starts slower: npm run build, as who owns this clone, makes it anew`,
    )
    return false
  }
}

class UnwritableDist extends Error {}

/** Bundles anew, whatever is there; answers the paths of all files that went in. */
export async function bundle(root, found) {
  const esbuild = found ?? (await findEsbuild(root))
  if (esbuild === undefined) throw new Error('esbuild is not installed: npm install')
  const dist = join(root, 'dist')
  const before = fingerprint(root)
  const { outputFiles, metafile } = await esbuild
    .build({
      ...bundling,
      absWorkingDir: root,
      entryPoints: entries,
      outdir: dist,
      legalComments: 'eof',
      metafile: true,
      write: false,
    })
    // Its process would stay, with some hundred MiB, beside the server that is started next.
    .finally(() => esbuild.stop())
  try {
    writeDist(dist, outputFiles, before)
  } catch (cause) {
    throw new UnwritableDist(`${dist} cannot be written: ${cause.message}`, { cause })
  }
  return Object.keys(metafile.inputs)
}

function writeDist(dist, outputFiles, before) {
  mkdirSync(dist, { recursive: true })
  rmSync(join(dist, '.fingerprint'), { force: true })
  for (const file of outputFiles) replaceFile(file.path, file.contents)
  const made = new Set(outputFiles.map((file) => relative(dist, file.path)))
  for (const name of readdirSync(dist)) if (name.endsWith('.js') && !made.has(name)) rmSync(join(dist, name))
  replaceFile(join(dist, '.fingerprint'), before)
}

/** A server may start from `dist` at this moment: it sees the old file or the new one. */
function replaceFile(path, contents) {
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/** Changes whenever a source is added, removed or edited; reads no contents, so that every start can afford it. */
function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  for (const path of ingredients) add(path)
  for (const path of filesUnder(root, 'src')) add(path)
  return hash.digest('hex')
}

function filesUnder(root, folder) {
  const found = readdirSync(join(root, folder), { withFileTypes: true })
  return found
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
}

async function findEsbuild(root) {
  try {
    const require = createRequire(join(root, 'package.json'))
    require.resolve('esbuild')
    return require('esbuild')
  } catch {
    return undefined
  }
}
