import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFrame, encodeFrame, type Frame } from '../../../../src/dialects/feishu/events/long-connection/frame.ts'

/** The nine fields as the official clients declare them. Source: their `pbbp2` schema (proto2). */
const schema = `
  syntax = "proto2"; package pbbp2;
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
    repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
    optional bytes payload = 8; optional string LogIDNew = 9;
  }`

interface Protobuf {
  parse(schema: string, options: object): { root: { lookupType(name: string): Codec } }
  readonly util: { Long: { fromString(text: string, unsigned: boolean): unknown } }
  configure(): void
}
interface Codec {
  encode(message: object): { finish(): Uint8Array }
}

/** The codec that the official client itself brings. */
const bring = createRequire(createRequire(import.meta.url).resolve('@larksuiteoapi/node-sdk'))
const protobuf: Protobuf = bring('protobufjs')
// Numbers beyond 2^53 need it, and it is not found by itself everywhere.
protobuf.util.Long = createRequire(bring.resolve('protobufjs'))('long')
protobuf.configure()
const other = protobuf.parse(schema, { keepCase: true }).root.lookupType('pbbp2.Frame')

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const text = fc.string({ unit: 'grapheme' })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const frames: fc.Arbitrary<Frame> = fc.record({
  sequence: uint64,
  logId: uint64,
  service: int32,
  method: int32,
  headers: fc.dictionary(text, text),
  payloadEncoding: optional(text),
  payloadType: optional(text),
  payload: optional(fc.uint8Array({ maxLength: 300 })),
  newLogId: optional(text),
})

const long = (value: bigint) => protobuf.util.Long.fromString(value.toString(), true)

function theirs(frame: Frame) {
  return {
    SeqID: long(frame.sequence),
    LogID: long(frame.logId),
    service: frame.service,
    method: frame.method,
    headers: Object.entries(frame.headers).map(([key, value]) => ({ key, value })),
    ...(frame.payloadEncoding !== undefined && { payload_encoding: frame.payloadEncoding }),
    ...(frame.payloadType !== undefined && { payload_type: frame.payloadType }),
    ...(frame.payload && { payload: frame.payload }),
    ...(frame.newLogId !== undefined && { LogIDNew: frame.newLogId }),
  }
}

const plain = (frame: Frame) => ({
  ...frame,
  headers: Object.entries(frame.headers),
  payload: frame.payload && Buffer.from(frame.payload).toString('hex'),
})

describe('frames of the long connection', () => {
  test('are the bytes that the official codec writes', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(encodeFrame(frame).toString('hex')).toBe(Buffer.from(other.encode(theirs(frame)).finish()).toString('hex'))
      }),
    )
  })

  test('are read as they were written, by the official codec or by ours', () => {
    fc.assert(
      fc.property(frames, (frame) => {
        expect(plain(decodeFrame(Buffer.from(other.encode(theirs(frame)).finish())))).toEqual(plain(frame))
        expect(plain(decodeFrame(encodeFrame(frame)))).toEqual(plain(frame))
      }),
    )
  })

  test('bytes that are no frame throw, and never hang', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeFrame(Buffer.from(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
    expect(() => decodeFrame(Buffer.from([]))).toThrow('lacks a number')
  })
})
