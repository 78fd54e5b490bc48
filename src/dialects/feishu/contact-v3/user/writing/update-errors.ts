import type { ErrorTable } from '../../../declaration.ts'
import { changeErrors, writingErrors } from './shared-errors.ts'

/** contact-v3, user/update. */
export const updateErrors: ErrorTable = {
  ...writingErrors,
  ...changeErrors,
  40016: [400, 'dept name can not be nul error'],
  41013: [400, 'exceed user id update limit error'],
  41015: [400, 'idp type invalid error error'],
  41070: [400, 'name length exceed 64 character'],
  41071: [400, 'en_name length exceed 64 character'],
  41072: [400, 'nickname length exceed 64 character'],
  44006: [400, 'name length exceed 64 character'],
  44007: [400, 'en_name length exceed 64 character'],
  44008: [400, 'nickname length exceed 64 character'],
  44011: [400, 'existed user not allow to update'],
  44038: [400, 'this user can not been update by security issues'],
}
