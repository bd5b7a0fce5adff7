// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { useMemo, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import indonesian from '../../locales/id.json';
import { table } from '../a-room.testing.ts';
import { SituationRefusalsDocument } from '../refusals/refusals.graphql.ts';
import { RoomQuery } from './room-query.tsx';

const answer = (isComplete: boolean) => ({
  total: { ...table({ figures: { __typename: 'Figures', received: 7, archived: 1 } }), isComplete },
  earlier: null,
  archiveFigures: [],
  hopFigures: { edges: [], pageInfo: { hasNextPage: false } },
});

function Part() {
  const [month, setMonth] = useState('2026-11');
  const variables = useMemo(() => {
    const period = { from: `${month}-01`, to: `${month}-30` };
    return {
      period,
      before: period,
      compare: false,
      months: period,
      governmentId: null,
      filter: null,
      reasons: true,
    };
  }, [month]);
  return (
    <>
      <button type="button" onClick={() => setMonth('2026-09')}>
        September
      </button>
      <RoomQuery query={SituationRefusalsDocument} variables={variables}>
        {({ total }) => <p>{total.edges[0]?.node.figures.received} laporan</p>}
      </RoomQuery>
    </>
  );
}
const show = (answers: Parameters<typeof renderConsole>[1]['answers']) =>
  renderConsole(<Part />, { answers, words: indonesian, at: '/situasi', roles: ['KSP_MONITOR'] });

describe('a part of the room', () => {
  afterEach(cleanup);

  it('says where figures are being counted again, and is quiet where they are whole', async () => {
    show({ SituationRefusals: () => answer(false) });
    expect(await screen.findByText('Angka sedang dihitung ulang')).toBeTruthy();
    cleanup();
    show({ SituationRefusals: () => answer(true) });
    expect(await screen.findByText('7 laporan')).toBeTruthy();
    expect(screen.queryByText('Angka sedang dihitung ulang')).toBeNull();
  });

  it('never shows the figures of other days under the days that are asked for', async () => {
    const { user } = show({
      SituationRefusals: ({ period }) => (period.from === '2026-11-01' ? answer(true) : new Error('offline')),
    });
    expect(await screen.findByText('7 laporan')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'September' }));
    expect(await screen.findByText('Angka belum dapat dimuat')).toBeTruthy();
    expect(screen.queryByText('7 laporan')).toBeNull();
  });
});
