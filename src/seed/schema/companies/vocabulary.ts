import { type Static, Type } from 'typebox'
import { attributeTypes } from '../../../directory/vocabularies/custom-attributes/custom-attribute.ts'
import { changed, listOf, made, moment, name, oneOf, text, wholeNumber, yesNo } from '../kinds.ts'
import { hexId, translated } from './kinds.ts'

const enabled = Type.Optional(yesNo('It can be given to people (default true)'))
const jobId = Type.Optional(
  Type.String({
    pattern: '^mga[0-9a-z]{12}$',
    title: 'an id such as mga0123456789ab',
    description: 'Its id. Left out: a new one is drawn.',
  }),
)
const descriptions = {
  description: Type.Optional(text(5000, 'A description')),
  i18nName: translated('Its name in other languages'),
  i18nDescription: translated('The description in other languages'),
}

const familySchema = Type.Object(
  {
    name: name('Its name, which no other family of the company has'),
    id: jobId,
    parent: Type.Optional(name('The name of the family above it')),
    ...descriptions,
    enabled,
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a job family' },
)

const levelSchema = Type.Object(
  {
    name: name('Its name, which no other level of the company has'),
    id: jobId,
    order: Type.Optional(wholeNumber(100, 'Smaller first; no two are alike. Left out: behind all others.')),
    ...descriptions,
    enabled,
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a job level' },
)

const nameSchema = Type.Object(
  {
    name: name('The name, which no other has'),
    id: hexId('', 12),
    i18nName: translated('The name in other languages'),
    enabled,
    createdAt: made,
  },
  { additionalProperties: false, title: 'a name: { name }' },
)

const employeeTypeSchema = Type.Object(
  {
    content: name('What it says, as no other does'),
    id: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9+]{22}==$',
        title: 'an id of 22 letters, digits and + before ==',
        description: 'Its id. Left out: a new one is drawn.',
      }),
    ),
    number: Type.Optional(wholeNumber(6, 'What people carry. Left out: the next one.')),
    i18nContent: translated('The content in other languages'),
    active: Type.Optional(yesNo('It can be given to people (default true)')),
    createdAt: made,
    updatedAt: changed,
    deletedAt: Type.Optional(moment('When it was deleted: its number is not given again')),
  },
  { additionalProperties: false, title: 'an employee type' },
)

const optionSchema = Type.Object(
  {
    id: name('Its id, which no other option of the field has'),
    value: text(1024, 'The text, or the key of the picture'),
    name: Type.Optional(text(1024, 'What a picture is called')),
  },
  { additionalProperties: false, title: 'an option: { id, value }' },
)

const attributeSchema = Type.Object(
  {
    id: Type.String({ pattern: '^C-[1-9][0-9]{0,13}$', title: 'an id such as C-12345678', description: 'Its id, by which people name it' }),
    type: oneOf(attributeTypes, 'What a value of it is'),
    i18nName: translated('Its name'),
    options: listOf(optionSchema, 'options', 'Of ENUMERATION and PICTURE_ENUM, and of no other type'),
    defaultOption: Type.Optional(name('The id of one of the options')),
    open: Type.Optional(yesNo('Apps may see and set it (default true)')),
    createdAt: made,
    updatedAt: changed,
  },
  { additionalProperties: false, title: 'a custom attribute' },
)

export const vocabularySchemas = {
  customAttributes: listOf(attributeSchema, 'custom attributes', 'Fields of people that the company defined'),
  employeeTypes: listOf(employeeTypeSchema, 'employee types', 'Types of employees beyond the five built-in ones'),
  jobFamilies: listOf(familySchema, 'job families', 'Families of jobs'),
  jobLevels: listOf(levelSchema, 'job levels', 'Levels of jobs'),
  jobTitles: listOf(nameSchema, 'names', 'Job titles. Those that people have come into being with them.'),
  workCities: listOf(nameSchema, 'names', 'Work cities. Those that people have come into being with them.'),
}

export type SeedFamily = Static<typeof familySchema>
export type SeedLevel = Static<typeof levelSchema>
export type SeedName = Static<typeof nameSchema>
export type SeedEmployeeType = Static<typeof employeeTypeSchema>
export type SeedAttribute = Static<typeof attributeSchema>
