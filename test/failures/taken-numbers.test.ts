import { expect, test } from 'vitest'
import { createAccount } from '../../src/directory/accounts/create-account.ts'
import { accountsStream, organizationStream } from '../../src/directory/events.ts'
import { createNode } from '../../src/directory/nodes/create-node.ts'
import { createOrganization } from '../../src/directory/organizations/create-organization.ts'
import { organizationNow } from '../../src/directory/organizations/find-organization.ts'
import type { Ports } from '../../src/directory/ports.ts'
import { systemPorts } from '../../src/directory/system-ports.ts'
import type { Store } from '../../src/storage/store.ts'
import { onEveryEngine } from '../kit/engines.ts'
import { callerOn } from '../properties/real-directory.ts'
import { newRealTree } from '../properties/tree-directory.ts'
import { openTestStore } from '../storage/open-test-store.ts'

/** Ports that draw these numbers of seven digits first, then random ones. */
function drawing(...drawn: number[]): Ports {
  const { ids } = systemPorts
  const number = (digits: number) => (digits === 7 && drawn.shift()) || ids.number(digits)
  return {
    ...systemPorts,
    ids: {
      text: (length) => ids.text(length),
      secret: (length) => ids.secret(length),
      hex: (length) => ids.hex(length),
      uuid: () => ids.uuid(),
      number,
    },
  }
}

function addNode(store: Store, ports: Ports, organization: number, parent: number) {
  const wanted = { parent, name: crypto.randomUUID() }
  return callerOn(store).write(organizationStream(organization), (tx) => createNode(tx, ports, organization, wanted))
}

onEveryEngine('numbers of departments that are taken', (engine) => {
  test('another is drawn, whoever has it; a new root likewise', async () => {
    const { store } = await openTestStore(engine)
    const [mine, other] = [await newRealTree(store, 0), await newRealTree(store, 0)]
    const made = await addNode(store, drawing(mine.root, other.root, 7_654_321), mine.organization, mine.root)
    expect(made.id).toBe(7_654_321)

    const ports = drawing(made.id, other.root, 7_654_322)
    const organization = await callerOn(store).write(accountsStream, async (tx) =>
      createOrganization(tx, ports, await createAccount(tx, ports, { name: 'manager', verification: 'enterprise' })),
    )
    expect((await organizationNow(store.reader, organization)).rootNode).toBe(7_654_322)
  })

  test('when none is free after twenty draws, nothing is made', async () => {
    const { store } = await openTestStore(engine)
    const { organization, root } = await newRealTree(store, 0)
    const drawn = Array.from({ length: 20 }, () => root)
    await expect(addNode(store, drawing(...drawn), organization, root)).rejects.toThrow('no free node number')
    const made = await addNode(store, drawing(...drawn.slice(1), 7_654_323), organization, root)
    expect(made.id).toBe(7_654_323)
  })
})
