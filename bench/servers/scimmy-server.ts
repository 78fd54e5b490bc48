import type { AddressInfo } from 'node:net'
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'
import { groupOfSource, memberOfSourceGroup, sourceGroups, sourceToken } from '../data/source-data.ts'

/** One group of 1000 on scimmy, wired as its page shows: kept in memory, never written to a disk, as what it hands over. */
type KeptGroup = Pick<SCIMMY.Schemas.Group, 'id' | 'displayName' | 'members'>

const members = Array.from({ length: sourceGroups['of-1000'] }, (_, n) => ({ value: memberOfSourceGroup('of-1000', n) }))
const id = groupOfSource('of-1000')
const groups = new Map<string, KeptGroup>([[id, { id, displayName: 'source group', members }]])

function known(wanted: string | undefined): KeptGroup {
  const group = groups.get(wanted ?? '')
  if (!group) throw new SCIMMY.Types.Error(404, '', `Resource ${wanted} not found`)
  return group
}

SCIMMY.Resources.declare(SCIMMY.Resources.Group)
  .egress((resource) => (resource.id ? known(resource.id) : [...groups.values()]))
  .ingress((resource, data) => {
    const group = { id: known(resource.id).id, displayName: data.displayName, members: data.members }
    groups.set(group.id, group)
    return group
  })

const handler = (request: express.Request): string => {
  if (request.header('Authorization') !== `Bearer ${sourceToken}`) throw new Error('Authorization not detected!')
  return 'source'
}
const app = express()
app.use('/scim/v2', new SCIMMYRouters({ type: 'bearer', docUri: 'https://example.com/help/oauth.html', handler }))
const server = app.listen(0, '127.0.0.1', () => {
  process.stderr.write(`scimmy listens on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
server.keepAliveTimeout = 72_000
process.on('SIGTERM', () => process.exit(0))
