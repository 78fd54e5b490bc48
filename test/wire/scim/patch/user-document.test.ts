import { expect, test } from 'vitest'
import { parsePatch } from '../../../../src/dialects/scim/patch/parse-patch.ts'
import { patchDocument } from '../../../../src/dialects/scim/patch/patch-document.ts'
import { placedOperations } from '../../../../src/dialects/scim/patch/placed-operations.ts'
import { userType } from '../../../../src/dialects/scim/schemas/resource-type.ts'
import { ScimError } from '../../../../src/dialects/scim/scim-error.ts'
import { patchOf, urns } from '../../../kit/scim.ts'

const work = { value: 'lin@work.cn', type: 'work', primary: true }
const home = { value: 'lin@home.cn', type: 'home' }
const lin = {
  userName: 'lin',
  active: true,
  name: { givenName: 'Lin', familyName: 'Wang', middleName: 'X' },
  title: 'Engineer',
  emails: [work, home],
  [urns.enterprise]: { department: 'R&D', manager: { value: 'u-1', $ref: 'Users/u-1' } },
}

function patched(...operations: object[]): object {
  return patchDocument(userType, lin, placedOperations(userType, 'u-lin', parsePatch(patchOf(...operations))))
}

function codeOf(...operations: object[]): string {
  try {
    return JSON.stringify(patched(...operations))
  } catch (thrown) {
    if (thrown instanceof ScimError) return thrown.code
    throw thrown
  }
}

const { title: _, ...untitled } = lin
const { emails: __, ...unaddressed } = lin
const enterprise = lin[urns.enterprise]

