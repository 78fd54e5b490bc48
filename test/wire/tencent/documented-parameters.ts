/** Each parameter, by action. Source: the data types of organization 2021-03-31; a "!" marks those that are required. */
export const parameters20210331: Readonly<Record<string, string>> = {
  CreateOrganization: '',
  DescribeOrganization: 'Lang:string Product:string',
  OpenIdentityCenter: 'ZoneName!:string',
  DescribeIdentityCenter: '',
  UpdateZone: 'ZoneId!:string NewZoneName!:string',
  GetZoneStatistics: 'ZoneId!:string',
  CreateUser:
    'ZoneId!:string UserName!:string FirstName:string LastName:string DisplayName:string Description:string Email:string UserStatus:string UserType:string NeedResetPassword:boolean',
  GetUser: 'ZoneId!:string UserId!:string',
  UpdateUser:
    'ZoneId!:string UserId!:string NewFirstName:string NewLastName:string NewDisplayName:string NewDescription:string NewEmail:string NeedResetPassword:boolean',
  UpdateUserStatus: 'ZoneId!:string UserId!:string NewUserStatus!:string',
  DeleteUser: 'ZoneId!:string UserId!:string',
  ListUsers:
    'ZoneId!:string UserStatus:string UserType:string Filter:string MaxResults:integer NextToken:string FilterGroups:list SortField:string SortType:string Offset:integer',
  CreateGroup: 'ZoneId!:string GroupName!:string Description:string GroupType:string',
  GetGroup: 'ZoneId!:string GroupId!:string',
  UpdateGroup: 'ZoneId!:string GroupId!:string NewGroupName:string NewDescription:string',
  DeleteGroup: 'ZoneId!:string GroupId!:string',
  ListGroups:
    'ZoneId!:string NextToken:string MaxResults:integer Filter:string GroupType:string FilterUsers:list SortField:string SortType:string Offset:integer',
  AddUserToGroup: 'ZoneId!:string GroupId!:string UserId!:string',
  RemoveUserFromGroup: 'ZoneId!:string GroupId!:string UserId!:string',
  ListGroupMembers: 'ZoneId!:string GroupId!:string NextToken:string MaxResults:integer UserType:string',
  ListJoinedGroupsForUser: 'ZoneId!:string UserId!:string NextToken:string MaxResults:integer',
  GetSCIMSynchronizationStatus: 'ZoneId!:string',
  UpdateSCIMSynchronizationStatus: 'ZoneId!:string SCIMSynchronizationStatus!:string',
  DeleteOrganization: '',
  QuitOrganization: 'OrgId!:integer',
  AddOrganizationNode: 'ParentNodeId!:integer Name!:string Remark:string Tags:list',
  UpdateOrganizationNode: 'NodeId!:integer Name:string Remark:string',
  DeleteOrganizationNodes: 'NodeId!:list',
  DescribeOrganizationNodes: 'Limit!:integer Offset!:integer Tags:list',
  MoveOrganizationNodeMembers: 'NodeId!:integer MemberUin!:list',
  CreateOrganizationMember:
    'Name!:string PolicyType!:string PermissionIds!:list NodeId!:integer AccountName!:string Remark:string RecordId:integer PayUin:string IdentityRoleID:list AuthRelationId:integer Tags:list',
  InviteOrganizationMember:
    'MemberUin!:integer Name!:string PolicyType!:string PermissionIds!:list NodeId!:integer Remark:string IsAllowQuit:string PayUin:string RelationAuthName:string AuthFile:list Tags:list',
  DescribeOrganizationMembers:
    'Offset!:integer Limit!:integer Lang:string SearchKey:string AuthName:string Product:string Tags:list NodeId:integer NodeName:string',
  UpdateOrganizationMember:
    'MemberUin!:integer Name:string Remark:string PolicyType:string PermissionIds:list IsAllowQuit:string PayUin:string IsModifyNickName:integer',
  DeleteOrganizationMembers: 'MemberUin!:list',
  CheckAccountDelete: 'MemberUin!:integer',
  DeleteAccount: 'MemberUin!:integer',
  AddOrganizationMemberEmail: 'MemberUin!:integer Email!:string CountryCode!:string Phone!:string',
  DescribeOrganizationMemberEmailBind: 'MemberUin!:integer',
  UpdateOrganizationMemberEmailBind: 'MemberUin!:integer BindId!:integer Email!:string CountryCode!:string Phone!:string',
  SendOrgMemberAccountBindEmail: 'MemberUin!:integer BindId!:integer',
  DescribeOrganizationAuthNode: 'Offset!:integer Limit!:integer AuthName:string',
  ListOrganizationService: 'Offset!:integer Limit!:integer SearchKey:string',
  CreateOrgServiceAssign:
    'MemberUins!:list ServiceId:integer Product:string ManagementScope:integer ManagementScopeUins:list ManagementScopeNodeIds:list',
  DeleteOrgServiceAssign: 'MemberUin!:integer ServiceId:integer Product:string',
  ListOrgServiceAssignMember: 'Offset!:integer Limit!:integer ServiceId:integer Product:string',
}

/** The same of organization 2018-12-25. */
export const parameters20181225: Readonly<Record<string, string>> = {
  AcceptOrganizationInvitation: 'Id!:integer',
  AddOrganizationNode: 'ParentNodeId!:integer Name!:string',
  CancelOrganizationInvitation: 'Id!:integer',
  CreateOrganization: 'OrgType!:integer',
  DeleteOrganization: '',
  DeleteOrganizationMemberFromNode: 'MemberUin!:integer NodeId!:integer',
  DeleteOrganizationMembers: 'Uins!:list',
  DeleteOrganizationNodes: 'NodeIds!:list',
  DenyOrganizationInvitation: 'Id!:integer',
  GetOrganization: '',
  GetOrganizationMember: 'MemberUin!:integer',
  ListOrganizationInvitations: 'Invited!:integer Offset:integer Limit:integer',
  ListOrganizationMembers: 'Offset:integer Limit:integer',
  ListOrganizationNodeMembers: 'NodeId!:integer Offset:integer Limit:integer',
  ListOrganizationNodes: '',
  MoveOrganizationMembersToNode: 'NodeId!:integer Uins!:list',
  QuitOrganization: 'OrgId!:integer',
  SendOrganizationInvitation: 'InviteUin!:integer Name!:string Remark!:string',
  UpdateOrganizationMember: 'MemberUin!:integer Name:string Remark:string',
  UpdateOrganizationNode: 'NodeId!:integer Name:string ParentNodeId:integer',
}
