/** What units of a company refuse with. */
export type UnitRefusal =
  | { fact: 'units_not_available' }
  | { fact: 'unit_not_found'; unit: string }
  | { fact: 'unit_id_taken'; unit: string }
  | { fact: 'unit_name_taken'; name: string; type: string; unit: string }
  | { fact: 'unit_limit_reached'; limit: number }
  | { fact: 'unit_type_in_use'; unit: string; type: string }
  | { fact: 'unit_full'; unit: string; limit: number }
  | { fact: 'department_in_other_unit'; department: string; unit: string }
  | { fact: 'department_not_in_unit'; department: string; unit: string }