/** Source: RFC 7644 §3.5.2.1–3; rows that name a provider follow that provider's documented requests. */
const cases: readonly (readonly [name: string, operation: object, after: object])[] = [
  ['add of a simple attribute', { op: 'add', path: 'nickName', value: 'L' }, { ...lin, nickName: 'L' }],
  ['replace of what is not there adds it', { op: 'replace', path: 'nickName', value: 'L' }, { ...lin, nickName: 'L' }],
  ['letter case in names', { op: 'RePlace', path: 'TITLE', value: 'Lead' }, { ...lin, title: 'Lead' }],
  ['a value in a list of one', { op: 'Replace', path: 'title', value: [{ $ref: null, value: 'Lead' }] }, { ...lin, title: 'Lead' }],
  ['a wrapped value', { op: 'replace', path: 'title', value: { value: 'Lead' } }, { ...lin, title: 'Lead' }],
  ['removal', { op: 'remove', path: 'title' }, untitled],
  ['removal of what is not there', { op: 'remove', path: 'nickName' }, lin],
  ['null removes', { op: 'replace', path: 'title', value: null }, untitled],
  ['Entra ID: active as a text', { op: 'Replace', path: 'active', value: 'False' }, { ...lin, active: false }],
  ['Okta: active without a path', { op: 'replace', value: { active: false } }, { ...lin, active: false }],
  ['a part of a complex value', { op: 'replace', path: 'name.givenName', value: 'Li' }, { ...lin, name: { ...lin.name, givenName: 'Li' } }],
  [
    'a complex value keeps what is not spoken of',
    { op: 'replace', path: 'name', value: { GivenName: 'Li' } },
    { ...lin, name: { ...lin.name, givenName: 'Li' } },
  ],
  [
    'null in a complex value',
    { op: 'replace', path: 'name', value: { middleName: null } },
    { ...lin, name: { givenName: 'Lin', familyName: 'Wang' } },
  ],
  ['an empty complex value says nothing', { op: 'add', path: 'name', value: {} }, lin],
  ['names with dots without a path', { op: 'add', value: { 'name.givenName': 'Li' } }, { ...lin, name: { ...lin.name, givenName: 'Li' } }],
  [
    'a path as a name',
    { op: 'add', value: { 'emails[type eq "home"].value': 'a@b.cn' } },
    { ...lin, emails: [work, { ...home, value: 'a@b.cn' }] },
  ],
  [
    'an extension by its URN',
    { op: 'Add', path: `${urns.enterprise}:department`, value: 'HR' },
    { ...lin, [urns.enterprise]: { ...enterprise, department: 'HR' } },
  ],
  [
    'an extension as an object',
    { op: 'add', value: { [urns.enterprise]: { division: 'D' } } },
    { ...lin, [urns.enterprise]: { ...enterprise, division: 'D' } },
  ],
  [
    'an extension as a path',
    { op: 'add', path: urns.enterprise, value: { division: 'D' } },
    { ...lin, [urns.enterprise]: { ...enterprise, division: 'D' } },
  ],
  [
    'the core schema as a path',
    { op: 'replace', path: `${urns.user}:name.familyName`, value: 'Li' },
    { ...lin, name: { ...lin.name, familyName: 'Li' } },
  ],
  [
    'Entra ID: a manager by id alone',
    { op: 'Add', path: `${urns.enterprise}:manager`, value: 'u-2' },
    { ...lin, [urns.enterprise]: { ...enterprise, manager: { value: 'u-2' } } },
  ],
  [
    'Entra ID: a manager in a list',
    { op: 'Add', path: `${urns.enterprise}:manager`, value: [{ $ref: 'Users/u-2', value: 'u-2' }] },
    { ...lin, [urns.enterprise]: { ...enterprise, manager: { value: 'u-2', $ref: 'Users/u-2' } } },
  ],
  [
    'a new manager loses the reference to the old one',
    { op: 'replace', path: `${urns.enterprise}:manager.value`, value: 'u-2' },
    { ...lin, [urns.enterprise]: { ...enterprise, manager: { value: 'u-2' } } },
  ],
  [
    'add to a list',
    { op: 'add', path: 'emails', value: [{ value: 'x@y.cn', type: 'other' }] },
    { ...lin, emails: [work, home, { value: 'x@y.cn', type: 'other' }] },
  ],
  ['add of one value', { op: 'add', path: 'emails', value: { value: 'x@y.cn' } }, { ...lin, emails: [work, home, { value: 'x@y.cn' }] }],
  [
    'add of what is there, with more about it',
    { op: 'add', path: 'emails', value: [{ ...home, display: 'H' }] },
    { ...lin, emails: [work, { ...home, display: 'H' }] },
  ],
  ['add of what is there', { op: 'add', path: 'emails', value: [home] }, lin],
  [
    'a new preferred value',
    { op: 'add', path: 'emails', value: [{ value: 'x@y.cn', primary: true }] },
    { ...lin, emails: [{ ...work, primary: false }, home, { value: 'x@y.cn', primary: true }] },
  ],
  [
    'another preferred value',
    { op: 'replace', path: 'emails[type eq "home"].primary', value: 'True' },
    {
      ...lin,
      emails: [
        { ...work, primary: false },
        { ...home, primary: true },
      ],
    },
  ],
  ['replace of a list', { op: 'replace', path: 'emails', value: [{ value: 'x@y.cn' }] }, { ...lin, emails: [{ value: 'x@y.cn' }] }],
  ['replace by an empty list', { op: 'replace', path: 'emails', value: [] }, unaddressed],
  ['removal of a list', { op: 'remove', path: 'emails' }, unaddressed],
  ['removal of one value of a list', { op: 'remove', path: 'emails', value: [{ value: 'lin@home.cn' }] }, { ...lin, emails: [work] }],
  ['removal of another value', { op: 'remove', path: 'emails', value: [{ value: 'x@y.cn' }] }, lin],
  [
    'a chosen part',
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'x@y.cn' },
    { ...lin, emails: [{ ...work, value: 'x@y.cn' }, home] },
  ],
  [
    'a chosen value keeps what chose it',
    { op: 'replace', path: 'emails[type eq "home"]', value: { value: 'x@y.cn', display: 'X' } },
    { ...lin, emails: [work, { type: 'home', value: 'x@y.cn', display: 'X' }] },
  ],
  ['removal of chosen values', { op: 'remove', path: 'emails[type eq "work" and value co "@work"]' }, { ...lin, emails: [home] }],
  ['removal of a chosen part leaves no empty value', { op: 'remove', path: 'emails[type eq "work"].value' }, { ...lin, emails: [home] }],
  ['removal where nothing is chosen', { op: 'remove', path: 'emails[type eq "other"]' }, lin],
  [
    'Entra ID: add where nothing is chosen',
    { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '1' },
    { ...lin, phoneNumbers: [{ type: 'mobile', value: '1' }] },
  ],
  [
    'Entra ID: replace where nothing of a known kind is chosen',
    { op: 'Replace', path: 'emails[type eq "other"].value', value: 'x@y.cn' },
    { ...lin, emails: [work, home, { type: 'other', value: 'x@y.cn' }] },
  ],
  [
    'Entra ID: a preferred role as a text',
    { op: 'Add', path: 'roles[primary eq "True"].value', value: 'admin' },
    { ...lin, roles: [{ primary: true, value: 'admin' }] },
  ],
  [
    'a part of every value',
    { op: 'replace', path: 'emails.type', value: 'other' },
    {
      ...lin,
      emails: [
        { ...work, type: 'other' },
        { ...home, type: 'other' },
      ],
    },
  ],
  ['a part of a list that is empty', { op: 'add', path: 'ims.value', value: 'x' }, { ...lin, ims: [{ value: 'x' }] }],
]

