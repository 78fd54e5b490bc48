import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, root } from './tree.ts'

/** What would tie the project to the place where it was written. */
const traces = [
  // Folders of one machine; a temporary one comes from os.tmpdir().
  /(^|[\s"'`(=:])[/](work|tmp|root|home)([/"'`\s)]|$)/m,
  /[.][.][/]shared[/]|[.]library[/]/,
  // Hosts of package registries and mirrors.
  /registry\.npm|npmmirror\.|registry\.yarnpkg|deb\.debian|security\.debian|pypi\.org|static\.crates|proxy\.golang/i,
]

const texts = filesOf().filter((path) => !/\.(png|ico|woff2?|db|gz)$/.test(path))

test('no file names a folder of one machine or the host of a registry', () => {
  const found = texts.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return traces.flatMap((trace) => trace.exec(text)?.[0]?.trim() ?? []).map((trace) => `${path}: ${trace}`)
  })
  expect(found).toEqual([])
})

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Record<string, string>
}

const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

test('the lock file says what to install and not from where', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(50)
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
})

test('the lock file lists the packages of every platform: npm ci refuses one that does not', () => {
  const absent = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !(`node_modules/${name}` in lock.packages)),
  )
  expect(absent).toEqual([])
})
