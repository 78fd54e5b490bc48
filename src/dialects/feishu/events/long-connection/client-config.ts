/** How a client is to behave, in seconds: for ever come back two minutes after a connection ended, and ping every two minutes. */
export const clientConfig = { ReconnectCount: -1, ReconnectInterval: 120, ReconnectNonce: 30, PingInterval: 120 } as const

/** How many connections an app may have open. */
export const mostConnections = 50
