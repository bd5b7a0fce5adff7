// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { graphql } from '../graphql.ts';
import { usePart } from '../loading/use-part.ts';
import { renderConsole } from '../testing/index.ts';
import { useFrame } from './use-frame.ts';

const Whole = graphql(`
  query Whole($organisationId: ID!) {
    inboxCounters(organisationId: $organisationId) {
      new
    }
    oversightCounts {
      state
      count
    }
  }
`);
const Boxes = graphql(`
  query Boxes($organisationId: ID!) {
    inboxCounters(organisationId: $organisationId) {
      new
    }
  }
`);
const Watched = graphql(`
  query Watched {
    oversightCounts {
      state
      count
    }
  }
`);

function Frame({ organisationId }: { organisationId: string }) {
  const frame = useFrame({ query: Whole, variables: { organisationId }, topic: null });
  const [{ data: boxes }] = usePart({ query: Boxes, variables: { organisationId }, sight: frame });
  const [{ data: watched }] = usePart({ query: Watched, variables: {}, sight: frame });
  return (
    <>
      <output aria-label="Kotak">{boxes?.inboxCounters.new ?? '…'}</output>
      <output aria-label="Dipantau">
        {watched ? (watched.oversightCounts?.length ?? 'tidak tahu') : '…'}
      </output>
    </>
  );
}

let fresh: number;
beforeEach(() => {
  fresh = 3;
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const boxesOf = (count: number) => ({ __typename: 'InboxCounters', new: count });
const show = (answers: Parameters<typeof renderConsole>[1]['answers']) =>
  renderConsole(<Frame organisationId="pemkot" />, { words: {}, answers });
const shown = (name: string) => screen.getByRole('status', { name }).textContent;
/** Each once: urql begins a question anew for each hook that is shown, before anything is sent. */
const names = (asked: readonly { name: string }[]) => [...new Set(asked.map(({ name }) => name))].sort();

it('is one question for all that stands in it, and once a minute one again', async () => {
  const { asked } = show({ Whole: () => ({ inboxCounters: boxesOf(fresh), oversightCounts: [] }) });
  await vi.waitFor(() => expect([shown('Kotak'), shown('Dipantau')]).toEqual(['3', '0']));
  expect(names(asked)).toEqual(['Whole']);
  const before = asked.length;
  fresh = 4;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  await vi.waitFor(() => expect(shown('Kotak')).toBe('4'));
  expect(names(asked)).toEqual(['Whole']);
  expect(asked.length - before).toBe(1);
});

it('is without what one service does not know', async () => {
  const { asked } = show({ Whole: () => ({ inboxCounters: boxesOf(3), oversightCounts: null }) });
  await vi.waitFor(() => expect([shown('Kotak'), shown('Dipantau')]).toEqual(['3', 'tidak tahu']));
  expect(names(asked)).toEqual(['Whole']);
});

it('leaves its parts to ask for themselves where it did not come', async () => {
  const { asked } = show({
    Whole: () => new Error('no line'),
    Boxes: () => ({ inboxCounters: boxesOf(5) }),
    Watched: () => new Error('no line'),
  });
  await vi.waitFor(() => expect([shown('Kotak'), shown('Dipantau')]).toEqual(['5', '…']));
  expect(names(asked)).toEqual(['Boxes', 'Watched', 'Whole']);
});
