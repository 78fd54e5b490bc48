import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

/** Writes `types/library.d.ts`, and of what it mentions only what it needs: the package has no dependencies to resolve. */
export function writeDeclarations(root, types) {
  const everything = mkdtempSync(join(tmpdir(), 'rollcall-types-'))
  try {
    compile(root, everything)
    rmSync(types, { recursive: true, force: true })
    for (const path of reachable(join(everything, 'library.d.ts'))) {
      const target = join(types, relative(everything, path))
      mkdirSync(dirname(target), { recursive: true })
      copyFileSync(path, target)
    }
  } finally {
    rmSync(everything, { recursive: true, force: true })
  }
}

function compile(root, folder) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src', '--outDir', folder]
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), ...options], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('tsc could not write the type declarations')
}

function reachable(path, seen = new Set()) {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const [, imported] of readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
    if (imported.startsWith('.')) reachable(join(dirname(path), imported.replace(/\.ts$/, '.d.ts')), seen)
    else if (!imported.startsWith('node:')) throw new Error(`a public type leans on the package ${imported}, by ${path}`)
  }
  return seen
}
