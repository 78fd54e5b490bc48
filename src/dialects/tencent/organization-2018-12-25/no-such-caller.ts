/** For actions that list a code for a caller who is unknown. */
export const noSuchCaller = {
  'ResourceNotFound.UserNotExist':
    'It says that the caller is unknown; a request that is signed with a key comes from the account of that key.',
}
