export {
  createGraphClient,
  GraphUnavailable,
  SenderHasToWait,
  type Asker,
  type GraphClient,
} from './graph-client.ts';
export * from './documents.graphql.ts';
