import { Type } from 'typebox'
import type { Tag } from '../../directory/members/member.ts'
import { shown } from './shown.ts'
import { TencentError } from './tencent-error.ts'

interface WireTag {
  TagKey: string
  TagValue: string
}

const most = 10
/** Source: the tag service's limits; a key that begins like one of the vendor's own is reserved. */
const characters = '[\\p{L}\\p{N} +=._:/@()\\[\\],（）【】-]'
const keyForm = `^(?!qcs:|project|qcloud|tencent)${characters}{1,127}$`
const valueForm = `^${characters}{0,255}$`

/** Tags as they are shown. */
export const tagOutput = Type.Object({ TagKey: Type.String(), TagValue: Type.String() })

/** Tags that are given to something new, at most ten. `refusal` is the code for a malformed one. */
export function tagsInput(refusal?: string) {
  const coded = refusal ? { refusal } : {}
  const tag = Type.Object({
    TagKey: Type.String({ pattern: keyForm, ...coded }),
    TagValue: Type.String({ pattern: valueForm, ...coded }),
  })
  return Type.Optional(Type.Array(tag, { maxItems: most, ...coded }))
}

/** Tags by which a list is searched, at most ten. An empty value stands for any. */
export function tagFilterInput(refusal?: string) {
  const coded = refusal ? { refusal } : {}
  return Type.Optional(Type.Array(tagOutput, { maxItems: most, ...coded }))
}

/** The tags that were given; refuses a key that stands twice with `code`. */
export function tagsFrom(tags: readonly WireTag[] | undefined, code: string): Tag[] {
  const seen = new Set<string>()
  for (const { TagKey } of tags ?? []) {
    if (seen.has(TagKey)) {
      throw new TencentError(code, {
        en: `The tag key ${shown(TagKey)} stands twice in \`Tags\`. Give each key once.`,
        zh: `\`Tags\` 中标签键 ${shown(TagKey)} 重复，每个键只能出现一次。`,
      })
    }
    seen.add(TagKey)
  }
  return searchedTags(tags) ?? []
}

/** The tags of a search; undefined when there are none, which finds everything. */
export function searchedTags(tags: readonly WireTag[] | undefined): Tag[] | undefined {
  return tags && tags.length > 0 ? tags.map(({ TagKey, TagValue }) => ({ key: TagKey, value: TagValue })) : undefined
}

export function showTags(tags: readonly Tag[]): WireTag[] {
  return tags.map(({ key, value }) => ({ TagKey: key, TagValue: value }))
}
