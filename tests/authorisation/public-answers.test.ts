import { expect, it } from 'vitest';
import { PUBLIC_FIELDS } from '../../services/gateway/src/answers/public-fields.ts';
import { FIELDS } from './oracle/fields.ts';
import { QUERIES } from './oracle/queries.ts';

// What the gateway shares between readers for a moment may depend on nobody: the same hand-written verdicts say so.
const coordinates = [...PUBLIC_FIELDS].map((coordinate) => coordinate.split('.') as [string, string]);

it('shares no field but those that everybody who sees the parent sees alike', () => {
  const others = coordinates.filter(([type, field]) => type !== 'Query' && FIELDS[type]?.[field] !== 'open');
  expect(others).toEqual([]);
});

it('shares no root field but those that the matrix knows', () => {
  const unknown = coordinates.filter(([type, field]) => type === 'Query' && !(field in QUERIES));
  expect(unknown).toEqual([]);
});

it('shares nothing of a root field about reports but the published ones', () => {
  const about = coordinates
    .filter(([type, field]) => type === 'Query' && QUERIES[field]!.about === 'report')
    .map(([, field]) => field);
  expect(about).toEqual(['publicReports']);
});
