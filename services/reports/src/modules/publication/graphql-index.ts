export { ModerationRuleEnum } from './graphql.ts';
