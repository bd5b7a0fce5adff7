export { openDetour, type Detour } from './detour.ts';
export {
  createSharedDatabase,
  createTestDatabase,
  startTestServer,
  type TestDatabase,
} from './test-database.ts';
