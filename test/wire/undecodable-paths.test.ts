import { expect, test } from 'vitest'
import { sharedServer } from '../kit/shared-server.ts'

const world = sharedServer()

/** A path whose escapes mean nothing names nothing, and each wire says so as it does below its own root. */
test.for([
  ['GET', '/scim/v2/Users/%zz', '/scim/v2/nothing'],
  ['DELETE', '/scim/v2/Groups/%ff', '/scim/v2/nothing'],
  ['GET', '/open-apis/contact/v3/users/%zz', '/open-apis/nothing'],
  ['DELETE', '/open-apis/contact/v3/departments/a%', '/open-apis/nothing'],
  ['GET', '/admin/v1/accounts/%zz', '/admin/v1/nothing'],
  ['DELETE', '/admin/v1/accounts/1/keys/%e4%bd', '/admin/v1/nothing'],
] as const)('%s %s is answered as %s is', async ([method, path, nothing]) => {
  const { server } = world
  const headers = { authorization: `Bearer ${server.adminToken}` }
  const told = async (asked: string) => {
    const answer = await fetch(server.url + asked, { method, headers })
    return [
      answer.status,
      answer.headers.get('content-type'),
      (await answer.text()).replaceAll(asked, 'PATH').replace(/urn:uuid:[^"]+/, 'ID'),
    ]
  }
  const answer = await told(path)
  expect(answer).toEqual(await told(nothing))
  expect(answer).toMatchObject([404, expect.stringMatching(/scim\+json|problem\+json|^text\/plain/), expect.any(String)])
})
