/** The oldest Node.js that Rollcall runs on. */
export const oldestNode = 24

/** Whether it runs on a Node.js of this version: `24.1.0`. */
export const runsOn = (version: string): boolean => Number.parseInt(version, 10) >= oldestNode
