import { describe, expect, test } from 'vitest'
import { answered, expectUnchanged, newSource, newSyncedUser, patchOf, type Source, urns } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

// A removal with a value takes out what the value names, and nothing beside it. The standard says so of no `value` (RFC 7644 §3.5.2.2): what it means
// is our choice, in docs/scim.md. Letter case: RFC 7643 §2.2 and §7; what is not said to be preferred is not: §2.4.

const shared = sharedServer()

const work = { value: 'lin@work.cn', type: 'work', primary: true }
const home = { value: 'lin@home.cn', type: 'home', display: 'H' }
const enterprise = { department: 'R&D', division: 'D', manager: { value: 'u-1', $ref: 'Users/u-1' } }
const start = {
  userName: 'lin',
  name: { givenName: 'Lin', familyName: 'Wang', middleName: 'X' },
  externalId: 'E-1',
  title: 'Engineer',
  emails: [work, home],
  photos: [{ value: 'https://lin.cn/a', type: 'photo' }],
  [urns.enterprise]: enterprise,
}

const { middleName: _, ...twoNames } = start.name
const { department: __, ...elsewhere } = enterprise
const { manager: ___, ...unmanaged } = enterprise

const removals: readonly (readonly [name: string, operation: object, after: object])[] = [
  ['one part of an extension', { path: urns.enterprise, value: { department: 'R&D' } }, { [urns.enterprise]: elsewhere }],
  ['one part of an extension that is something else', { path: urns.enterprise, value: { department: 'HR' } }, {}],
  ['one part of an extension that is not there', { path: urns.enterprise, value: { costCenter: '7' } }, {}],
  ['null in an extension', { path: urns.enterprise, value: { manager: null } }, { [urns.enterprise]: unmanaged }],
  ['a manager by id in an extension', { path: urns.enterprise, value: { manager: 'u-1' } }, { [urns.enterprise]: unmanaged }],
  ['another manager in an extension', { path: urns.enterprise, value: { manager: { value: 'u-2' } } }, {}],
  ['a part of the name', { path: 'name', value: { MIDDLEname: 'x' } }, { name: twoNames }],
  [
    'parts of the name, of which one is something else',
    { path: 'name', value: [{ middleName: 'X', givenName: 'Li' }] },
    { name: twoNames },
  ],
  ['a part of the name, whatever it is', { path: 'name', value: { middleName: null } }, { name: twoNames }],
  [
    'a manager, with the reference to him',
    { path: `${urns.enterprise}:manager`, value: { value: 'u-1' } },
    { [urns.enterprise]: unmanaged },
  ],
  ['another manager', { path: `${urns.enterprise}:manager`, value: { value: 'u-2' } }, {}],
  ['a manager by a bare id', { path: `${urns.enterprise}:manager`, value: 'u-1' }, { [urns.enterprise]: unmanaged }],
  ['another manager by a bare id', { path: `${urns.enterprise}:manager`, value: 'u-2' }, {}],
  ['another manager by a bare id in a list', { path: `${urns.enterprise}:manager`, value: ['u-2'] }, {}],
  ['a manager in another letter case, which counts', { path: `${urns.enterprise}:manager`, value: 'U-1' }, {}],
  ['a manager by the part that is his id', { path: `${urns.enterprise}:manager.value`, value: 'u-1' }, { [urns.enterprise]: unmanaged }],
  ['another manager by the part that is his id', { path: `${urns.enterprise}:manager.value`, value: 'u-2' }, {}],
  ['another reference to a manager', { path: `${urns.enterprise}:manager.$ref`, value: 'Users/u-2' }, {}],
  ['an address by its value', { path: 'emails.value', value: 'LIN@work.cn' }, { emails: [home] }],
  ['an address that nobody has', { path: 'emails.value', value: 'old@x.cn' }, {}],
  ['a part where it is that', { path: 'emails.display', value: 'h' }, { emails: [work, { value: 'lin@home.cn', type: 'home' }] }],
  ['a chosen part that is that', { path: 'emails[type eq "work"].value', value: [{ value: 'lin@work.cn' }] }, { emails: [home] }],
  ['a chosen part that is something else', { path: 'emails[type eq "work"].value', value: 'lin@home.cn' }, {}],
  ['a value in another letter case', { path: 'emails', value: [{ value: 'LIN@home.cn' }] }, { emails: [work] }],
  ['a value with its kind', { path: 'emails', value: { value: 'lin@home.cn', type: 'Home', primary: false } }, { emails: [work] }],
  ['a value with what it is not known by', { path: 'emails', value: [{ value: 'lin@home.cn', display: 'X' }] }, { emails: [work] }],
  ['a value of another kind', { path: 'emails', value: [{ value: 'lin@home.cn', type: 'other' }] }, {}],
  ['what says no value and is not preferred', { path: 'emails', value: [{ display: 'h', primary: false }] }, { emails: [work] }],
  ['a value of which letter case counts', { path: 'photos', value: [{ value: 'https://lin.cn/A' }] }, {}],
  ['what is not the preferred one', { path: 'emails[primary eq false]' }, { emails: [work] }],
  ['chosen values, with null', { path: 'emails[type eq "work"]', value: null }, { emails: [home] }],
  ['the whole name, without a value', { path: 'name' }, { name: undefined }],
  ['a simple attribute', { path: 'title', value: 'Engineer' }, { title: undefined }],
  ['a simple attribute in another letter case, wrapped', { path: 'title', value: [{ value: 'ENGINEER' }] }, { title: undefined }],
  ['a simple attribute that is something else', { path: 'title', value: 'Manager' }, {}],
  ['a simple attribute that is not there', { path: 'nickName', value: 'Lin' }, {}],
  ['a simple attribute, whatever it is', { path: 'title', value: null }, { title: undefined }],
  ['an id at the source in another letter case, which counts', { path: 'externalId', value: 'e-1' }, {}],
  ['a simple attribute of an extension that is something else', { path: `${urns.enterprise}:department`, value: 'HR' }, {}],
  ['a part of the name that is something else', { path: 'name.familyName', value: 'Li' }, {}],
  ['a part of the name by its path', { path: 'name.middleName', value: 'x' }, { name: twoNames }],
  ['a status that is another', { path: 'active', value: 'False' }, {}],
]

