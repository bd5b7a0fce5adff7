import { graphql } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';

export const ClusterFragment = graphql(
  `
    fragment Cluster on ReportCluster {
      count
      isAtLeast
      point {
        latitude
        longitude
      }
      report {
        id
        number
        title
        ...ReportCard
      }
    }
  `,
  [ReportCardFragment],
);

/** Another part of the map; the first comes with the page. */
export const MapClustersDocument = graphql(
  `
    query MapClusters($filter: PublicReportFilter, $bounds: MapBoundsInput!, $zoom: Int!) {
      reportClusters(filter: $filter, bounds: $bounds, zoom: $zoom) {
        ...Cluster
      }
    }
  `,
  [ClusterFragment],
);
