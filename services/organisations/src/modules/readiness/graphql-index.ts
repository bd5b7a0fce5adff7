export { ReadinessMutations } from './mutations.ts';
export {
  GuidanceVisitResolver,
  OrganisationReadinessResolver,
  ReadinessDeclarationResolver,
  ReadinessResolver,
} from './resolver.ts';
