import { formatDay, formatMoment, formatNumber, localDateOf } from '@lapor/wording';
import { csvAddress } from '../src/features/figures/csv-address.ts';
import { readPeriod } from '../src/features/figures/periods.ts';
import { html, type Html } from './plain/html.ts';
import { id as plain } from './plain/words/id.ts';
import type { PublicGraph } from './public-graph.ts';

export const STATISTICS = /* GraphQL */ `
  query CitizenStatistics($period: FigurePeriodInput!) {
    total: reportFigures(period: $period, by: TOTAL) {
      asOf
      edges {
        node {
          figures {
            received
            followUpRate
            completionRate
            satisfiedRate
            toFollowUp {
              medianDays
              medianDaysWithOpen
            }
          }
        }
      }
    }
    activityFigures(period: $period, by: MONTH) {
      from
      received
      completed
    }
    categories: reportFigures(period: $period, by: CATEGORY, orderBy: RECEIVED, first: 10) {
      edges {
        node {
          key
          category {
            id
            name
          }
          figures {
            received
            followUpRate
          }
        }
      }
    }
  }
`;

type Known = number | null;

export interface ShownStatistics {
  total: {
    asOf: string;
    edges: {
      node: {
        figures: {
          received: Known;
          followUpRate: Known;
          completionRate: Known;
          satisfiedRate: Known;
          toFollowUp: { medianDays: Known; medianDaysWithOpen: Known } | null;
        };
      };
    }[];
  } | null;
  activityFigures: { from: string; received: Known; completed: Known }[] | null;
  categories: {
    edges: {
      node: {
        key: string;
        category: { name: string } | null;
        figures: { received: Known; followUpRate: Known };
      };
    }[];
  } | null;
}

/** The usual period of the open figures: the last twelve months. */
const periodOn = (now: Date) => readPeriod('', localDateOf(now, 'Asia/Jakarta'));

/** The open figures of the country; `undefined` when the graph does not answer. */
export async function findStatistics(graph: PublicGraph, now: Date): Promise<ShownStatistics | undefined> {
  const { from, to } = periodOn(now);
  const data = await graph(STATISTICS, { period: { from, to } });
  return data ? (data as unknown as ShownStatistics) : undefined;
}

const NOT_ENOUGH = 'belum cukup data';
const number = (value: Known | undefined, unit = '') =>
  value == null ? NOT_ENOUGH : `${formatNumber(plain.words, value)}${unit}`;

const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Html =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...cells]) =>
          html`<tr>
            <th scope="row">${first}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

/** What stands of the open figures without script: the same numbers as tables. Charts and other periods need the application. */
export function renderStatistics({ total, activityFigures, categories }: ShownStatistics, now: Date): Html {
  const period = periodOn(now);
  const figures = total?.edges[0]?.node.figures;
  const file = (name: string, address: string) => html`<li><a href="${address}">${name} (CSV)</a></li>`;
  return html` <p>
      Angka 12 bulan terakhir, tanpa laporan rahasia.
      ${total && `Dihitung ${formatMoment(plain.words, total.asOf, 'Asia/Jakarta', 'date')}.`} Angka 1 sampai
      4 tidak ditampilkan. Grafik, peta, dan waktu lain membutuhkan JavaScript; tabelnya ada di sini.
    </p>
    ${
      figures &&
      table(
        'Ringkasan',
        ['Apa', 'Angka'],
        [
          ['Diterima', number(figures.received)],
          ['Ditindaklanjuti', number(figures.followUpRate, ' %')],
          ['Selesai', number(figures.completionRate, ' %')],
          ['Separuh ditindaklanjuti dalam', number(figures.toFollowUp?.medianDays, ' hari')],
          ['Separuh, yang terbuka ikut dihitung', number(figures.toFollowUp?.medianDaysWithOpen, ' hari')],
          ['Pelapor yang puas', number(figures.satisfiedRate, ' %')],
        ],
      )
    }
    ${
      activityFigures &&
      table(
        'Per bulan',
        ['Bulan', 'Diterima', 'Selesai'],
        activityFigures
          .toReversed()
          .map(({ from, received, completed }) => [
            formatDay(plain.words, from, 'month'),
            number(received),
            number(completed),
          ]),
      )
    }
    ${
      categories &&
      categories.edges.length > 0 &&
      table(
        'Yang paling banyak dilaporkan',
        ['Kategori', 'Diterima', 'Ditindaklanjuti'],
        categories.edges.map(({ node }) => [
          node.category?.name ?? node.key,
          number(node.figures.received),
          number(node.figures.followUpRate, ' %'),
        ]),
      )
    }
    <ul>
      ${file('Seluruh tabel', csvAddress('reports', period))}
      ${file('Per bulan', csvAddress('activity', period, { by: 'MONTH' }))}
      ${file('Per provinsi', csvAddress('reports', period, { by: 'REGION' }))}
    </ul>`;
}
