import type { ResultOf } from '../graphql.ts';
import type { AccountDocument, DelegationFields } from './account.graphql.ts';

export type Account = NonNullable<ResultOf<typeof AccountDocument>['viewerOfficer']>;
export type OwnPost = Account['posts'][number];
export type Delegation = ResultOf<typeof DelegationFields>;