test.each(cases)('%s', (_name, operation, after) => {
  const before = structuredClone(lin)
  expect(patched(operation)).toEqual(after)
  expect(lin).toEqual(before)
})

const refusals: readonly (readonly [name: string, code: string, operation: object])[] = [
  ['the removal of userName', 'mutability', { op: 'remove', path: 'userName' }],
  ['userName as null', 'mutability', { op: 'replace', path: 'userName', value: null }],
  ['id', 'mutability', { op: 'replace', path: 'id', value: 'u-2' }],
  ['meta', 'mutability', { op: 'replace', path: 'meta.created', value: '2026-01-01T00:00:00Z' }],
  ['groups', 'mutability', { op: 'add', path: 'groups', value: [{ value: 'g-1' }] }],
  ['groups without a path', 'mutability', { op: 'add', value: { groups: [{ value: 'g-1' }] } }],
  ['what the server keeps of a manager', 'mutability', { op: 'replace', path: `${urns.enterprise}:manager.displayName`, value: 'x' }],
  ['replace where nothing is chosen', 'noTarget', { op: 'replace', path: 'emails[value eq "x@y.cn"].type', value: 'work' }],
  [
    'replace of a whole value where none is chosen',
    'noTarget',
    { op: 'replace', path: 'emails[type eq "other"]', value: { value: 'x@y.cn' } },
  ],
  ['replace of a kind that no schema names', 'noTarget', { op: 'replace', path: 'emails[type eq "hobby"].value', value: 'x@y.cn' }],
  [
    'add where nothing is chosen and the filter is no plain one',
    'noTarget',
    { op: 'add', path: 'emails[value co "hobby"].type', value: 'work' },
  ],
  ['an unknown attribute', 'invalidPath', { op: 'add', path: 'favourite', value: 'x' }],
  ['an unknown attribute without a path', 'invalidPath', { op: 'add', value: { favourite: 'x' } }],
  ['an unknown part', 'invalidPath', { op: 'add', path: 'name', value: { nick: 'x' } }],
  ['an unknown part of a value of a list', 'invalidPath', { op: 'add', path: 'emails', value: [{ address: 'x@y.cn' }] }],
  ['a filter on what is no list', 'invalidPath', { op: 'replace', path: 'name[givenName eq "Lin"].familyName', value: 'x' }],
  ['a path three names deep', 'invalidPath', { op: 'replace', path: 'name.givenName.first', value: 'x' }],
  ['a filter that can’t be read', 'invalidFilter', { op: 'replace', path: 'emails[type = "work"].value', value: 'x' }],
  ['a filter on what a value has not', 'invalidFilter', { op: 'remove', path: 'emails[colour eq "red"]' }],
  ['a number for a text', 'invalidValue', { op: 'replace', path: 'title', value: 7 }],
  ['a word for true or false', 'invalidValue', { op: 'replace', path: 'active', value: 'no' }],
  ['an object for a text', 'invalidValue', { op: 'replace', path: 'title', value: { text: 'x' } }],
  ['a text for a complex value without a value', 'invalidValue', { op: 'replace', path: 'name', value: 'Lin' }],
  ['a hundred values more', 'invalidValue', { op: 'add', path: 'ims', value: Array.from({ length: 101 }, (_, index) => `${index}`) }],
  ['a long filter', 'invalidFilter', { op: 'remove', path: `emails[value eq "${'x'.repeat(512)}"]` }],
  ['the removal of an empty list', 'invalidValue', { op: 'remove', path: 'emails', value: [] }],
]

test.each(refusals)('refused: %s (%s)', (_name, code, operation) => {
  expect(codeOf(operation)).toBe(code)
})
