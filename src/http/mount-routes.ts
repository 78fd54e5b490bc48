import { METHODS } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { Route } from '../contract/exchange.ts'
import { notFound } from './plain-answers.ts'
import type { ServeRoute } from './serve-route.ts'

/** All methods that reach a handler: CONNECT never does. */
const methods = METHODS.filter((method) => method !== 'CONNECT')

/** What answers where nothing is mounted; a body is thrown away unread. */
export const unknownPath: Route = {
  method: '*',
  path: '*',
  bodyLimit: 0,
  handle: async (request) => notFound(request.path),
}

/**
 * Gives every route to Fastify's router. From there the exchange is ours: no content type is refused, no body parsed, no reply
 * serialized, so that each dialect sees the bytes and answers in its own words.
 */
export function mountRoutes(app: FastifyInstance, routes: readonly Route[], serve: ServeRoute): void {
  for (const method of methods) if (!app.supportedMethods.includes(method as HTTPMethods)) app.addHttpMethod(method, { hasBody: true })
  for (const route of [...routes, unknownPath]) {
    app.route({
      method: methodsOf(route, routes) as HTTPMethods[],
      url: route.path,
      exposeHeadRoute: false,
      onRequest: (request: FastifyRequest, reply: FastifyReply, _done) => {
        reply.hijack()
        serve(route, request.raw, reply.raw, request.params as Record<string, string>)
      },
      handler: () => {},
    })
  }
}

/** `*` takes what no other route of the same path takes; GET brings HEAD with it, as HTTP asks. */
function methodsOf(route: Route, routes: readonly Route[]): string[] {
  const others = new Set(routes.filter((other) => other !== route && other.path === route.path).map((other) => other.method))
  if (route.method === '*') return methods.filter((method) => !others.has(method) && !(method === 'HEAD' && others.has('GET')))
  if (route.method === 'GET' && !others.has('HEAD')) return ['GET', 'HEAD']
  return [route.method]
}
