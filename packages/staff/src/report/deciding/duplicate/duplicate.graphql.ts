import { graphql } from '../../../graphql.ts';

/** Another report that may be about the same. */
export const CandidateFields = graphql(`
  fragment CandidateFields on Report @_unmask {
    id
    number
    title
    state
    submittedAt
    placeText
    supportCount
    point {
      latitude
      longitude
    }
    region {
      code
      fullName
    }
    handler {
      id
      name
    }
  }
`);

/** A report, and what it may be a duplicate of. */
export const ComparedFields = graphql(
  `
    fragment ComparedFields on Report @_unmask {
      id
      number
      title
      text
      state
      submittedAt
      placeText
      point {
        latitude
        longitude
      }
      region {
        code
        fullName
      }
      category {
        id
      }
      similarReports(first: 5) {
        ...CandidateFields
      }
      viewerCanMarkDuplicate
    }
  `,
  [CandidateFields],
);

/** Without a category of its own a report has no similar ones: the words of the text decide, and the category that the verifier chose. */
export const CandidatesDocument = graphql(
  `
    query DuplicateCandidates($categoryId: ID, $regionCode: ID, $point: GeoPointInput, $text: String) {
      similarReports(categoryId: $categoryId, regionCode: $regionCode, point: $point, text: $text, first: 6) {
        ...CandidateFields
      }
    }
  `,
  [CandidateFields],
);

/** The report of the page, for those who compare it. */
export const ComparedReportDocument = graphql(
  `
    query ComparedReport($number: String!) {
      report(number: $number) {
        ...ComparedFields
      }
    }
  `,
  [ComparedFields],
);

/** The other one, as it is read beside. */
export const OtherReportDocument = graphql(
  `
    query OtherReport($number: String!) {
      report(number: $number) {
        text
        ...CandidateFields
      }
    }
  `,
  [CandidateFields],
);
