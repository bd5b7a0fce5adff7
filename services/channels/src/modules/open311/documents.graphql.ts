import { parse } from 'graphql';

// What the façade asks, known to the gateway by hash (docs/adr/0057). Readers have no name; filing is done with the key of whoever files.

const CATEGORY = `id name path level isSensitive needsSupportingData identityRequirement`;
const REPORT = `
  number kind state title text submittedAt updatedAt nextDueAt placeText isAnonymous isConfidential isPublished rating supportCount
  category { id name }
  handler { id name }
  region { code fullName }
  point { latitude longitude }
  attachments { kind mediaType url }
`;
const HISTORY = `history { kind at actorKind text promisedOn outcome reasonCode stateAfter organisation { name } toOrganisation { name } }`;

const below = Array.from(
  { length: 10 },
  (_, index) => `c${index}: categories(parentId: $p${index}, first: 100) { ${CATEGORY} }`,
);
const parents = Array.from({ length: 10 }, (_, index) => `$p${index}: ID!`);

export const topCategories = parse(`query TopCategoriesByOpen311 { categories(first: 100) { ${CATEGORY} } }`);

export const categoriesBelow = parse(
  `query CategoriesBelowByOpen311(${parents.join(', ')}) { ${below.join(' ')} }`,
);

export const publishedReports =
  parse(`query PublishedReportsByOpen311($filter: PublicReportFilter, $first: Int!, $after: String) {
  publicReports(filter: $filter, first: $first, after: $after, sort: NEWEST) {
    edges { node { ${REPORT} } }
    pageInfo { hasNextPage endCursor }
  }
}`);

export const publishedReport = parse(
  `query PublishedReportByOpen311($number: String!) { report(number: $number) { ${REPORT} ${HISTORY} } }`,
);

export const jurisdiction = parse(`query JurisdictionByOpen311($id: ID!) { organisation(id: $id) { id } }`);

/** Answers nothing but whether a key is good. */
export const keyIsGood = parse(`query KeyIsGoodByOpen311 { __typename }`);

export const fileByOpen311 = parse(`mutation FileByOpen311($input: SubmitReportInput!) {
  result: submitReport(input: $input) {
    __typename
    ... on ReportSubmitted { accessCode report { number } }
    ... on InvalidInput { fields { path code message } }
    ... on TooManyRequests { retryAfterSeconds }
    ... on UserError { code }
  }
}`);
