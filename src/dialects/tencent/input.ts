import type { Request } from '../../contract/exchange.ts'
import { shown } from '../../contract/shown.ts'
import type { Action } from './action.ts'
import { commonError } from './common-errors.ts'
import { type Asked, mediaType } from './requests/common-parameters.ts'
import { unflatten } from './requests/flattened.ts'
import { readBody } from './requests/json-body.ts'
import { shapeOf } from './requests/shape.ts'

/** The action's typed input, from wherever the request carries its parameters. */
export function readInput(request: Request, asked: Asked, action: Action): unknown {
  if (asked.parameters) return action.validate(unflatten(asked.parameters, shapeOf(action.input)))
  const type = mediaType(request)
  if (type !== 'application/json') {
    if (type === 'multipart/form-data') throw commonError('InvalidRequest')
    throw commonError('InvalidParameter', {
      en: `A POST signed with TC3-HMAC-SHA256 carries application/json, not ${shown(type)}.`,
      zh: `使用 TC3-HMAC-SHA256 签名的 POST 请求正文应为 application/json，而不是 ${shown(type)}。`,
    })
  }
  return action.validate(readBody(request.body))
}
