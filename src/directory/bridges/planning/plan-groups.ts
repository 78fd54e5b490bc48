import { fitsSyncedGroup } from '../../groups/group-names.ts'
import type { Refusal } from '../../refusals.ts'
import { folded } from '../../users/user.ts'
import { failing, holding, type Item, keyOf } from './plan.ts'
import type { Actual, GroupHolder, LinkedGroup, Wanted, WantedGroup } from './sides.ts'

/** What is to become of groups. What was chosen and is gone is never taken for a wish that its group should go: that is held. */
export function planGroups(wanted: Wanted, actual: Actual): Item[] {
  const claimed = new Set<string>()
  const renamed = new Set<string>()
  for (const group of wanted.groups) {
    const linked = actual.groups.get(keyOf(group))
    if (linked && folded(linked.name) !== folded(group.groupName)) renamed.add(linked.id)
  }
  const items = wanted.groups.flatMap((group): Item[] => {
    const item = wantedItem(group, actual, renamed)
    const key = folded(group.groupName)
    const free = !claimed.has(key)
    claimed.add(key)
    if (!item) return []
    return [free || item.state !== 'ready' || !item.after?.name ? item : failing(item, { fact: 'group_name_taken', name: group.groupName })]
  })
  return [...items, ...unwanted(wanted, actual)]
}

function wantedItem(group: WantedGroup, actual: Actual, renamed: ReadonlySet<string>): Item | undefined {
  const { kind, id, name, groupName } = group
  const source = { kind, id, name }
  const linked = actual.groups.get(keyOf(group))
  const found = actual.groupsNamed.get(folded(groupName))
  const holder = found && !renamed.has(found.id) && found.id !== linked?.id ? found : undefined
  if (linked) {
    const differs = { name: linked.name !== groupName, externalId: linked.externalId !== id }
    if (!differs.name && !differs.externalId) return undefined
    const before = { ...(differs.name && { name: linked.name }), ...(differs.externalId && { externalId: linked.externalId }) }
    const after = { ...(differs.name && { name: groupName }), ...(differs.externalId && { externalId: id }) }
    const item: Item = { kind: 'change_group', source, target: linked.id, before, after, state: 'ready' }
    const refusal = differs.name ? unfit(groupName, holder) : undefined
    return refusal ? failing(item, refusal) : item
  }
  const after = { name: groupName, externalId: id }
  const orphan = actual.orphans.get(keyOf(group))
  if (orphan && holder?.id === orphan.id) {
    return { kind: 'link_group', source, target: orphan.id, before: { name: orphan.name, externalId: id }, after, state: 'ready' }
  }
  const item: Item = { kind: 'create_group', source, target: null, after, state: 'ready' }
  const refusal = unfit(groupName, holder)
  return refusal ? failing(item, refusal) : item
}

function unfit(name: string, holder: GroupHolder | undefined): Refusal | undefined {
  if (!fitsSyncedGroup(name)) return { fact: 'bridge_group_name_unfit', name }
  return holder && { fact: 'group_name_taken', name }
}

/** Groups of what is not chosen any more, and of what is gone. */
function unwanted({ groups, gone }: Wanted, actual: Actual): Item[] {
  const chosen = new Set(groups.map(keyOf))
  const lost = new Set(gone.map(keyOf))
  return [...actual.groups.values()].flatMap((linked): Item[] => {
    const key = keyOf({ kind: linked.kind, id: linked.source })
    if (chosen.has(key)) return []
    const item = deleting(linked)
    return [lost.has(key) ? holding(item, { fact: 'bridge_source_gone', kind: linked.kind, source: linked.source }) : item]
  })
}

function deleting({ kind, source, id, name, externalId }: LinkedGroup): Item {
  return { kind: 'delete_group', source: { kind, id: source, name }, target: id, before: { name, externalId }, state: 'ready' }
}
