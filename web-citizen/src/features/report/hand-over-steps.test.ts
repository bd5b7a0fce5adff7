import { expect, test } from 'vitest';
import { handOverOf, handOverSteps, type HandOver } from './hand-over-steps.ts';

const organisation = { id: 'dinas-a', name: 'Dinas A' };
const handOver = (facts: Partial<HandOver>): HandOver => ({
  id: 'h',
  state: 'WAITING',
  handedOverAt: '2026-11-20T02:40:00.000Z',
  sentAt: null,
  openedAt: null,
  answeredAt: null,
  expiresAt: '2026-12-20T02:40:00.000Z',
  isOpen: true,
  organisation,
  standIn: null,
  ...facts,
});
const sentAt = '2026-11-20T02:41:00.000Z';
const openedAt = '2026-11-21T02:41:00.000Z';
const answeredAt = '2026-11-22T02:41:00.000Z';
const told = (facts: Partial<HandOver>) =>
  handOverSteps(handOver(facts)).map(({ message }) => message.replace('report.handOver.', ''));

test('before the message is sent there is nothing to tell but that it will be', () =>
  expect(told({ state: 'WAITING' })).toEqual(['waiting']));

test('each step is told, and what is still to come', () => {
  expect(told({ state: 'SENT', sentAt })).toEqual(['sent', 'unopened']);
  expect(told({ state: 'OPENED', sentAt, openedAt })).toEqual(['sent', 'opened', 'unanswered']);
  expect(told({ state: 'ANSWERED', sentAt, openedAt, answeredAt })).toEqual(['sent', 'opened', 'answered']);
});

test('a head whom no mail reaches gets a letter, and may open the link in it', () => {
  expect(told({ state: 'LETTER_NEEDED' })).toEqual(['letter']);
  expect(told({ state: 'OPENED', openedAt })).toEqual(['opened', 'unanswered']);
});

test('a link that has ended says how', () => {
  expect(told({ state: 'EXPIRED', sentAt })).toEqual(['sent', 'expired']);
  expect(told({ state: 'REVOKED', sentAt })).toEqual(['sent', 'ended']);
  expect(told({ state: 'ENDED', sentAt, openedAt })).toEqual(['sent', 'opened', 'ended']);
});

test('an entry of the history finds its own hand-over, and no other entry finds one', () => {
  const first = handOver({ id: 'first' });
  const second = handOver({ id: 'second', handedOverAt: '2026-11-25T02:40:00.000Z' });
  const elsewhere = handOver({ id: 'elsewhere', organisation: { id: 'dinas-b', name: 'Dinas B' } });
  const all = [second, elsewhere, first];
  const entry = { kind: 'HANDED_OVER', at: first.handedOverAt, toOrganisation: organisation };
  expect(handOverOf(all, entry)?.id).toBe('first');
  expect(handOverOf(all, { ...entry, at: second.handedOverAt })?.id).toBe('second');
  expect(handOverOf(all, { ...entry, kind: 'DISPOSED' })).toBeUndefined();
  expect(handOverOf([], entry)).toBeUndefined();
});
