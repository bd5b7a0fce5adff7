export { createSharedDatabase, createTestDatabase, testServer, type TestDatabase } from './test-database.ts';