test.each(removals)('%s', async (_, operation, after) => {
  const { source, user } = await ofLin()
  const { meta, ...before } = (await answered(source.scim('GET', `/Users/${user}`), 200)).body
  const { body } = await answered(source.scim('PATCH', `/Users/${user}`, patchOf({ op: 'remove', ...operation })), 200)
  expect({ ...body, meta }).toEqual({ ...before, ...after, meta })
})

describe('refused, with everything as it was', () => {
  const refusals: readonly (readonly [name: string, scimType: string, operation: object, words: string | RegExp])[] = [
    ['a filter and an object', 'invalidPath', { path: 'emails[type eq "work"]', value: [{ value: 'old@x.cn' }] }, 'emails'],
    ['a filter and a text', 'invalidPath', { path: 'emails[type eq "work"]', value: 'lin@work.cn' }, 'emails'],
    ['several texts for a part', 'invalidValue', { path: 'emails.value', value: ['lin@work.cn', 'lin@home.cn'] }, 'emails.value'],
    ['an object for a part', 'invalidValue', { path: 'emails[type eq "work"].value', value: { type: 'work' } }, 'emails.value'],
    ['a wrapped null for a part', 'invalidValue', { path: 'emails.value', value: { value: null } }, 'emails.value'],
    ['an empty object for a name', 'invalidValue', { path: 'name', value: {} }, 'name'],
    ['an empty object for an extension', 'invalidValue', { path: urns.enterprise, value: {} }, urns.enterprise],
    ['an empty object in an extension', 'invalidValue', { path: urns.enterprise, value: { manager: {} } }, 'manager'],
    ['an empty list for a name', 'invalidValue', { path: 'name', value: [] }, 'name'],
    ['null in a list for a name', 'invalidValue', { path: 'name', value: [null] }, 'name'],
    ['a text for a name', 'invalidValue', { path: 'name', value: 'Lin' }, 'name'],
    ['a text for an extension', 'invalidValue', { path: urns.enterprise, value: 'R&D' }, urns.enterprise],
    ['a number for a part', 'invalidValue', { path: 'name', value: { middleName: 7 } }, 'middleName'],
    ['a part that no name has', 'invalidPath', { path: 'name', value: { middleName: 'X', nick: 'L' } }, 'nick'],
    ['an attribute that the extension has not', 'invalidPath', { path: urns.enterprise, value: { title: 'x' } }, 'title'],
    ['what the server keeps', 'mutability', { path: urns.enterprise, value: { manager: { displayName: 'x' } } }, 'manager.displayName'],
    ['an empty text for a simple attribute', 'invalidValue', { path: 'title', value: '' }, 'title'],
    ['an empty text for a manager', 'invalidValue', { path: `${urns.enterprise}:manager`, value: '' }, 'manager'],
    ['an empty text for a part', 'invalidValue', { path: 'name.middleName', value: '' }, 'middleName'],
    ['null in a list for a simple attribute', 'invalidValue', { path: 'title', value: [null] }, 'title'],
    ['an object for a simple attribute', 'invalidValue', { path: 'title', value: { name: 'Engineer' } }, 'title'],
    ['what must be there, though it is another', 'mutability', { path: 'userName', value: 'wang' }, 'userName'],
    ['the status that is so', 'mutability', { path: 'active', value: true }, 'active'],
    ['a part twice', 'invalidSyntax', { path: 'name', value: { middleName: 'X', MiddleName: 'X' } }, /middlename/i],
  ]
  test.each(refusals)('%s: %s', async (_, scimType, operation, words) => {
    const { source, user } = await ofLin()
    const body = patchOf({ op: 'replace', path: 'displayName', value: 'changed' }, { op: 'remove', ...operation })
    await expectUnchanged(shared.server, source, () => source.scim('PATCH', `/Users/${user}`, body), 400, scimType, words)
  })
})

async function ofLin(): Promise<{ source: Source; user: string }> {
  const source = await newSource(shared.server)
  return { source, user: await newSyncedUser(source, start) }
}
