import { expect, test } from 'vitest'
import { answered, expectScimRefusal, newSource, newSyncedUser, patchOf, type Source, urns } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const listed = async ({ scim }: Source, query: Record<string, string>) =>
  (await answered(scim('GET', `/Users?${new URLSearchParams(query)}`), 200)).body

test('an attribute that only an extension has is known by its bare name in filters and paths', async () => {
  const source = await newSource(shared.server)
  const id = await newSyncedUser(source, { [urns.enterprise]: { department: 'Sales', costCenter: 'C1' } })
  await newSyncedUser(source, { [urns.enterprise]: { department: 'Support' } })
  const found = await listed(source, { filter: 'Department eq "sales"', attributes: 'id' })
  expect(found.Resources).toEqual([{ schemas: [urns.user, urns.enterprise], id }])
  const { body } = await answered(source.scim('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { department: 'Abroad' } })), 200)
  expect(body[urns.enterprise]).toEqual({ department: 'Abroad', costCenter: 'C1' })
})

test('with the URN of a schema that does not have it, it is no attribute', async () => {
  const source = await newSource(shared.server)
  const id = await newSyncedUser(source)
  const path = `${urns.user}:department`
  await expectScimRefusal(source.scim('PATCH', `/Users/${id}`, patchOf({ op: 'add', path, value: 'x' })), 400, 'invalidPath', path)
  const filter = new URLSearchParams({ filter: `${path} eq "x"` })
  await expectScimRefusal(source.scim('GET', `/Users?${filter}`), 400, 'invalidFilter', path)
})
