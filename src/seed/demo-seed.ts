/** A small company to try things on: a tree of departments with accounts in them, a zone with people in the groups of their trade, and the same people as a company. */
export const demoSeed = `\
rollcall: 1

accounts:
  - { name: Manager, verification: enterprise, entity: Rollcall }
  - { name: Lantern Shop, verification: enterprise, entity: Rollcall, createdIn: Manager }
  - { name: Lantern Data, verification: enterprise, entity: Rollcall, createdIn: Manager }
  - { name: Lantern Staging, verification: enterprise, entity: Rollcall, createdIn: Manager }
  - { name: Lantern Finance, verification: enterprise, entity: Rollcall }

organizations:
  - manager: Manager
    nodes:
      - name: Engineering
        remark: Builds and runs the products
        nodes:
          - name: Production
            tags: [{ key: environment, value: production }]
          - name: Staging
            tags: [{ key: environment, value: staging }]
      - name: Administration
        remark: Bills, contracts and audits
    members:
      - { account: Lantern Shop, node: Engineering/Production, remark: The web shop }
      - { account: Lantern Data, node: Engineering/Production, remark: Reports and pipelines }
      - { account: Lantern Staging, node: Engineering/Staging }
      - { account: Lantern Finance, node: Administration }

zones:
  - manager: Manager
    name: lantern-works
    users:
      - { name: chen.wei, firstName: Wei, lastName: Chen, displayName: 陈伟, description: Platform engineer, email: chen.wei@lantern.example }
      - { name: li.na, firstName: Na, lastName: Li, displayName: 李娜, description: Platform lead, email: li.na@lantern.example }
      - { name: wang.fang, firstName: Fang, lastName: Wang, displayName: 王芳, description: Security engineer, email: wang.fang@lantern.example }
      - { name: zhang.min, firstName: Min, lastName: Zhang, displayName: 张敏, description: Backend developer, email: zhang.min@lantern.example }
      - { name: liu.yang, firstName: Yang, lastName: Liu, displayName: 刘洋, description: Backend developer, email: liu.yang@lantern.example }
      - { name: zhao.lei, firstName: Lei, lastName: Zhao, displayName: 赵磊, description: Frontend developer, email: zhao.lei@lantern.example }
      - { name: huang.jing, firstName: Jing, lastName: Huang, displayName: 黄静, description: Data analyst, email: huang.jing@lantern.example }
      - { name: zhou.jie, firstName: Jie, lastName: Zhou, displayName: 周杰, description: Data engineer, email: zhou.jie@lantern.example }
      - { name: wu.xia, firstName: Xia, lastName: Wu, displayName: 吴霞, description: Finance, email: wu.xia@lantern.example }
      - { name: xu.ming, firstName: Ming, lastName: Xu, displayName: 徐明, description: "New joiner, in no group yet", email: xu.ming@lantern.example }
    groups:
      - { name: Platform, description: Runs the shared platform, members: [chen.wei, li.na] }
      - { name: Developers, description: Builds the products, members: [zhang.min, liu.yang, zhao.lei, chen.wei] }
      - { name: Data, description: Reports and pipelines, members: [huang.jing, zhou.jie] }
      - { name: Security-Audit, description: "May read everything, changes nothing", members: [wang.fang, li.na] }
      - { name: Finance, description: Bills and budgets, members: [wu.xia] }

companies:
  - name: Rollcall
    employeeTypes: [{ content: Trainee, i18nContent: { en_us: Trainee, zh_cn: 培训生 } }]
    jobFamilies:
      - { name: Engineering, i18nName: { zh_cn: 工程 } }
      - { name: Platform, parent: Engineering }
      - { name: Development, parent: Engineering }
      - { name: Security, parent: Engineering }
      - { name: Data }
      - { name: Administration }
    jobLevels: [{ name: P5, order: 500 }, { name: P6, order: 600 }, { name: P7, order: 700 }]
    units: [{ name: Lantern Shop, type: product line, id: LANTERNSHOP }]
    departments:
      - name: Engineering
        i18nName: { en_us: Engineering, zh_cn: 工程部 }
        leaders: [{ person: li.na }, { person: chen.wei, kind: 2 }]
        departments:
          - { name: Platform, leaders: [{ person: li.na }] }
          - { name: Products, unit: LANTERNSHOP, leaders: [{ person: zhang.min }] }
      - { name: Data, leaders: [{ person: zhou.jie }] }
      - { name: Security, leaders: [{ person: wang.fang }] }
      - { name: Administration, partners: [wu.xia] }
    people:
      - { code: chen.wei, name: 陈伟, enName: Wei Chen, mobile: "+8613900000001", email: chen.wei@lantern.example, departments: [Engineering/Platform], jobTitle: Platform engineer, jobFamily: Platform, jobLevel: P6, city: 深圳, leader: li.na }
      - { code: li.na, name: 李娜, enName: Na Li, mobile: "+8613900000002", email: li.na@lantern.example, departments: [Engineering/Platform], jobTitle: Platform lead, jobFamily: Platform, jobLevel: P7, city: 深圳 }
      - { code: wang.fang, name: 王芳, enName: Fang Wang, mobile: "+8613900000003", email: wang.fang@lantern.example, departments: [Security], jobTitle: Security engineer, jobFamily: Security, jobLevel: P6, city: 深圳 }
      - { code: zhang.min, name: 张敏, enName: Min Zhang, mobile: "+8613900000004", email: zhang.min@lantern.example, departments: [Engineering/Products], jobTitle: Backend developer, jobFamily: Development, jobLevel: P5, city: 深圳, leader: li.na }
      - { code: liu.yang, name: 刘洋, enName: Yang Liu, mobile: "+8613900000005", email: liu.yang@lantern.example, departments: [Engineering/Products], jobTitle: Backend developer, jobFamily: Development, jobLevel: P5, city: 深圳, leader: li.na }
      - { code: zhao.lei, name: 赵磊, enName: Lei Zhao, mobile: "+8613900000006", email: zhao.lei@lantern.example, departments: [Engineering/Products], jobTitle: Frontend developer, jobFamily: Development, jobLevel: P5, city: 深圳, leader: li.na }
      - { code: huang.jing, name: 黄静, enName: Jing Huang, mobile: "+8613900000007", email: huang.jing@lantern.example, departments: [Data], jobTitle: Data analyst, jobFamily: Data, jobLevel: P5, city: 深圳 }
      - { code: zhou.jie, name: 周杰, enName: Jie Zhou, mobile: "+8613900000008", email: zhou.jie@lantern.example, departments: [Data], jobTitle: Data engineer, jobFamily: Data, jobLevel: P6, city: 深圳 }
      - { code: wu.xia, name: 吴霞, enName: Xia Wu, mobile: "+8613900000009", email: wu.xia@lantern.example, departments: [Administration], jobTitle: Accountant, jobFamily: Administration, jobLevel: P5, city: 深圳 }
      - { code: xu.ming, name: 徐明, enName: Ming Xu, mobile: "+8613900000010", email: xu.ming@lantern.example, employeeType: Trainee, city: 杭州 }
    groups:
      - { name: On call, description: Answers at night, people: [chen.wei, liu.yang, zhou.jie] }
      - { name: Newsletter, description: Everybody who builds, people: [chen.wei, zhang.min], departments: [Engineering] }
    roles:
      - { name: Auditor, members: [{ person: wang.fang, scope: all }, { person: wu.xia, departments: [Administration] }] }
`
