export { graphql, type ResultOf, type VariablesOf } from '@lapor/staff/graphql';
