import type { MailBindingRefusal } from '../../../directory/refusals/mail-bindings.ts'
import type { Wordings } from './wording.ts'

export const mailBindingWordings: Wordings<MailBindingRefusal> = {}
