export {
  createApiKey,
  issueKey,
  type CreateApiKeyInput,
  type CreateApiKeyResult,
  type KeyDeps,
} from './create-api-key.ts';
export { revokeApiKey, type RevokeApiKeyResult } from './revoke-api-key.ts';
export { findKeyAccount } from './find-key-account.ts';
export { apiKeyRoutes } from './routes.ts';
