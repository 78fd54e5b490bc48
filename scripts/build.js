// npm run build: leaves in dist a package that can be published: bundle, type declarations, its own package.json.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.js'
import { writeDeclarations } from './declarations.js'
import { thirdPartyNotices } from './notices.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

const inputs = await bundle(root)
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(root, inputs))
writeManifest()
writeDeclarations(root, join(dist, 'types'))
mkdirSync(join(dist, 'bin'), { recursive: true })
for (const name of ['rollcall.js', 'runtime.js']) copyFileSync(join(root, 'bin', name), join(dist, 'bin', name))
for (const name of ['README.md', 'README.zh-CN.md', 'LICENSE'])
  if (existsSync(join(root, name))) copyFileSync(join(root, name), join(dist, name))
console.log(`built ${readdirSync(dist).length} files in dist`)

/** The package has no dependencies: all of them are in the bundle. */
function writeManifest() {
  const { name, version, description, license, repository, keywords, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const manifest = {
    name,
    version,
    description,
    license,
    repository,
    keywords,
    type: 'module',
    engines,
    bin: { rollcall: 'bin/rollcall.js' },
    exports: { '.': { types: './types/library.d.ts', default: './library.js' }, './package.json': './package.json' },
    files: ['*.js', 'bin', 'types', 'README.zh-CN.md', 'THIRD-PARTY-NOTICES.txt'],
  }
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
