import type { Answer, Route } from '../contract/exchange.ts'
import { notFound, notHttp, plainRefusal } from './plain-answers.ts'

/** Answers whatever the path is; a body is thrown away unread. */
const refusing = (refuse: Route['handle']): Route => ({ method: '*', path: '*', bodyLimit: 0, handle: refuse })

const last = (answer: Answer): Answer => ({ ...answer, headers: { connection: 'close' } })

/** What answers where nothing is mounted. */
export const unknownPath = refusing(async ({ path }) => notFound(path))

/** Node reads RTSP too, whose methods no router knows. */
export const otherProtocol = refusing(async () => notHttp())

/** HTTP/1.1 asks for the header, once, and signatures cover it. Source: RFC 9112, 3.2. */
export const unclearHost = refusing(async ({ headers: { host } }) =>
  last(
    plainRefusal(
      400,
      'UnclearHost',
      `The header Host ${host === undefined ? 'is missing' : `names no host, or several (${host})`}. Send the host and port that you called in it, once.`,
      `${host === undefined ? '缺少 Host 请求头' : `Host 请求头不是一个主机名（${host}）`}，请填写所访问的主机与端口，且只发送一次。`,
    ),
  ),
)

/** A client that waits for more than `100-continue` would wait for ever. */
export const unknownExpectation = refusing(async ({ headers }) =>
  last(
    plainRefusal(
      417,
      'ExpectationFailed',
      `Nobody here knows how to meet the expectation ${headers.expect}. Send the request without the header Expect, or with 100-continue.`,
      `无法满足 Expect 请求头的要求（${headers.expect}），请去掉该请求头，或使用 100-continue。`,
    ),
  ),
)
