import type { LeavingRefusal } from '../../../directory/refusals/leaving.ts'
import type { Wordings } from './wording.ts'

export const leavingWordings: Wordings<LeavingRefusal> = {}
