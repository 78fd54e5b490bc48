import type { Stage } from './rehearsed-calls.ts'

/** Job families, job levels and employee types, made, changed and deleted. */
export async function vocabulariesStory(stage: Stage): Promise<void> {
  await familiesStory(stage)
  await levelsStory(stage)
  await employeeTypesStory(stage)
}

const localized = [{ locale: 'zh_cn', value: '名称 😀' }]

async function familiesStory({ done, refused }: Stage): Promise<void> {
  const made = async (data: object): Promise<string> => (await done('job_family.create', { data })).job_family.job_family_id
  const top = await made({ name: 'Product', status: true, i18n_name: localized })
  const below = await made({ name: 'Research', status: true, parent_job_family_id: top, description: '研究' })
  await refused('job_family.create', 42406, { data: { name: 'Product', status: true } })
  await done('job_family.update', { path: { job_family_id: below }, data: { name: '研发' } })
  await refused('job_family.update', 42407, { path: { job_family_id: top }, data: { parent_job_family_id: below } })
  await refused('job_family.delete', 42411, { path: { job_family_id: top } })
  await done('job_family.delete', { path: { job_family_id: below } })
}

async function levelsStory({ done, refused }: Stage): Promise<void> {
  const made = async (data: object) => ({ job_level_id: (await done('job_level.create', { data })).job_level.job_level_id })
  const path = await made({ name: 'P1', status: true, order: 200, i18n_name: localized })
  await made({ name: 'P2', status: true })
  await refused('job_level.create', 42306, { data: { name: 'P3', status: true, order: 200 } })
  await done('job_level.update', { path, data: { status: false, description: '一级' } })
  await refused('job_level.update', 42305, { path, data: { name: 'P2' } })
  await done('job_level.delete', { path })
  await refused('job_level.delete', 42301, { path })
}

async function employeeTypesStory({ done, refused }: Stage): Promise<void> {
  const data = { content: 'Visitor', enum_type: 2, enum_status: 1, i18n_content: localized }
  const { employee_type_enum } = await done('employee_type_enum.create', { data })
  const path = { enum_id: employee_type_enum.enum_id }
  await refused('employee_type_enum.create', 42301, { data })
  await done('employee_type_enum.update', { path, data: { ...data, content: '访客' } })
  await refused('employee_type_enum.update', 40001, { path: { enum_id: '1' }, data })
  await done('employee_type_enum.delete', { path })
  await refused('employee_type_enum.delete', 40001, { path })
}
