import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '../../src/operations.ts'
import { filesOf } from './tree.ts'

const texts = new Map(filesOf('src').map((path) => [path, readFileSync(path, 'utf8')]))
const saying = (folder: string, text: string) => [...texts].filter(([path, has]) => path.startsWith(folder) && has.includes(text))

test('the name of every operation is in its dialect, and leads to one file for each version that has it', () => {
  const lost = operations.flatMap(({ dialect, name }) => {
    const versions = operations.filter((other) => other.dialect === dialect && other.name === name).length
    const declared = saying(`src/dialects/${dialect}/`, `'${name}'`).filter(([, text]) => declares(text, name))
    return declared.length > 0 && declared.length <= versions ? [] : [`${dialect} ${name}: ${declared.map(([path]) => path).join(', ')}`]
  })
  expect(lost).toEqual([])
})

/** Alone on its line, or with its version where one function makes both of them. */
function declares(text: string, name: string): boolean {
  return text.split('\n').some((line) => line.trim() === `name: '${name}',` || line.includes(`('${name}', 'v`))
}

test('every fact is named where it is found out, so that one search leads there', () => {
  const declared = saying('src/directory/refusals/', 'fact:').flatMap(([, text]) =>
    [...text.matchAll(/fact:((?:\s*\|?\s*'\w+')+)/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
    ),
  )
  expect(declared.length).toBeGreaterThan(300)
  const rules = [...texts].filter(([path]) => /^src\/(directory|dialects)\//.test(path) && !path.includes('/refusals'))
  expect([...new Set(declared)].filter((fact) => !rules.some(([, text]) => text.includes(fact)))).toEqual([])
})
