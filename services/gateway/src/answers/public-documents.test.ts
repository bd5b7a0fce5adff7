import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readSupergraph } from '@lapor/graph/committed';
import { publicDocuments } from './public-documents.ts';
import { PUBLIC_FIELDS } from './public-fields.ts';

const supergraph = await readSupergraph();
const persisted = await readFile(
  new URL('../../../../packages/graph/persisted/web-citizen.json', import.meta.url),
  'utf8',
);
const isPublic = publicDocuments(supergraph, PUBLIC_FIELDS);

describe('a document whose answer may be shared', () => {
  it('is the list of reports as the application for citizens asks for it', () => {
    expect(
      isPublic(`query PublicReports($filter: PublicReportFilter, $after: String) {
        publicReports(filter: $filter, first: 12, after: $after) { edges { node { id ...ReportCard __typename } } pageInfo { hasNextPage endCursor } } }
        fragment ReportCard on Report { number title state submittedAt supportCount region { code fullName timeZone } handler { id name } }`),
    ).toBe(true);
  });
  it.each([
    ['says whether the viewer supports it', '{ publicReports { edges { node { id viewerHasSupported } } } }'],
    ['says what the viewer may do', '{ publicReports { edges { node { id viewerCanSupport } } } }'],
    ['says it under another name', '{ publicReports { edges { node { id: viewerIsReporter } } } }'],
    [
      'says it in a fragment',
      '{ publicReports { edges { node { ...F } } } } fragment F on Report { viewerIsReporter }',
    ],
    [
      'says it in an inline fragment',
      '{ publicReports { edges { node { ... on Report { viewerIsReporter } } } } }',
    ],
    [
      'says it in an inline fragment without a type',
      '{ publicReports { edges { node { ... { viewerIsReporter } } } } }',
    ],
    [
      'has a history, whose texts differ by reader',
      '{ publicReports { edges { node { history { text } } } } }',
    ],
    ['has files', '{ publicReports { edges { node { attachments { url } } } } }'],
    [
      'asks beside it for something else',
      '{ publicReports { edges { node { id } } } myReports { edges { node { id } } } }',
    ],
    ['opens one report', '{ report(number: "1") { id } }'],
    ['asks for an inbox', '{ inbox(bucket: NEW) { edges { node { id } } } }'],
    ['looks into the schema', '{ __schema { types { name } } }'],
    ['changes something', 'mutation { supportReport(input: { reportId: "x" }) { __typename } }'],
    [
      'has two operations',
      'query A { regions { edges { node { code } } } } query B { publicStatistics { asOf } }',
    ],
    ['spreads a fragment that is not there', '{ publicReports { ...Gone } }'],
    ['asks a field that does not exist', '{ publicReports { edges { node { name } } } }'],
  ])('is none that %s', (_what, text) => {
    expect(isPublic(text)).toBe(false);
  });
});

describe('the pages that everybody opens', () => {
  const texts = Object.values(JSON.parse(persisted) as Record<string, string>);
  const documentOf = (name: string) => texts.find((text) => new RegExp(`\\bquery ${name}\\b`).test(text))!;
  it.each([
    'Home',
    'LookAroundList',
    'LookAroundMap',
    'MapClusters',
    'MorePublicReports',
    'Statistics',
    'Agencies',
  ])('share the answer of %s', (name) => {
    expect(isPublic(documentOf(name))).toBe(true);
  });
});

describe('the public fields', () => {
  it('are fields of the graph, so that a renamed one is noticed', () => {
    const unknown = [...PUBLIC_FIELDS].filter((coordinate) => {
      const [type, field] = coordinate.split('.');
      const body = new RegExp(`\\ntype ${type}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(supergraph)?.[1];
      return !new RegExp(`\\n\\s+${field}[(:]`).test(body ?? '');
    });
    expect(unknown).toEqual([]);
  });
  it('are none that speaks of the viewer', () => {
    expect(
      [...PUBLIC_FIELDS].filter((coordinate) => /viewer|\.my|reveal|identity|inbox/i.test(coordinate)),
    ).toEqual([]);
  });
});
