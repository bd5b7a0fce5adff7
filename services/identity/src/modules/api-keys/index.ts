export {
  createApiKey,
  createApiKeyInput,
  issueKey,
  type CreateApiKeyInput,
  type CreateApiKeyResult,
  type KeyDeps,
} from './create-api-key.ts';
export { revokeApiKey, type RevokeApiKeyResult } from './revoke-api-key.ts';
export { findKeyViewer } from './find-key-viewer.ts';
export { createKeyGate, KeyLimitReached, KEY_REQUESTS_PER_MINUTE, type KeyGate } from './key-gate.ts';
export { apiKeyRoutes } from './routes.ts';
