import { once } from 'node:events'
import { createServer } from 'node:net'

/** Whether this machine can listen on an address: IPv6 is not everywhere, and not every system has all of 127/8 for itself. */
export async function hasAddress(host: string): Promise<boolean> {
  const probe = createServer()
  try {
    await once(probe.listen(0, host), 'listening')
    return true
  } catch {
    return false
  } finally {
    probe.close()
  }
}
