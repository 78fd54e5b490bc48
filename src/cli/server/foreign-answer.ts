import { UsageError } from '../usage-error.ts'

/** For an answer that no Rollcall gives: the port is another program's. */
export function notRollcall(url: string, status: number): UsageError {
  return new UsageError(`what answers at ${url} is not Rollcall (status ${status}): set ROLLCALL_PORT or --port`)
}
