/** About the secrets of the directory itself. */
export type SecretRefusal = { fact: 'admin_token_in_force' }
