import { type IncomingMessage, METHODS, type ServerResponse } from 'node:http'
import findMyWay, { type HTTPMethod } from 'find-my-way'
import type { Route } from '../contract/exchange.ts'
import { notFound } from './plain-answers.ts'
import type { ServeRoute } from './serve-route.ts'

/** All methods that reach a handler: CONNECT never does. */
const methods = METHODS.filter((method) => method !== 'CONNECT')

/** What answers where nothing is mounted; a body is thrown away unread. */
const unknownPath: Route = {
  method: '*',
  path: '*',
  bodyLimit: 0,
  handle: async (request) => notFound(request.path),
}

/** Queries are the dialects' to read, from the bytes that were signed. */
const nothingParsed = Object.freeze({})

/** Leads each exchange to its route by path and method; what no route takes, and what is no path at all, is unknown. */
export function mountRoutes(
  routes: readonly Route[],
  maxParamLength: number,
  serve: ServeRoute,
): (req: IncomingMessage, res: ServerResponse) => void {
  const unknown = (req: IncomingMessage, res: ServerResponse) => serve(unknownPath, req, res, {})
  const router = findMyWay({
    defaultRoute: unknown,
    onBadUrl: (_path, req, res) => unknown(req as IncomingMessage, res as ServerResponse),
    querystringParser: () => nothingParsed,
    maxParamLength,
  })
  for (const route of routes) {
    router.on(methodsOf(route, routes) as HTTPMethod[], route.path, (req, res, params) => {
      serve(route, req as IncomingMessage, res as ServerResponse, params as Record<string, string>)
    })
  }
  return (req, res) => router.lookup(req, res)
}

/** `*` takes what no other route of the same path takes; GET brings HEAD with it, as HTTP asks. */
function methodsOf(route: Route, routes: readonly Route[]): string[] {
  const others = new Set(routes.filter((other) => other !== route && other.path === route.path).map((other) => other.method))
  if (route.method === '*') return methods.filter((method) => !others.has(method) && !(method === 'HEAD' && others.has('GET')))
  if (route.method === 'GET' && !others.has('HEAD')) return ['GET', 'HEAD']
  return [route.method]
}
