import type { ErrorTable } from '../../../declaration.ts'
import { changeErrors, newerErrors, writingErrors } from './shared-errors.ts'

/** contact-v3, user/patch. */
export const patchErrors: ErrorTable = {
  ...writingErrors,
  ...newerErrors,
  ...changeErrors,
  41056: [403, 'no field authority error'],
  41057: [400, 'invalid employee type error'],
  42008: [400, 'tenant id is invalid error'],
  44003: [400, 'avatarkey and description cannot be empty when update resigned user'],
  44011: [400, 'exited user not allow to update'],
  44041: [400, 'anonymize user info is not allowed to update'],
  44049: [400, 'license subscription update fail'],
  44052: [400, 'Unable to edit members because your current plan has expired'],
  44053: [400, 'Unable to edit data from external data sources'],
  44057: [400, 'update user success and create city fail'],
  44058: [400, 'update user success and create job title fail'],
  44059: [400, 'update user success and create city and job title fail'],
}
