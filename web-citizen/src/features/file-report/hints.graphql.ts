import { graphql } from '../../graphql.ts';

/** Without a parent the provinces. */
export const RegionsInDocument = graphql(`
  query RegionsIn($parentCode: ID) {
    regions(parentCode: $parentCode, first: 100) {
      code
      name
      fullName
      timeZone
    }
  }
`);

/** The agency from whose page somebody comes. */
export const AddresseeDocument = graphql(`
  query Addressee($id: ID!) {
    organisation(id: $id) {
      id
      name
      status
      hasDirectVerification
      government {
        id
        hasDirectVerification
      }
    }
  }
`);

/** Who may be competent, with the reasons. */
export const SuggestOrganisationsDocument = graphql(`
  query SuggestOrganisations($text: String!, $regionCode: ID, $point: GeoPointInput, $placeText: String) {
    suggestRouting(text: $text, regionCode: $regionCode, point: $point, placeText: $placeText) {
      isConfident
      organisations {
        matchedWords
        similarReportCount
        rule {
          level
          category {
            id
          }
        }
        organisation {
          id
          name
        }
      }
    }
  }
`);

export const SimilarReportsDocument = graphql(`
  query SimilarReports($categoryId: ID, $regionCode: ID, $point: GeoPointInput, $text: String) {
    similarReports(categoryId: $categoryId, regionCode: $regionCode, point: $point, text: $text, first: 3) {
      id
      number
      title
      state
      submittedAt
      supportCount
      viewerHasSupported
      viewerCanSupport
      region {
        code
        fullName
      }
    }
  }
`);
