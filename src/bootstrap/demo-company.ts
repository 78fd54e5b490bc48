/** A small company to try things on: one organization, one zone, people in the groups of their trade. */
export const demoCompany = {
  zone: 'lantern-works',
  people: [
    ['chen.wei', 'Wei', 'Chen', '陈伟', 'Platform engineer'],
    ['li.na', 'Na', 'Li', '李娜', 'Platform lead'],
    ['wang.fang', 'Fang', 'Wang', '王芳', 'Security engineer'],
    ['zhang.min', 'Min', 'Zhang', '张敏', 'Backend developer'],
    ['liu.yang', 'Yang', 'Liu', '刘洋', 'Backend developer'],
    ['zhao.lei', 'Lei', 'Zhao', '赵磊', 'Frontend developer'],
    ['huang.jing', 'Jing', 'Huang', '黄静', 'Data analyst'],
    ['zhou.jie', 'Jie', 'Zhou', '周杰', 'Data engineer'],
    ['wu.xia', 'Xia', 'Wu', '吴霞', 'Finance'],
    ['xu.ming', 'Ming', 'Xu', '徐明', 'New joiner, in no group yet'],
  ],
  groups: [
    { name: 'Platform', description: 'Runs the shared platform', members: ['chen.wei', 'li.na'] },
    { name: 'Developers', description: 'Builds the products', members: ['zhang.min', 'liu.yang', 'zhao.lei', 'chen.wei'] },
    { name: 'Data', description: 'Reports and pipelines', members: ['huang.jing', 'zhou.jie'] },
    { name: 'Security-Audit', description: 'May read everything, changes nothing', members: ['wang.fang', 'li.na'] },
    { name: 'Finance', description: 'Bills and budgets', members: ['wu.xia'] },
  ],
} as const
