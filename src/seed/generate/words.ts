/** Family names: as they are written, and as they are spelled in an address. */
export const families = [
  ['陈', 'Chen'],
  ['李', 'Li'],
  ['王', 'Wang'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['赵', 'Zhao'],
  ['黄', 'Huang'],
  ['周', 'Zhou'],
  ['吴', 'Wu'],
  ['徐', 'Xu'],
  ['孙', 'Sun'],
  ['马', 'Ma'],
  ['朱', 'Zhu'],
  ['胡', 'Hu'],
  ['郭', 'Guo'],
  ['何', 'He'],
  ['林', 'Lin'],
  ['高', 'Gao'],
  ['罗', 'Luo'],
  ['郑', 'Zheng'],
  ['梁', 'Liang'],
  ['谢', 'Xie'],
  ['宋', 'Song'],
  ['唐', 'Tang'],
] as const

export const givenNames = [
  ['伟', 'Wei'],
  ['娜', 'Na'],
  ['芳', 'Fang'],
  ['敏', 'Min'],
  ['洋', 'Yang'],
  ['磊', 'Lei'],
  ['静', 'Jing'],
  ['杰', 'Jie'],
  ['霞', 'Xia'],
  ['明', 'Ming'],
  ['秀英', 'Xiuying'],
  ['志强', 'Zhiqiang'],
  ['雨桐', 'Yutong'],
  ['子涵', 'Zihan'],
  ['浩然', 'Haoran'],
  ['思远', 'Siyuan'],
  ['晓东', 'Xiaodong'],
  ['佳怡', 'Jiayi'],
  ['梓萱', 'Zixuan'],
  ['文博', 'Wenbo'],
] as const

export const englishFirst = [
  'Anna',
  'Ben',
  'Clara',
  'David',
  'Emma',
  'Frank',
  'Grace',
  'Henry',
  'Iris',
  'Jack',
  'Kate',
  'Leo',
  'Mary',
  'Noah',
  'Olive',
  'Paul',
]
export const englishLast = [
  'Adams',
  'Baker',
  'Carter',
  'Davis',
  'Evans',
  'Foster',
  'Green',
  'Harris',
  'Irving',
  'Jones',
  'King',
  'Lewis',
  'Moore',
  'Nelson',
]

export const companies = [
  ['Lantern', '灯火'],
  ['Harbor', '海港'],
  ['Bamboo', '青竹'],
  ['Summit', '云峰'],
  ['Willow', '垂柳'],
  ['Amber', '琥珀'],
  ['Cedar', '雪松'],
  ['Orchid', '幽兰'],
] as const

export const trades = [
  ['Works', '工坊'],
  ['Foods', '食品'],
  ['Motors', '汽车'],
  ['Games', '游戏'],
  ['Health', '健康'],
  ['Logistics', '物流'],
] as const

/** Parts of a company, what its people do, and the parts of those. */
export const divisions = [
  {
    name: 'Engineering',
    work: ['Backend developer', 'Frontend developer', 'Test engineer', '架构师'],
    parts: ['Platform', 'Payments', 'Search', 'Mobile', 'Quality'],
  },
  { name: 'Operations', work: ['Site engineer', 'Database administrator', '运维工程师'], parts: ['Network', 'Storage', 'On call'] },
  { name: 'Data', work: ['Data engineer', 'Data analyst', '算法工程师'], parts: ['Warehouse', 'Models', 'Reports'] },
  { name: 'Security', work: ['Security engineer', 'Auditor'], parts: ['Audit', 'Response'] },
  { name: 'Product', work: ['Product owner', 'Designer', '产品经理'], parts: ['Research', 'Design'] },
  { name: 'Sales', work: ['Account executive', 'Sales engineer', '客户经理'], parts: ['North', 'South', 'Partners'] },
  { name: 'Administration', work: ['Accountant', 'Lawyer', 'Recruiter', '会计'], parts: ['Finance', 'Legal', 'People'] },
] as const

export const environments = ['production', 'staging', 'development', 'sandbox'] as const
