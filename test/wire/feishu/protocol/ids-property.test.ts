import fc from 'fast-check'
import { expect, test } from 'vitest'
import { departmentName, idKey, openId, personName, unionId } from '../../../../src/dialects/feishu/ids.ts'

const hex32 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
const keys = fc.record({ open: hex32, union: hex32 }).map(({ open, union }) => ({ open: idKey(open), union: idKey(union) }))

test('a person is found again by the open_id and the union_id that were written for him', () => {
  fc.assert(
    fc.property(hex32, keys, (person, own) => {
      const [open, union] = [openId(person, own), unionId(person, own)]
      expect([open, union]).toEqual([expect.stringMatching(/^ou_[0-9a-f]{32}$/), expect.stringMatching(/^on_[0-9a-f]{32}$/)])
      expect(personName(open, 'open_id', own)).toEqual(['id', person])
      expect(personName(union, 'union_id', own)).toEqual(['id', person])
    }),
  )
})

test('another app writes another open_id, and reads somebody else, or nobody, in ours', () => {
  fc.assert(
    fc.property(hex32, keys, keys, (person, own, other) => {
      fc.pre(!own.open.equals(other.open))
      expect(openId(person, own)).not.toBe(openId(person, other))
      expect(personName(openId(person, own), 'open_id', other)).not.toEqual(['id', person])
    }),
  )
})

test('two people never have one id', () => {
  fc.assert(
    fc.property(hex32, hex32, keys, (one, other, own) => {
      fc.pre(one !== other)
      expect(openId(one, own)).not.toBe(openId(other, own))
    }),
  )
})

test('any text at all is a name or none, and no id of one type is one of another', () => {
  fc.assert(
    fc.property(fc.string(), hex32, keys, (text, person, own) => {
      for (const type of ['open_id', 'union_id', 'user_id'] as const) expect(() => personName(text, type, own)).not.toThrow()
      expect(personName(openId(person, own), 'union_id', own)).toBe(undefined)
      expect(personName(unionId(person, own), 'open_id', own)).toBe(undefined)
      expect(personName(`${openId(person, own)}0`, 'open_id', own)).toBe(undefined)
      expect(personName(openId(person, own).toUpperCase(), 'open_id', own)).toBe(undefined)
    }),
  )
})

// Source: department/create, department_id; terminology, open_department_id.
test.each([
  ['0', 'open_department_id', ['id', '0']],
  ['od-0123456789abcdef0123456789abcdef', 'open_department_id', ['id', 'od-0123456789abcdef0123456789abcdef']],
  ['od-1', 'open_department_id', undefined],
  ['D096', 'open_department_id', undefined],
  ['D096', 'department_id', ['code', 'D096']],
  ['a_b-c@d.e', 'department_id', ['code', 'a_b-c@d.e']],
  ['', 'department_id', undefined],
  ['-a', 'department_id', undefined],
  ['a'.repeat(65), 'department_id', undefined],
] as const)('the department %s as %s', (text, type, name) => {
  expect(departmentName(text, type)).toEqual(name)
})
