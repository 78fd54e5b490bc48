import { expect, test } from 'vitest'
import { openapiDocuments } from '../../../../src/contract/derive/openapi.ts'
import { contactV3 } from '../../../../src/dialects/feishu/contact-v3.ts'
import { newCompany } from '../../../kit/feishu/company.ts'
import { sharedServer } from '../../../kit/shared-server.ts'

const shared = sharedServer()

const described = openapiDocuments(contactV3)[0]?.document.components.schemas.Refusal as Described | undefined

interface Described {
  readonly properties?: Readonly<Record<string, Described>>
  readonly items?: Described
}

/** Members of a value that its description leaves out. */
function untold(value: unknown, as: Described | undefined, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => untold(each, as?.items, `${path}[]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${path}.${name}`
    return as?.properties?.[name] ? untold(member, as.properties[name], at) : [at]
  })
}

test('the OpenAPI document names every member of a refusal: of a field, of a scope', async () => {
  const whole = await newCompany(shared.server)
  const bare = await newCompany(shared.server, { app: { scopes: [] } })
  const ask = async (path: string, token: string) => {
    const answer = await fetch(`${shared.server.url}/open-apis/contact/v3${path}`, { headers: { authorization: `Bearer ${token}` } })
    return (await answer.json()) as { error: object }
  }
  const field = await ask('/departments/batch?department_id_type=x', await whole.token())
  const scope = await ask('/group/simplelist', await bare.token())
  expect(Object.keys(field.error)).toContain('field_violations')
  expect(Object.keys(scope.error)).toEqual(expect.arrayContaining(['permission_violations', 'helps']))
  expect([...untold(field, described), ...untold(scope, described)]).toEqual([])
})
