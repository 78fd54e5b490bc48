import type { ErrorTable } from '../../../declaration.ts'
import { newerErrors, writingErrors } from './shared-errors.ts'

/** contact-v3, user/create. */
export const createErrors: ErrorTable = {
  ...writingErrors,
  ...newerErrors,
  40003: [400, 'internal error'],
  40021: [400, 'no a same request error'],
  41007: [400, 'exceed uncertain tenant seat limit error'],
  41008: [400, 'exceed bill seat limit error'],
  41012: [400, 'user id invalid error'],
  41013: [400, 'exceed user id update limit error'],
  41015: [400, 'idp type invalid error'],
  41027: [504, 'create account failed error'],
  41052: [400, 'user resign acceptor is invalid error'],
  41053: [409, 'user has already exist error'],
  41054: [400, 'need send email but not set mail'],
  41055: [400, 'need send sms but not set mobile'],
  44004: [400, 'this user has been joined too many tenants recently'],
  44009: [400, 'this tenant has been create too many users recently'],
  44012: [400, 'Adding user has been intercepted. Contact Feishu Customer Service'],
  44021: [400, 'leader is resigned'],
  44022: [400, 'leaderID is Invalid'],
  44023: [400, 'exceed feature contact seat limit'],
  44039: [400, 'not set geo name auth'],
  44040: [400, 'tenant not open mg not set geo name'],
  44054: [400, 'create user success and create city fail'],
  44055: [400, 'create user success and create job title fail'],
  44056: [400, 'create user success and create city and job title fail'],
  44060: [400, 'mg asset exceed time'],
  44061: [400, 'mg asset exceed quota'],
}
