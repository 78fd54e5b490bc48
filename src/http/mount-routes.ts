import { type IncomingMessage, METHODS, type ServerResponse } from 'node:http'
import findMyWay, { type HTTPMethod } from 'find-my-way'
import type { Route } from '../contract/exchange.ts'
import { namesHost } from './read-request.ts'
import { otherProtocol, unclearHost, unknownPath } from './refused-routes.ts'
import type { ServeRoute } from './serve-route.ts'

/** What answers for a path whose escapes mean nothing: what takes all paths that begin as it does, and knows how its wire says that nothing is there. */
function undecodable(routes: readonly Route[]): (path: string) => Route {
  const catching = routes.filter(({ method, path }) => method === '*' && path.endsWith('/*'))
  const nearest = catching.sort((one, other) => other.path.length - one.path.length)
  return (path) => nearest.find((route) => path.startsWith(route.path.slice(0, -1))) ?? unknownPath
}

/** Queries are the dialects' to read, from the bytes that were signed. */
const nothingParsed = Object.freeze({})

/**
 * Leads each exchange to its route by path and method; what no route takes, and what is no path at all, is unknown. Each method has a router of its
 * own, made when it is first asked for: most are never, and a start must not wait for them.
 */
export function mountRoutes(
  routes: readonly Route[],
  maxParamLength: number,
  serve: ServeRoute,
): (req: IncomingMessage, res: ServerResponse) => void {
  const unknown = (req: IncomingMessage, res: ServerResponse) => serve(unknownPath, req, res, {})
  const undecoded = undecodable(routes)
  const taken = methodsByPath(routes)

  function routerOf(method: string) {
    const router = findMyWay({
      defaultRoute: unknown,
      onBadUrl: (path, req, res) => serve(undecoded(path), req as IncomingMessage, res as ServerResponse, {}),
      querystringParser: () => nothingParsed,
      maxParamLength,
    })
    for (const route of routes.filter((each) => takes(each, method, taken.get(each.path) as ReadonlySet<string>))) {
      router.on(method as HTTPMethod, route.path, (req, res, params) => {
        serve(route, req as IncomingMessage, res as ServerResponse, params as Record<string, string>)
      })
    }
    return router
  }

  const routers = new Map<string, ReturnType<typeof routerOf>>()
  return (req, res) => {
    const { method = '' } = req
    const known = routers.get(method)
    if (!known && !METHODS.includes(method)) {
      serve(otherProtocol, req, res, {})
      return
    }
    if (!namesHost(req)) {
      serve(unclearHost, req, res, {})
      return
    }
    const router = known ?? routerOf(method)
    if (!known) routers.set(method, router)
    router.lookup(req, res)
  }
}

/** The methods that routes of each path name; two routes of one method and path are a fault of ours. */
function methodsByPath(routes: readonly Route[]): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>()
  for (const { method, path } of routes) {
    const methods = taken.get(path) ?? new Set()
    if (methods.has(method)) throw new Error(`two routes take ${method} ${path}`)
    taken.set(path, methods.add(method))
  }
  return taken
}

/** `*` takes what no other route of the same path takes; GET brings HEAD with it, as HTTP asks. */
function takes(route: Route, method: string, others: ReadonlySet<string>): boolean {
  if (route.method === method) return true
  if (method === 'HEAD' && route.method === 'GET') return !others.has('HEAD')
  return route.method === '*' && !others.has(method) && !(method === 'HEAD' && others.has('GET'))
}
