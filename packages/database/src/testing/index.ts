export {
  createSharedDatabase,
  createTestDatabase,
  startTestServer,
  type TestDatabase,
} from './test-database.ts';
