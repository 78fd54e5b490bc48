import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './tree.ts'

/** The bundle that the whole run is tested with; see `global-setup.ts`. */
const dist = join(root, 'dist')
const textOf = (file: string) => readFileSync(join(dist, file), 'utf8')

test('what the bundle loads later hands out names: a CommonJS package that is loaded by itself would have none', () => {
  const loaded = new Set(
    readdirSync(dist)
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => [...textOf(file).matchAll(/import\("\.\/([^"]+\.js)"\)/g)].map(([, name]) => name as string)),
  )
  expect([...loaded]).toContainEqual(expect.stringMatching(/^redis-rate-limiter-/))
  const nameless = [...loaded].filter((file) => !/^export \{/m.test(textOf(file)))
  expect(nameless).toEqual([])
})
