import type { ResultOf, VariablesOf } from '../../graphql.ts';
import type { SuggestRoutingDocument, VerificationFields } from './verifying.graphql.ts';

const LONGEST_TEXT = 2_000;

type Asked = Pick<ResultOf<typeof VerificationFields>, 'title' | 'text' | 'region'>;

/** What the suggestions for a report are asked with: the same each time, so that they are there when they were asked for before. */
export const suggestionVariables = ({
  title,
  text,
  region,
}: Asked): VariablesOf<typeof SuggestRoutingDocument> => ({
  text: `${title}. ${text}`.slice(0, LONGEST_TEXT),
  regionCode: region?.code ?? null,
});
