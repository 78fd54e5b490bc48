import { type Static, Type } from 'typebox'
import { changed, listOf, made, moment, name, oneOf, text, texts, wholeNumber, yesNo } from '../kinds.ts'
import { department, hexId, person } from './kinds.ts'

const optionalText = (description: string) => Type.Optional(text(4096, description))

const seatSchema = Type.Union(
  [
    department('The department'),
    Type.Object(
      {
        department: department('The department'),
        personOrder: Type.Optional(wholeNumber(0, 'His place in it, the greatest first (default 0)')),
        departmentOrder: Type.Optional(wholeNumber(0, 'Its place among his departments, the greatest first (default 0)')),
        primary: Type.Optional(yesNo('It is the one that counts him. Left out: the first of the greatest order.')),
        joinedAt: Type.Optional(moment('When he came in. Left out: now.')),
      },
      { additionalProperties: false, title: 'a seat: { department, departmentOrder }' },
    ),
  ],
  { title: 'a department: its path, or { department, departmentOrder }' },
)

const attributeSchema = Type.Object(
  {
    attribute: name('The id of the custom attribute'),
    text: optionalText('The text, or the title of a link'),
    url: optionalText('Where a link leads'),
    desktopUrl: optionalText('Where it leads on a desktop'),
    option: Type.Optional(name('The id of the option')),
    person: Type.Optional(person('The person that is meant')),
  },
  { additionalProperties: false, title: 'a value: { attribute, text }' },
)

const postSchema = Type.Object(
  {
    code: text(1024, 'Its code'),
    name: text(1024, 'What it is called'),
    department: department('In which department'),
    leader: Type.Optional(person('Whom he answers to in it')),
    leaderPost: optionalText('The code of that post'),
    main: Type.Optional(yesNo('It is the main one (default false)')),
  },
  { additionalProperties: false, title: 'a post: { code, name, department }' },
)

export const personSchema = Type.Object(
  {
    code: name('The id that the company gave him, which nobody else of it has'),
    name: name('His name'),
    id: hexId('', 32),
    enName: optionalText('English name'),
    nickname: optionalText('Another name'),
    departments: listOf(seatSchema, 'departments', 'Where he sits. Left out: in the root, or nowhere when he has resigned.'),
    mobile: optionalText('Phone number, which nobody else of the company has'),
    mobileVisible: Type.Optional(yesNo('Others see it (default true)')),
    email: optionalText('Mail address, which nobody else of the company has'),
    enterpriseEmail: optionalText('Mail address of the company, which nobody else has'),
    employeeNo: optionalText('Number, which nobody else of the company has'),
    gender: Type.Optional(wholeNumber(0, '0 not known, 1 male, 2 female, 3 other (default 0)')),
    employeeType: Type.Optional(
      Type.Union([name('Its content'), wholeNumber(1, 'Its number')], {
        title: 'an employee type: its content, or its number',
        description: 'Default 1, regular',
      }),
    ),
    jobTitle: optionalText('Job title'),
    jobFamily: Type.Optional(name('The name of his job family')),
    jobLevel: Type.Optional(name('The name of his job level')),
    leader: Type.Optional(person('Whom he answers to')),
    dottedLeaders: listOf(person('A leader'), 'people', 'Whom he answers to besides'),
    city: optionalText('Work city'),
    country: optionalText('Country'),
    workStation: optionalText('Where he sits'),
    joinTime: Type.Optional(moment('When he was hired. Left out: now.')),
    avatarKey: optionalText('The key of his picture'),
    geo: optionalText('The region where his data is'),
    description: optionalText('What he says of himself'),
    subscriptions: Type.Optional(texts('Licences')),
    customAttributes: listOf(attributeSchema, 'values', 'Fields that the company defined'),
    posts: listOf(postSchema, 'posts', 'Posts'),
    frozen: Type.Optional(yesNo('He is suspended (default false)')),
    activated: Type.Optional(yesNo('He has activated his account (default false)')),
    exited: Type.Optional(yesNo('He left of his own will (default false)')),
    unjoined: Type.Optional(yesNo('He has not confirmed yet (default false)')),
    manager: Type.Optional(yesNo('He administers the company (default false)')),
    founder: Type.Optional(yesNo('He made the company (default false)')),
    hold: Type.Optional(oneOf(['anonymized', 'external', 'secured'], 'Why nobody may change him through a wire')),
    codeChanges: Type.Optional(wholeNumber(0, 'How often his code was changed (default 0)')),
    createdAt: made,
    updatedAt: changed,
    resignedAt: Type.Optional(moment('When he resigned: he sits nowhere then, and others may have his code')),
  },
  { additionalProperties: false, title: 'a person' },
)

export type SeedPerson = Static<typeof personSchema>
export type SeedSeat = Static<typeof seatSchema>
export type SeedValue = Static<typeof attributeSchema>
export type SeedPost = Static<typeof postSchema>
