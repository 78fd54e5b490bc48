import { Type } from 'typebox'

/** 2 to 64 of a-z, 0-9 and "-", no "-" at either end, no "--". Source: organization 2021-03-31, OpenIdentityCenter, ZoneName. */
export const zoneName = Type.String({
  minLength: 2,
  maxLength: 64,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  refusal: 'InvalidParameterValue.ZoneNameFormatError',
  examples: ['acme'],
})
