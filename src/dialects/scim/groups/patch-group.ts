import { changeSyncedGroup } from '../../../directory/synchronization/change-synced-group.ts'
import { preconditionOf } from '../entity-tag.ts'
import { groupPatch } from '../patch/group-patch.ts'
import { parsePatch } from '../patch/parse-patch.ts'
import { asksProjection, projectionIn } from '../projection/projection.ts'
import { emptyReply } from '../reply.ts'
import { patchBody, resourceDocument, shownQuery } from '../schemas/documents.ts'
import { groupType } from '../schemas/resource-type.ts'
import { scimOperation } from '../scim-operation.ts'
import { changeOneMember, onlyMember } from './change-one-member.ts'
import { groupReply } from './group-reply.ts'
import { groupLocation } from './group-resource.ts'

export const patchGroup = scimOperation({
  name: 'PatchGroup',
  area: 'groups',
  summary: {
    en: 'Add and remove members by deltas, or change the name, all as asked or nothing',
    zh: '增量添加、移除成员或修改名称，全部成功或全部不变',
  },
  source: 'RFC 7644 §3.5.2',
  kind: 'write',
  method: 'PATCH',
  route: '/Groups/:id',
  status: 204,
  query: shownQuery,
  body: patchBody({ op: 'remove', path: 'members[value eq "u-…"]' }),
  output: resourceDocument(groupType, 'shown'),
  errors: [
    'invalidFilter',
    'invalidPath',
    'invalidSyntax',
    'invalidValue',
    'mutability',
    'noTarget',
    'notFound',
    'uniqueness',
    'conflict',
    'preconditionFailed',
  ],
  async handle(call, { id, body, query, ...conditions }) {
    const { session, zone, base } = call
    const change = groupPatch(id, parsePatch(body))
    const shown = asksProjection(query) ? projectionIn(groupType, query) : undefined
    const precondition = preconditionOf(conditions)
    const alone = shown || precondition ? undefined : onlyMember(change)
    if (alone) return changeOneMember(call, id, alone)
    return session.write(zone.id, async (tx) => {
      const group = await changeSyncedGroup(tx, zone.id, id, change, precondition)
      if (shown) return groupReply(tx, { status: 200, zone, group, projection: shown, withMembers: shown.asksFor('members'), base })
      return emptyReply({ location: groupLocation(base, id), version: group.version })
    })
  },
})
