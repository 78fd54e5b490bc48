/** A small company to try things on: a tree of departments with accounts in them, and a zone with people in the groups of their trade. */
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
`
