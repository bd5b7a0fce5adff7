export { testServer, createTestDatabase, type TestDatabase } from './test-database.ts';
