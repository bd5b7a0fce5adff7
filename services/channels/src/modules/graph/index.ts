export { createGraphClient, GraphUnavailable, type Asker, type GraphClient } from './graph-client.ts';
export * from './documents.graphql.ts';
