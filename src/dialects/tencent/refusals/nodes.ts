import type { NodeRefusal } from '../../../directory/refusals/nodes.ts'
import { firstListed, type Met, type Wording, type Wordings } from './wording.ts'

const unknown = {
  code: firstListed(
    'ResourceNotFound.OrganizationNodeNotExist',
    'FailedOperation.OrganizationNodeNotExist',
    'ResourceNotFound.NodeNotExist',
    'InvalidParameter',
  ),
  en: (r) => `No department ${r.node} in your organization. DescribeOrganizationNodes lists them.`,
  zh: (r) => `集团组织中没有部门 ${r.node}，可用 DescribeOrganizationNodes 查询。`,
} satisfies Wording<'node_not_found'>

const elsewhere = firstListed(
  'InvalidParameter.OrganizationNodeNotExist',
  'FailedOperation.OrganizationNodeNotExist',
  'ResourceNotFound.OrganizationNodeNotExist',
  'ResourceNotFound.NodeNotExist',
  'InvalidParameter',
)

/** Where one code stands for both, nobody learns which departments others have. */
const tellsApart = (met: Met) => unknown.code(undefined, met) !== elsewhere(undefined, met)
const asUnknown = ({ node }: { node: number }) => ({ fact: 'node_not_found' as const, node })

export const nodeWordings: Wordings<NodeRefusal> = {
  node_not_found: unknown,
  node_elsewhere: {
    code: elsewhere,
    en: (r, met) =>
      tellsApart(met)
        ? `Department ${r.node} belongs to another organization. DescribeOrganizationNodes lists yours.`
        : unknown.en(asUnknown(r)),
    zh: (r, met) =>
      tellsApart(met) ? `部门 ${r.node} 属于其他集团组织，可用 DescribeOrganizationNodes 查询自己的部门。` : unknown.zh(asUnknown(r)),
  },
  node_name_taken: {
    code: firstListed('FailedOperation.OrganizationNodeNameUsed', 'ResourceInUse.NodeName', 'ResourceInUse.NodeNameUsed'),
    en: (r) => `Another department of the organization already has the name ${r.name}. Choose another.`,
    zh: (r) => `集团组织中已有名为 ${r.name} 的部门，请更换名称。`,
  },
  node_too_deep: {
    code: 'LimitExceeded.NodeDepthExceedLimit',
    en: (r) => `Departments lie at most ${r.most} levels below the root. Choose a higher parent.`,
    zh: (r) => `部门最多位于根部门之下第 ${r.most} 层，请选择更高层的上级部门。`,
  },
  node_quota_reached: {
    code: 'LimitExceeded.NodeExceedLimit',
    en: (r) => `The organization already has ${r.quota} departments, its quota. Delete some or raise the quota (admin API: limits.nodes).`,
    zh: (r) => `集团组织的部门数已达配额 ${r.quota}，请删除部门或提高配额（管理接口 limits.nodes）。`,
  },
  node_is_root: {
    code: 'InvalidParameter',
    en: (r) => `Department ${r.node} is the root, which can be neither moved nor deleted. Leave it out.`,
    zh: (r) => `部门 ${r.node} 为根部门，不能移动或删除，请勿传入。`,
  },
  node_has_members: {
    code: 'FailedOperation.NodeNotEmpty',
    en: (r) => `Department ${r.node} still holds ${r.members} member(s). MoveOrganizationNodeMembers moves them elsewhere.`,
    zh: (r) => `部门 ${r.node} 中仍有 ${r.members} 个成员，可用 MoveOrganizationNodeMembers 移走。`,
  },
  node_has_children: {
    code: firstListed('FailedOperation.OrganizationNodeNotEmpty', 'FailedOperation.NodeNotEmpty'),
    en: (r) => `Department ${r.node} still has ${r.children} child department(s). Delete those first.`,
    zh: (r) => `部门 ${r.node} 下仍有 ${r.children} 个子部门，请先删除子部门。`,
  },
  node_shared: {
    code: firstListed('FailedOperation.ShareNodeExisted', 'FailedOperation'),
    en: (r) => `Department ${r.node} is a target of a share unit. Take it out of the unit first (DeleteShareUnitNode).`,
    zh: (r) => `部门 ${r.node} 是共享单元的共享对象，请先将其移出共享单元（DeleteShareUnitNode）。`,
  },
  node_under_itself: {
    code: 'InvalidParameter',
    en: (r) => `Department ${r.node} can't be moved below itself: ${r.parent} is it, or lies below it.`,
    zh: (r) => `部门 ${r.node} 不能移到自身之下：${r.parent} 是它本身或其下级。`,
  },
  too_many_nodes_at_once: {
    code: firstListed('FailedOperation.OrganizationNodeDeleteOverLimit', 'InvalidParameter'),
    en: (r) => `One call deletes at most ${r.most} departments. Send several calls.`,
    zh: (r) => `一次最多删除 ${r.most} 个部门，请分多次调用。`,
  },
}
