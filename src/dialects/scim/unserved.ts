import type { Answer, Request, Route } from '../../contract/exchange.ts'
import { methodsByPath } from '../../contract/methods-by-path.ts'
import { refusal } from './answers.ts'
import type { ScimDeps } from './endpoint-deps.ts'
import { type ScimError, scimError } from './scim-error.ts'
import { root } from './scim-operation.ts'

/** What answers below `/scim/v2` where no operation does. */
export function unservedRoutes({ operations, ports }: Pick<ScimDeps, 'operations' | 'ports'>): Route[] {
  const refusing = (path: string, refuse: (request: Request) => ScimError): Route => ({
    method: '*',
    path,
    bodyLimit: 0,
    handle: async (request): Promise<Answer> => refusal({ operation: 'scim:-', requestId: ports.ids.uuid() }, refuse(request)),
  })
  return [
    ...[...methodsByPath(operations)].map(([path, methods]) => refusing(path, (request) => methodNotAllowed(request, methods))),
    ...['/Me', '/Me/*'].map((path) => refusing(root + path, nobodyIsMe)),
    ...['', '/*'].map((path) => refusing(root + path, nothingHere)),
  ]
}

function methodNotAllowed({ method }: Request, methods: readonly string[]): ScimError {
  const allow = methods.join(', ')
  return scimError('methodNotAllowed', `${method} is not served here; ${allow} is.`, `此路径不支持 ${method}，支持 ${allow}。`, { allow })
}

function nobodyIsMe(): ScimError {
  return scimError(
    'notImplemented',
    'A credential belongs to a source and to no user, so there is no /Me. Use /Users.',
    'SCIM 密钥不属于任何用户，不支持 /Me，请使用 /Users。',
  )
}

function nothingHere(): ScimError {
  return scimError(
    'notFound',
    `Specified endpoint does not exist. Users, Groups, Bulk, .search, ServiceProviderConfig, ResourceTypes and Schemas are below ${root}.`,
    `指定的接口不存在，${root} 下有 Users、Groups、Bulk、.search、ServiceProviderConfig、ResourceTypes 与 Schemas。`,
  )
}
