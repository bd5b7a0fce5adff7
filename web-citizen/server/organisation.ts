import { html, type Html } from './plain/html.ts';
import type { PublicGraph } from './public-graph.ts';

export const ORGANISATION = /* GraphQL */ `
  query CitizenOrganisation($id: ID!) {
    organisation(id: $id) {
      id
      name
      status
      website
      government {
        id
        name
      }
      region {
        code
        fullName
      }
      successors {
        id
        name
      }
    }
  }
`;

export interface ShownOrganisation {
  id: string;
  name: string;
  status: string;
  website: string | null;
  government: { id: string; name: string };
  region: { code: string; fullName: string } | null;
  successors: { id: string; name: string }[];
}

/** An organisation; `null` when there is none, `undefined` when the graph does not answer. */
export async function findOrganisation(
  graph: PublicGraph,
  id: string,
): Promise<ShownOrganisation | null | undefined> {
  const data = await graph(ORGANISATION, { id });
  return data ? ((data.organisation as ShownOrganisation | null) ?? null) : undefined;
}

/** What stands of it without script: who it is, and where its reports are. */
export const renderOrganisation = ({ name, government, region, successors }: ShownOrganisation): Html =>
  html` <h1>${name}</h1>
    ${government.name !== name && html`<p>${government.name}</p>`}
    ${region && html`<p>${region.fullName}</p>`}
    ${
      successors.length > 0 &&
      html`<p>
        Tugasnya sekarang pada:
        ${successors.map(
          (next, index) => html`${index > 0 && ', '}<a href="/kinerja/${next.id}">${next.name}</a>`,
        )}
      </p>`
    }
    <p><a href="/sederhana/laporan">Laporan publik</a></p>`;
