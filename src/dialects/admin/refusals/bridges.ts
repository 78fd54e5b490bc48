import type { Wordings } from './wording.ts'

const kindNames = { department: { en: 'department', zh: '部门' }, group: { en: 'user group', zh: '用户组' } }

/** Facts about bridges that an operation of this wire can meet. */
export const bridgeWordings = {
  bridge_not_found: {
    status: 404,
    title: 'No such bridge',
    en: (r) => `No bridge ${r.bridge} fills this zone. GET /admin/v1/zones/{zone}/bridges lists them.`,
    zh: (r) => `该空间没有同步桥 ${r.bridge}，可用 GET /admin/v1/zones/{zone}/bridges 查询。`,
  },
  bridge_limit_reached: {
    status: 409,
    title: 'Too many bridges',
    en: (r) => `A zone has ${r.limit} bridges at most. Choose more departments and groups in one of them, or delete one.`,
    zh: (r) => `一个空间最多有 ${r.limit} 个同步桥，请在已有的同步桥中选择更多部门和用户组，或先删除一个。`,
  },
  bridge_source_unknown: {
    status: 409,
    title: 'What is chosen is not there',
    en: (r) => `The company has no ${kindNames[r.kind].en} ${r.source}. Choose one that it has.`,
    zh: (r) => `企业中没有${kindNames[r.kind].zh} ${r.source}，请选择已有的${kindNames[r.kind].zh}。`,
    example: { kind: 'department' },
  },
  synchronization_off: {
    status: 409,
    title: 'Synchronization is switched off',
    en: (r) => `Synchronization of zone ${r.zone} is switched off. The vendor action UpdateSCIMSynchronizationStatus switches it on.`,
    zh: (r) => `空间 ${r.zone} 未开启同步，可用 UpdateSCIMSynchronizationStatus 开启。`,
  },
} satisfies Wordings
