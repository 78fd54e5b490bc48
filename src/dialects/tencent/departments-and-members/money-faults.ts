/** Billing and the business-management system answer these when a member's money is to change hands. Source: the actions' error codes. */
export const moneyFaults = [
  'FailedOperation.CreateBillingPermissionErr',
  'FailedOperation.OperateBillingPermissionErr',
  'UnsupportedOperation.AddDelegatePayerNotAllow',
  'UnsupportedOperation.AddDiscountInheritNotAllow',
  'UnsupportedOperation.ExistedClient',
  'UnsupportedOperation.InconsistentUserTypes',
  'UnsupportedOperation.ManagementSystemError',
  'UnsupportedOperation.MemberDiscountInheritExisted',
  'UnsupportedOperation.MemberExistAccountLevelDiscountInherit',
  'UnsupportedOperation.MemberIsAgent',
  'UnsupportedOperation.OwnerDiscountInheritExisted',
  'UnsupportedOperation.PayerExistAccountLevelDiscountInherit',
]

/** What else can fail while an account is made, which owes nothing yet. */
export const creationFaults = [
  ...moneyFaults,
  'FailedOperation.CreateAccount',
  'FailedOperation.CreateRole',
  'FailedOperation.GetAuthInfo',
  'FailedOperation.PartnerManagementErr',
  'FailedOperation.TagResourcesError',
  'InternalError',
  'UnsupportedOperation.AbnormalFinancialStatusOfAdmin',
  'UnsupportedOperation.MemberAccountArrears',
  'UnsupportedOperation.OperationForbidden',
  'UnsupportedOperation.OrderInProgressExisted',
  'UnsupportedOperation.SecondaryDistributorSubClientExisted',
]

/** What else can fail while an account is invited: distribution, accounts and tags are outside systems too. */
export const inviteFaults = [
  ...moneyFaults,
  'FailedOperation.GetAccountRegion',
  'FailedOperation.TagResourcesError',
  'InternalError',
  'UnsupportedOperation.AbnormalFinancialStatusOfAdmin',
  'UnsupportedOperation.AbnormalFinancialStatusOfMember',
  'UnsupportedOperation.MemberHasVoucher',
  'UnsupportedOperation.SecondaryDistributorSubClientExisted',
].toSorted()
