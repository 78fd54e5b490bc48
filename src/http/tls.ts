import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { StartError } from '../contract/start-error.ts'

/** Certificate chain and private key, as PEM. */
export interface TlsPair {
  readonly cert: Buffer
  readonly key: Buffer
}

/** Reads the two files of HTTPS and tries them on; refuses with one line that names the file and the way out. */
export function readTls(files: { readonly certFile: string; readonly keyFile: string }): TlsPair {
  const pair = { cert: read(files.certFile, 'ROLLCALL_TLS_CERT'), key: read(files.keyFile, 'ROLLCALL_TLS_KEY') }
  use({ cert: pair.cert }, `${files.certFile} (ROLLCALL_TLS_CERT) holds no certificate in PEM form`)
  use({ key: pair.key }, `${files.keyFile} (ROLLCALL_TLS_KEY) holds no private key in PEM form without a passphrase`)
  use(pair, `The key in ${files.keyFile} (ROLLCALL_TLS_KEY) does not belong to the certificate in ${files.certFile} (ROLLCALL_TLS_CERT)`)
  return pair
}

function read(file: string, setting: string): Buffer {
  try {
    return readFileSync(file)
  } catch (fault) {
    throw new StartError(`Cannot read ${file}, which ${setting} names: ${(fault as NodeJS.ErrnoException).code ?? fault}.`, fault)
  }
}

function use(part: { cert?: Buffer; key?: Buffer }, otherwise: string): void {
  try {
    createSecureContext(part)
  } catch (fault) {
    throw new StartError(`${otherwise}: ${(fault as Error).message}.`, fault)
  }
}
