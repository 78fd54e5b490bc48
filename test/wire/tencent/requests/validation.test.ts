import { describe, expect, test } from 'vitest'
import { practice } from '../practice-route.ts'
import { tc3 } from '../signing/independent-signer.ts'

const { ask } = practice()
const good = { Name: 'abc' }

describe('each kind of fault has its code and names the parameter', () => {
  test.each([
    ['unknown', { ...good, Nmae: 1 }, 'UnknownParameter', '`Nmae`'],
    ['unknown inside a list', { ...good, Members: [{ Name: 'x' }, { Name: 'x', Agee: 1 }] }, 'UnknownParameter', '`Members.1.Agee`'],
    ['missing', {}, 'MissingParameter', '`Name`'],
    ['missing as null', { Name: null }, 'MissingParameter', '`Name`'],
    ['missing inside a list', { ...good, Members: [{ Name: 'x' }, {}] }, 'MissingParameter', '`Members.1.Name`'],
    ['a number for a string', { Name: 5 }, 'InvalidParameter', '`Name` must be a string; sent: 5'],
    ['a string for a number', { ...good, Limit: '5' }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['a fraction for a whole number', { ...good, Limit: 1.5 }, 'InvalidParameter', '`Limit` must be a whole number'],
    ['a string for a boolean', { ...good, Open: 'true' }, 'InvalidParameter', '`Open` must be true or false'],
    ['a string for a list', { ...good, Uins: '1' }, 'InvalidParameter', '`Uins` must be a list'],
    ['a list for an object', { ...good, Members: [[]] }, 'InvalidParameter', '`Members.0` must be an object'],
    ['a string inside a list of numbers', { ...good, Uins: [1, '2'] }, 'InvalidParameter', '`Uins.1` must be a whole number'],
    ['null inside a list', { ...good, Uins: [1, null] }, 'InvalidParameter', '`Uins.1` must be a whole number; sent: null'],
    ['a number for an enumeration', { ...good, Kind: 1 }, 'InvalidParameter', '`Kind` must be a string'],
    ['outside an enumeration', { ...good, Kind: 'manual' }, 'InvalidParameterValue', 'allowed: one of Manual, Synchronized'],
    ['below a range', { ...good, Limit: 0 }, 'InvalidParameterValue', 'allowed: 1 to 100'],
    ['above a range', { ...good, Limit: 101 }, 'InvalidParameterValue', 'does not allow 101'],
    ['too long a list', { ...good, Uins: [1, 2, 3, 4] }, 'InvalidParameterValue', '`Uins` has 4 entries; allowed: at most 3 entries'],
    ['a length with a code of its own', { Name: 'a' }, 'InvalidParameter.NameFormatError', 'allowed: 2 to 8 characters'],
    ['a number too large to be exact', '{"Name":"abc","Uin":9007199254740993}', 'InvalidParameterValue', '9007199254740993'],
    ['a number too large to be exact, by its exponent', '{"Name":"abc","Uin":1e20}', 'InvalidParameterValue', '`Uin`'],
  ])('%s', async (_, body, code, problem) => {
    const answer = await ask(tc3('Practise', body))
    expect(answer.code).toBe(code)
    expect(answer.message).toContain(problem)
  })
})

test('of several faults the order is: unknown, missing, type, value', async () => {
  const all = { Nmae: 1, Limit: 'x', Kind: 'y' }
  expect((await ask(tc3('Practise', all))).code).toBe('UnknownParameter')
  const { Nmae: _, ...withoutUnknown } = all
  expect((await ask(tc3('Practise', withoutUnknown))).code).toBe('MissingParameter')
  expect((await ask(tc3('Practise', { ...good, ...withoutUnknown }))).code).toBe('InvalidParameter')
  expect((await ask(tc3('Practise', { ...good, Kind: 'y' }))).code).toBe('InvalidParameterValue')
})

test('null for an optional member is the same as leaving it out, at every level', async () => {
  const answer = await ask(tc3('Practise', { ...good, Limit: null, Members: [{ Name: 'x', Age: null }] }))
  expect(answer.response.Input).toEqual({ ...good, Members: [{ Name: 'x' }] })
})

test('an empty list is not the same as none', async () => {
  expect((await ask(tc3('Practise', { ...good, Uins: [] }))).response.Input).toEqual({ ...good, Uins: [] })
})

test('common parameters may stand beside an action’s own, and are left out', async () => {
  const names = [
    'Action',
    'Version',
    'Timestamp',
    'Region',
    'Nonce',
    'SecretId',
    'Signature',
    'SignatureMethod',
    'Token',
    'Language',
    'RequestClient',
  ]
  const common = Object.fromEntries(names.map((name) => [name, 'x']))
  expect((await ask(tc3('Practise', { ...good, ...common }))).response.Input).toEqual(good)
  expect((await ask(tc3('Practise', { ...good, Members: [{ Name: 'x', Region: 'y' }] }))).code).toBe('UnknownParameter')
})

test('a message never repeats a secret, and shortens what is long', async () => {
  expect((await ask(tc3('Practise', { ...good, Password: 'hunter2' }))).message).not.toContain('hunter2')
  const nested = await ask(tc3('Practise', '{"Name":{"Password":"hunter2","Number":12345678901234567890}}'))
  expect(nested.message).toBe('The parameter `Name` must be a string; sent: {…}.')
  const { message } = await ask(tc3('Practise', { ...good, Kind: 'k'.repeat(5000) }))
  expect(message.length).toBeLessThan(300)
})

test('messages come in Chinese on request', async () => {
  const { message } = await ask(tc3('Practise', { ...good, Limit: 0 }, { headers: { 'x-tc-language': 'zh-CN' } }))
  expect(message).toBe('参数 `Limit` 的值 0 不合法，允许：1 到 100。')
})
