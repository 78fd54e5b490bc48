import { Type } from 'typebox'
import type { Position } from '../../../directory/paging.ts'
import { TencentError } from '../tencent-error.ts'

const refusal = 'InvalidParameter.ParamError'

/** What ListUsers and ListGroups take beside their filters. Source: their models, SortField, SortType, Offset. */
export const sortingInput = {
  SortField: Type.Optional(Type.String({ enum: ['CreateTime'], refusal })),
  SortType: Type.Optional(Type.String({ enum: ['Asc', 'Desc'], refusal })),
  Offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, refusal })),
}

interface Asking {
  readonly SortField?: string
  readonly SortType?: string
  readonly Offset?: number
}

/** Oldest first unless asked otherwise; a token wins over an offset. Throws when only one of SortField and SortType is given. */
export function sortingOf(
  input: Asking,
  after: readonly [number, string] | undefined,
): { newestFirst: boolean; offset: number; after?: Position } {
  if ((input.SortField === undefined) !== (input.SortType === undefined)) {
    throw new TencentError(refusal, {
      en: 'SortField and SortType go together: give both (CreateTime with Asc or Desc) or neither.',
      zh: 'SortField 与 SortType 需同时设置（CreateTime 搭配 Asc 或 Desc），或都不设置。',
    })
  }
  return {
    newestFirst: input.SortType === 'Desc',
    offset: after ? 0 : (input.Offset ?? 0),
    ...(after && { after: { at: after[0], id: after[1] } }),
  }
}
