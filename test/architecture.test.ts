import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf } from './ground/tree.ts'

const code = filesOf('src', 'test', 'bench', 'scripts', 'bin', 'examples').filter((path) => /\.(ts|js)$/.test(path))
const sources = code.filter((path) => path.startsWith('src/'))
const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length

describe('sizes', () => {
  test('no file is above 300 lines', () => {
    expect(code.filter((path) => linesOf(path) > 300)).toEqual([])
  })

  test('the median source is under 80 lines', () => {
    const sizes = sources.map(linesOf).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(80)
  })

  test('no folder holds more than 25 files', () => {
    const counts = Map.groupBy(code, dirname)
    const over = [...counts].filter(([, files]) => files.length > 25).map(([folder]) => folder)
    expect(over).toEqual([])
  })
})

describe('names', () => {
  const empty = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'base', 'manager', 'managers']
  /** "Common parameters" and "common error codes" are the vendor's own names for what every action takes and can answer. */
  const vendorsWords = ['common-errors', 'common-codes', 'common-parameters']

  test('a name says what is inside', () => {
    const says = (word: string) => vendorsWords.includes(word) || !word.split('-').some((part) => empty.includes(part))
    const poor = code.filter((path) => !path.split('/').every((segment) => says(segment.replace(/\..*$/, ''))))
    expect(poor).toEqual([])
  })

  test('names are in kebab-case', () => {
    expect(code.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(ts|js)$/.test(basename(path)))).toEqual([])
  })
})

/** Spellings that belong to one wire. The directory says the same things in its own words, in comments too. */
const wireWords = [
  /tencent|feishu|\blark|scim|\bsaml|qcloud/i,
  /\bhttps?\b/i,
  // Fields: ZoneId, UserIds, OrgId …
  /\b[A-Z][a-z][A-Za-z]*Ids?\b/,
  /\b(SecretKey|NextToken|MaxResults|IsSelected|Filter(Users|Groups)|PatchOp|userName)\b/,
  /\b(open_id|union_id|department_id|open_department_id|tenant_key|page_token|app_secret|access_token)\b/,
  // Signing.
  /\bX-TC\b|\bTC3\b|\bHmac/i,
  // Codes: FailedOperation.GroupNotExist …
  /\b(FailedOperation|InvalidParameter|InvalidParameterValue|LimitExceeded|ResourceNotFound|ResourceInUse|UnauthorizedOperation)\b/,
  /\b(OperationDenied|UnsupportedOperation|AuthFailure|InternalError|RequestLimitExceeded|MissingParameter)\b/,
]

test('the directory holds no word of a wire', () => {
  const found = filesOf('src/directory').flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.flatMap((line, at) => (wireWords.some((word) => word.test(line)) ? [`${path}:${at + 1}: ${line.trim()}`] : []))
  })
  expect(found).toEqual([])
})

test('the word list knows the words it is for', () => {
  const examples = ['ZoneId', 'GroupId', 'UserIds', 'RequestId', 'SecretKey', 'open_id', 'union_id', 'department_id', 'PatchOp']
  const more = ['X-TC-Action', 'TC3-HMAC-SHA256', 'Tencent Cloud', 'Feishu', 'SCIM', 'FailedOperation.GroupNotExist', 'https://host']
  const ours = ['zoneId', 'externalId', 'secretId', 'group_owned_by_sync', 'user_not_found', 'uin', 'a UUID']
  const caught = (text: string) => wireWords.some((word) => word.test(text))
  expect([...examples, ...more].filter((text) => !caught(text))).toEqual([])
  expect(ours.filter(caught)).toEqual([])
})
