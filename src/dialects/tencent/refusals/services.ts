import type { ServiceRefusal } from '../../../directory/refusals/services.ts'
import type { Wordings } from './wording.ts'

export const serviceWordings: Wordings<ServiceRefusal> = {}
