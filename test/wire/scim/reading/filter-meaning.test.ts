import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileFilter } from '../../../../src/dialects/scim/filter/compile-filter.ts'
import { parseFilter } from '../../../../src/dialects/scim/filter/parse-filter.ts'
import { groupType, userType } from '../../../../src/dialects/scim/schemas/resource-type.ts'
import { ScimError } from '../../../../src/dialects/scim/scim-error.ts'
import { filter, person } from './filter-model.ts'

// Meanings: RFC 7644 §3.4.2.2. What has no value, and lists, under `ne`: the opposite of `eq`, which is our choice where the standard is silent.

const testOf = (text: string) => compileFilter(parseFilter(text), userType)

test('a filter holds for exactly the users for which plain code says so', () => {
  let held = 0
  fc.assert(
    fc.property(filter, fc.array(person, { minLength: 1, maxLength: 8 }), (said, people) => {
      fc.pre(said.text.length < 8000)
      const holds = testOf(said.text)
      for (const one of people) {
        expect(holds(one)).toBe(said.holds(one))
        if (said.holds(one)) held++
      }
    }),
    { numRuns: 2000 },
  )
  expect(held).toBeGreaterThan(500)
})

test('whatever the text, it is a filter or refused with invalidFilter, at once', () => {
  const pieces = [
    'userName',
    'emails',
    ' ',
    '[',
    '].',
    ']',
    '(',
    ')',
    'eq',
    'pr',
    'and',
    'or',
    'not',
    '"',
    '\\',
    '\n',
    '-1e5',
    'null',
    'constructor',
    '__proto__',
    '.',
    ':',
  ]
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (sent) => {
      const begun = performance.now()
      try {
        testOf(sent)({})
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ScimError)
        expect((thrown as ScimError).code).toBe('invalidFilter')
      }
      expect(performance.now() - begun).toBeLessThan(1000)
    }),
    { numRuns: 1500 },
  )
})

test.each([
  ['an open quotation of many lines', `userName eq "${'\n'.repeat(2000)}`],
  ['many backslashes', `userName eq "${'\\\\'.repeat(2000)}`],
  ['9000 letters', `userName eq "${'x'.repeat(9000)}"`],
  ['33 levels', `${'('.repeat(33)}title pr${')'.repeat(33)}`],
  ['levels of not', `${'not ('.repeat(1000)}title pr${')'.repeat(1000)}`],
  ['lists in lists', 'emails[emails[value eq "x"]]'],
  ['NUL', 'userName eq "\\u0000"'],
  ['half of a pair', 'userName eq "\\ud800"'],
  ['a truth that is ordered', 'active gt true'],
  ['a truth that is none', 'active eq "maybe"'],
  ['a text that is searched for a number', 'userName eq 5'],
  ['a time that is none', 'meta.created gt "yesterday"'],
  ['a certificate that is ordered', 'x509Certificates.value gt "x"'],
  ['an object that is compared', 'name eq "x"'],
  ['what stands before nothing', 'title gt null'],
  ['a word as an operator', 'title pr constructor title pr'],
  ['an attribute of a group', 'members.value eq "x"'],
  ['three names', 'name.givenName.first eq "x"'],
  ['another URN', 'urn:ietf:params:scim:schemas:core:2.0:Group:displayName eq "x"'],
  ['two filters', 'title pr title pr'],
])('refused: %s', (_, text) => {
  const begun = performance.now()
  expect(() => testOf(text)).toThrow(/^invalidFilter: /)
  expect(performance.now() - begun).toBeLessThan(1000)
})

test('32 levels are not too many, and neither are hundreds of alternatives', () => {
  expect(testOf(`${'('.repeat(31)}title pr${')'.repeat(31)}`)({ title: 'x' })).toBe(true)
  expect(testOf(Array(680).fill('title pr').join(' or '))({ title: 'x' })).toBe(true)
})

test('what only the other kind of resource has, has no value in a filter over both', () => {
  const either = (text: string) => compileFilter(parseFilter(text), userType, [groupType])
  expect(either('members.value eq "x" or title pr')({ title: 'x' })).toBe(true)
  expect(either('members pr')({ members: [1] })).toBe(false)
  expect(either('members.value ne "x"')({})).toBe(true)
  expect(() => either('nothing pr')).toThrow(/^invalidFilter/)
})

test('a name that every object inherits is no value', () => {
  expect(() => testOf('constructor pr')).toThrow(/^invalidFilter/)
  expect(() => testOf('emails[constructor pr]')).toThrow(/^invalidFilter/)
})
