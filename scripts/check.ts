/** npm run check: everything that holds the house together but the tests. `npm run check -- style types` runs only those. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

const root = dirname(import.meta.dirname)

/** Each is a tool's script, run by this very Node.js, with its arguments. */
const checks: Record<string, readonly string[]> = {
  style: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
  // The package's own types can be written: what `npm run build` would fail on.
  declarations: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--declaration'],
  imports: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'scripts', 'bin'],
  unused: ['node_modules/knip/bin/knip.js'],
  docs: ['scripts/docs.ts', '--check'],
}

function run(script: string, args: readonly string[]): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('close', (code) => resolve({ passed: code === 0, output }))
  })
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in checks))
if (unknown.length > 0) {
  console.error(`no check named ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`)
  process.exit(2)
}

let failures = 0
for (const [name, [script = '', ...args]] of Object.entries(checks)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const began = Date.now()
  const { passed, output } = await run(script, args)
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (!passed) {
    failures += 1
    console.log(output.trimEnd())
  }
}
process.exitCode = failures > 0 ? 1 : 0
