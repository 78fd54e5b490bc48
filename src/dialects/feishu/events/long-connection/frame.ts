/** One message of a long connection: nine fields of protobuf (proto2), of which the first four are always there. */
export interface Frame {
  readonly sequence: bigint
  readonly logId: bigint
  readonly service: number
  /** 0 keeps the connection, 1 carries an event. */
  readonly method: number
  readonly headers: Readonly<Record<string, string>>
  readonly payloadEncoding?: string
  readonly payloadType?: string
  readonly payload?: Uint8Array
  readonly newLogId?: string
}

const varint = 0
const lengthDelimited = 2

/** The frame's bytes. Fields that must be there are written when they are 0 too. */
export function encodeFrame(frame: Frame): Buffer {
  const parts = [
    ...number(1, frame.sequence),
    ...number(2, frame.logId),
    ...number(3, BigInt(frame.service)),
    ...number(4, BigInt(frame.method)),
    ...Object.entries(frame.headers).flatMap(([key, value]) => bytes(5, Buffer.concat([...text(1, key), ...text(2, value)]))),
    ...text(6, frame.payloadEncoding),
    ...text(7, frame.payloadType),
    ...(frame.payload ? bytes(8, frame.payload) : []),
    ...text(9, frame.newLogId),
  ]
  return Buffer.concat(parts)
}

function number(field: number, value: bigint): Buffer[] {
  return [writeVarint(BigInt((field << 3) | varint)), writeVarint(BigInt.asUintN(64, value))]
}

function bytes(field: number, value: Uint8Array): Uint8Array[] {
  return [writeVarint(BigInt((field << 3) | lengthDelimited)), writeVarint(BigInt(value.byteLength)), value]
}

function text(field: number, value: string | undefined): Uint8Array[] {
  return value === undefined ? [] : bytes(field, Buffer.from(value))
}

function writeVarint(value: bigint): Buffer {
  const written: number[] = []
  let rest = value
  while (rest > 127n) {
    written.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  written.push(Number(rest))
  return Buffer.from(written)
}

/** Reads a frame; unknown fields are passed over. Throws on what is no frame. */
export function decodeFrame(sent: Buffer): Frame {
  const headers: [string, string][] = []
  const fields = new Map<number, bigint | Buffer>()
  for (const [field, value] of fieldsOf(sent)) {
    if (field === 5) headers.push(headerIn(bytesIn(value)))
    else fields.set(field, value)
  }
  const textIn = (field: number) => {
    const value = fields.get(field)
    return value === undefined ? undefined : bytesIn(value).toString('utf8')
  }
  const payload = fields.get(8)
  return {
    sequence: numberIn(fields.get(1)),
    logId: numberIn(fields.get(2)),
    service: Number(BigInt.asIntN(32, numberIn(fields.get(3)))),
    method: Number(BigInt.asIntN(32, numberIn(fields.get(4)))),
    headers: Object.fromEntries(headers),
    payloadEncoding: textIn(6),
    payloadType: textIn(7),
    payload: payload === undefined ? undefined : bytesIn(payload),
    newLogId: textIn(9),
  }
}

function headerIn(sent: Buffer): [string, string] {
  const parts = new Map(fieldsOf(sent))
  const [key, value] = [parts.get(1), parts.get(2)]
  if (key === undefined || value === undefined) throw new Error('a header of the frame lacks its key or its value')
  return [bytesIn(key).toString('utf8'), bytesIn(value).toString('utf8')]
}

function numberIn(value: bigint | Buffer | undefined): bigint {
  if (typeof value !== 'bigint') throw new Error('the frame lacks a number that it must have')
  return value
}

function bytesIn(value: bigint | Buffer): Buffer {
  if (typeof value === 'bigint') throw new Error('a field of the frame has another type than it should')
  return value
}

function* fieldsOf(sent: Buffer): Generator<[number, bigint | Buffer]> {
  let at = 0
  const next = (): bigint => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = sent[at++]
      if (byte === undefined || shift > 63n) throw new Error('the frame ends within a number')
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return BigInt.asUintN(64, value)
    }
  }
  const take = (length: number): Buffer => {
    if (length > sent.length - at) throw new Error('the frame ends within a field')
    at += length
    return sent.subarray(at - length, at)
  }
  while (at < sent.length) {
    const tag = Number(next())
    const type = tag & 7
    if (type === varint) yield [tag >>> 3, next()]
    else if (type === lengthDelimited) yield [tag >>> 3, take(Number(next()))]
    else if (type === 1 || type === 5) take(type === 1 ? 8 : 4)
    else throw new Error(`the frame has a field of the unknown type ${type}`)
  }
}
