import type { TSchema } from 'typebox'
import { expect, test } from 'vitest'
import { adminOperations } from '../../../src/dialects/admin/operations.ts'
import { operations } from '../../../src/operations.ts'

/** Every object schema inside a schema. */
function objectsIn(schema: TSchema): Record<string, unknown>[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = (schema as Record<string, unknown>).type === 'object' ? [schema as Record<string, unknown>] : []
  return [...own, ...Object.values(schema).flatMap((inner) => objectsIn(inner as TSchema))]
}

/** Those of the stand-in too, and those that are put together at the start. */
const everyAdminOperation = operations.filter(({ dialect }) => dialect === 'admin')

test('names, permissions and paths are unique and derived', () => {
  expect(new Set(adminOperations.map(({ name }) => name)).size).toBe(adminOperations.length)
  expect(new Set(adminOperations.map(({ http }) => `${http.method} ${http.path}`)).size).toBe(adminOperations.length)
  for (const { name, permission, http, routePath, dialect, service, version } of adminOperations) {
    expect([dialect, service, version, permission]).toEqual(['admin', 'admin', 'v1', `admin:${name}`])
    expect(http.path).toMatch(/^\/admin\/v1(\/([a-z-]+|\{[a-zA-Z]+\}))+$/)
    expect(routePath.replace(/:(\w+)/g, '{$1}')).toBe(http.path)
  }
})

test('input is params, query and body of what is given, and every object in them is closed', () => {
  for (const { name, input, http } of everyAdminOperation) {
    const { properties } = input as unknown as { properties: Record<string, TSchema & { properties: object }> }
    expect([name, Object.keys(properties).filter((part) => !['params', 'query', 'body'].includes(part))]).toEqual([name, []])
    const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param)
    expect([name, Object.keys(properties.params?.properties ?? {})]).toEqual([name, inPath])
    for (const part of Object.values(properties)) {
      // What is kept word for word, a record of anything, has no members to close.
      const declared = objectsIn(part).filter((schema) => !('patternProperties' in schema))
      expect([name, declared.filter((schema) => schema.additionalProperties !== false)]).toEqual([name, []])
    }
  }
})

test('only writes take a body', () => {
  for (const { kind, http } of adminOperations) expect(kind).toBe(http.method === 'GET' ? 'read' : 'write')
})

/** Source: the preconditions of CreateOrganization and OpenIdentityCenter, DeleteUser, DeleteGroup and the zone's quotas. */
const gated: Record<string, string[]> = {
  CreateAccount: [
    'FailedOperation.AuthInfoEmpty',
    'FailedOperation.AuthNotEnterprise',
    'UnsupportedOperation',
    'UnsupportedOperation.CreateMemberNotAllowCreateOrganization',
    'FailedOperation.IdentityCenterNotAuth',
    'FailedOperation.IdentityCenterNotEnterpriseAuth',
  ],
  PutAccessRule: ['FailedOperation.RoleConfigurationAuthorizationExist', 'FailedOperation.UserProvisioningExists'],
  ChangeAccount: [
    'UnsupportedOperation.MemberNoPayment',
    'FailedOperation.MemberExistDelegatePayerNotAllowDelete',
    'UnsupportedOperation.MemberAccountArrears',
    'UnsupportedOperation.OrderInProgressExisted',
    'UnsupportedOperation.PayerArrearsAndNoCreditAccount',
    'UnsupportedOperation.DeleteDelegatePayerNotAllow',
    'UnsupportedOperation.ExistedAgent',
    'UnsupportedOperation.MemberExistOperateProcessNotAllowDelete',
    'FailedOperation.OrganizationAuthManageNotAllowDelete',
    'UnsupportedOperation.MemberAccountExistResource',
    'FailedOperation.MemberShareResource',
    'FailedOperation.ShareResourceMemberInUse',
    'UnsupportedOperation.CreateMemberNotAllowDelete',
    'FailedOperation.NotSameRegion',
  ],
  ChangeOrganization: [
    'UnsupportedOperation.DeleteAccountDisabled',
    'FailedOperation.OrganizationPermissionIllegal',
    'FailedOperation.ShareUnitNotEmpty',
    'FailedOperation.ShareNodeExisted',
    'FailedOperation.OrganizationPolicyIsNotDisabled',
    'FailedOperation.OrgMemberPolicyExist',
    'FailedOperation.AuthInfoNotSame',
    'LimitExceeded.OrganizationMemberOverLimit',
    'FailedOperation.UserOverUpperLimit',
    'FailedOperation.GroupUserCountOverUpperLimit',
    'LimitExceeded.AddUserToGroupLimitExceeded',
  ],
}

test('facts are documented with the vendor codes that they gate', () => {
  for (const [name, codes] of Object.entries(gated)) {
    const text = JSON.stringify(adminOperations.find((operation) => operation.name === name)?.input)
    for (const code of codes) expect(text).toMatch(new RegExp(`${code.replaceAll('.', '\\.')}(?![.\\w]\\w)`))
  }
})
