import type { Compilable, Kysely } from 'kysely'
import type { Engine } from '../statement.ts'
import { tableMaker } from './table-maker.ts'

/** Roles of companies and who holds them; units. */
export const rolesAndUnits = {
  id: 6,
  name: '0006-roles-and-units',
  up: (db: Kysely<unknown>, engine: Engine): Compilable[] => {
    const table = tableMaker(db, engine)
    const { schema } = db
    return [
      table('company_roles', {
        texts: ['company', 'id', 'name'],
        numbers: ['is_system', 'created_at', 'updated_at'],
        key: ['company', 'id'],
      }),
      schema.createIndex('company_roles_by_name').unique().on('company_roles').columns(['company', 'name']),
      table('company_role_members', {
        texts: ['company', 'role', 'person', 'scope'],
        numbers: ['joined_at'],
        key: ['company', 'role', 'person'],
      }),
      schema.createIndex('company_role_members_in_order').on('company_role_members').columns(['company', 'role', 'joined_at', 'person']),
      schema.createIndex('company_role_members_by_person').on('company_role_members').columns(['company', 'person', 'role']),
      table('company_role_departments', {
        texts: ['company', 'role', 'person', 'department'],
        numbers: [],
        key: ['company', 'role', 'person', 'department'],
      }),
      schema
        .createIndex('company_role_departments_by_department')
        .on('company_role_departments')
        .columns(['company', 'department', 'role', 'person']),
      table('units', {
        texts: ['company', 'id', 'name', 'unit_type'],
        numbers: ['created_at', 'updated_at'],
        key: ['company', 'id'],
      }),
      schema.createIndex('units_by_name').unique().on('units').columns(['company', 'unit_type', 'name']),
      schema.createIndex('units_by_age').on('units').columns(['company', 'created_at', 'id']),
    ]
  },
}
