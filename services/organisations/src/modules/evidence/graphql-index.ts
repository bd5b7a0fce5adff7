export { EvidenceFile } from './graphql.ts';
