import { Type } from 'typebox'
import { shown } from '../../contract/shown.ts'
import type { Tag } from '../../directory/members/member.ts'
import { TencentError } from './tencent-error.ts'

export interface WireTag {
  TagKey: string
  TagValue: string
}

const most = 10
const refusal = 'InvalidParameter.TagError'
/** Source: the tag service's limits; a key that begins like one of the vendor's own is reserved. */
const characters = '[\\p{L}\\p{N} +=._:/@()\\[\\],（）【】-]'
const keyForm = `^(?!qcs:|project|qcloud|tencent)${characters}{1,127}$`
const valueForm = `^${characters}{0,255}$`

/** Tags as they are shown. */
export const tagOutput = Type.Object({ TagKey: Type.String(), TagValue: Type.String() })

const givenTag = Type.Object({
  TagKey: Type.String({ pattern: keyForm, refusal }),
  TagValue: Type.String({ pattern: valueForm, refusal }),
})

/** Tags that are given to something new, at most ten. */
export const tagsInput = Type.Optional(Type.Array(givenTag, { maxItems: most, refusal }))

/** The SDK's type has a value in every tag; a search may leave it out. Source: example of Tags in DescribeOrganizationMembers, `[{"TagKey":"key"}]`. */
const searchedTag = Type.Unsafe<WireTag>(Type.Object({ TagKey: Type.String(), TagValue: Type.Optional(Type.String()) }))

/** Tags by which a list is searched, at most ten. A value that is empty or left out stands for any. */
export const tagFilterInput = Type.Optional(Type.Array(searchedTag, { maxItems: most, refusal: 'InvalidParameter' }))

/** The tags that were given; refuses a key that stands twice. */
export function tagsFrom(tags: readonly WireTag[] | undefined): Tag[] {
  const seen = new Set<string>()
  for (const { TagKey } of tags ?? []) {
    if (seen.has(TagKey)) {
      throw new TencentError(refusal, {
        en: `The tag key ${shown(TagKey)} stands twice in \`Tags\`. Give each key once.`,
        zh: `\`Tags\` 中标签键 ${shown(TagKey)} 重复，每个键只能出现一次。`,
      })
    }
    seen.add(TagKey)
  }
  return searchedTags(tags) ?? []
}

/** The tags of a search; undefined when there are none, which finds everything. */
export function searchedTags(tags: readonly (Pick<WireTag, 'TagKey'> & Partial<WireTag>)[] | undefined): Tag[] | undefined {
  return tags && tags.length > 0 ? tags.map(({ TagKey, TagValue = '' }) => ({ key: TagKey, value: TagValue })) : undefined
}

export function showTags(tags: readonly Tag[]): WireTag[] {
  return tags.map(({ key, value }) => ({ TagKey: key, TagValue: value }))
}
