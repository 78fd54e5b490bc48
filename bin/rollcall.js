#!/usr/bin/env node
// Plain JavaScript for an old Node.js, which only finds a newer one and hands over.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { become, endWithParent, findNode, oldestMajor, runsHere } from './runtime.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** What to run: the published bundle, the clone's bundle (built when sources are newer), or the sources as they are. */
async function findProgram() {
  const published = join(root, 'rollcall.js')
  if (existsSync(published)) return published
  const { bundleIfStale } = await import('../scripts/bundle.js')
  return (await bundleIfStale(root)) ? join(root, 'dist', 'rollcall.js') : join(root, 'src', 'cli', 'rollcall.ts')
}

/** Announcements that a Node.js feature in use is new are of no use to whoever runs a server. */
function hushExperimentalWarnings() {
  const emit = process.emitWarning
  process.emitWarning = (warning, ...rest) => {
    const kind = typeof rest[0] === 'string' ? rest[0] : rest[0]?.type
    if (kind !== 'ExperimentalWarning') emit.call(process, warning, ...rest)
  }
}

async function run() {
  endWithParent()
  hushExperimentalWarnings()
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  const program = await findProgram()
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}

if (runsHere()) {
  await run()
} else {
  const node = findNode(root)
  if (node === undefined) {
    const way = existsSync(join(root, 'package-lock.json'))
      ? 'npm start brings its own; run it once'
      : `install Node.js ${oldestMajor} or newer`
    console.error(`rollcall: needs Node.js ${oldestMajor} or newer, this is ${process.version}: ${way}`)
    process.exit(1)
  }
  become(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)])
}
