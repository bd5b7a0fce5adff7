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
    reportFacets(filter: { organisationId: $id }) {
      categories {
        category {
          id
          name
        }
        count
        isAtLeast
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
  /** What people report to it, most first; null when that cannot be read now. */
  handles: { category: { name: string }; count: number; isAtLeast: boolean }[] | null;
}

/** An organisation; `null` when there is none, `undefined` when the graph does not answer. */
export async function findOrganisation(
  graph: PublicGraph,
  id: string,
): Promise<ShownOrganisation | null | undefined> {
  const data = await graph(ORGANISATION, { id });
  if (!data) return undefined;
  const organisation = data.organisation as Omit<ShownOrganisation, 'handles'> | null | undefined;
  const facets = data.reportFacets as
    { categories: NonNullable<ShownOrganisation['handles']> } | null | undefined;
  return organisation ? { ...organisation, handles: facets?.categories ?? null } : null;
}

/** What stands of it without script: who it is, and where its reports are. */
export const renderOrganisation = ({
  id,
  name,
  government,
  region,
  successors,
  handles,
}: ShownOrganisation): Html =>
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
    ${
      handles &&
      handles.length > 0 &&
      html`<h2>Yang dilaporkan kepadanya</h2>
        <ul>
          ${handles.map(
            ({ category, count, isAtLeast }) =>
              html`<li>${category.name}: ${count}${isAtLeast && '+'} laporan</li>`,
          )}
        </ul>`
    }
    <p>
      Grafik kinerjanya membutuhkan
      JavaScript.${
        government.id === id &&
        html` Angkanya ada di
          <a href="/figures/open.csv?organisationId=${encodeURIComponent(id)}">tabel tenggat (CSV)</a>.`
      }
    </p>
    <p><a href="/sederhana/lapor">Buat laporan</a> · <a href="/sederhana/laporan">Laporan publik</a></p>`;
