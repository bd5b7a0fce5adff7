import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';
import { ClusterFragment } from '../map/clusters.graphql.ts';

/** What list and map have in common: the first reports, how they divide, names of what stands in the address. */
export const LookAroundFragment = graphql(
  `
    fragment LookAround on Query {
      publicReports(filter: $filter, sort: $sort, first: 12) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      reportFacets(filter: $filter) {
        states {
          state
          count
          isAtLeast
        }
        kinds {
          kind
          count
          isAtLeast
        }
        categories {
          category {
            id
            name
          }
          count
          isAtLeast
        }
        regions {
          region {
            code
            name
          }
          count
          isAtLeast
        }
      }
      region(code: $regionCode) @include(if: $withRegion) {
        code
        fullName
      }
      category(id: $categoryId) @include(if: $withCategory) {
        id
        path
      }
      organisation(id: $organisationId) @include(if: $withOrganisation) {
        id
        name
      }
    }
  `,
  [ReportCardFragment],
);

/** The list's page in one request. Readers without an account share its answers, which hold nothing but published data. */
export const LookAroundDocument = graphql(
  `
    query LookAroundList(
      $filter: PublicReportFilter
      $sort: ReportSort!
      $regionCode: ID!
      $withRegion: Boolean!
      $categoryId: ID!
      $withCategory: Boolean!
      $organisationId: ID!
      $withOrganisation: Boolean!
    ) {
      ...LookAround
    }
  `,
  [LookAroundFragment],
);

/** The map's page in one request. */
export const LookAroundMapDocument = graphql(
  `
    query LookAroundMap(
      $filter: PublicReportFilter
      $sort: ReportSort!
      $regionCode: ID!
      $withRegion: Boolean!
      $categoryId: ID!
      $withCategory: Boolean!
      $organisationId: ID!
      $withOrganisation: Boolean!
      $mapFilter: PublicReportFilter
      $bounds: MapBoundsInput!
      $zoom: Int!
    ) {
      ...LookAround
      reportClusters(filter: $mapFilter, bounds: $bounds, zoom: $zoom) {
        ...Cluster
      }
    }
  `,
  [LookAroundFragment, ClusterFragment],
);

export const MorePublicReportsDocument = graphql(
  `
    query MorePublicReports($filter: PublicReportFilter, $sort: ReportSort!, $after: String!) {
      publicReports(filter: $filter, sort: $sort, first: 12, after: $after) {
        edges {
          node {
            id
            ...ReportCard
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ReportCardFragment],
);
