import { expect, test } from 'vitest'
import { newSource } from '../../../kit/scim.ts'
import { sharedServer } from '../../../kit/shared-server.ts'
import { authentik } from './authentik.ts'
import { ctyun, keycloak, wso2 } from './connectors.ts'
import type { Conversation } from './conversation.ts'
import { entraCompliant } from './entra-compliant.ts'
import { entraGroups } from './entra-groups.ts'
import { entraUsers } from './entra-users.ts'
import { googleWorkspace } from './google-workspace.ts'
import { jumpcloud } from './jumpcloud.ts'
import { okta, oktaSpecTest, oktaWizard } from './okta.ts'
import { onelogin } from './onelogin.ts'
import { replay } from './replay.ts'

const conversations: readonly Conversation[] = [
  oktaSpecTest,
  okta,
  oktaWizard,
  entraUsers,
  entraGroups,
  entraCompliant,
  googleWorkspace,
  onelogin,
  jumpcloud,
  authentik,
  keycloak,
  wso2,
  ctyun,
]

const shared = sharedServer()

for (const conversation of conversations) {
  test(conversation.name, async () => {
    await replay(await newSource(shared.server), conversation)
  })
}

test('each conversation says where it was read, and every request that was not read says so', () => {
  for (const { name, source, steps } of conversations) {
    expect(source, name).not.toEqual([])
    for (const page of source) expect(page, name).toMatch(/^https:\/\//)
    // A conversation that was only inferred would prove nothing.
    expect(
      steps.some(({ inferred, after }) => !inferred && after),
      name,
    ).toBe(true)
  }
})
