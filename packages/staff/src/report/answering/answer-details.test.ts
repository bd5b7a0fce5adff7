import { expect, it } from 'vitest';
import { detailsToSend, missingDetails, NO_DETAILS } from './answer-details.ts';

const details = {
  outcome: 'SOLVED',
  noProofReason: ' Foto tidak boleh diambil. ',
  obstacleReason: 'BUDGET',
} as const;

it('sends with each kind what belongs to it, whatever else was chosen before', () => {
  expect(detailsToSend('RESULT', details, 0)).toEqual({
    outcome: 'SOLVED',
    noProofReason: 'Foto tidak boleh diambil.',
    obstacleReason: null,
  });
  expect(detailsToSend('RESULT', details, 1).noProofReason).toBeNull();
  expect(detailsToSend('OBSTACLE', details, 0)).toEqual({
    outcome: null,
    noProofReason: null,
    obstacleReason: 'BUDGET',
  });
  expect(Object.values(detailsToSend('PLAN', details, 0))).toEqual([null, null, null]);
});

it('names what is missing', () => {
  expect(missingDetails('RESULT', NO_DETAILS, 0)).toEqual(['outcome', 'noProofReason']);
  expect(missingDetails('RESULT', { ...NO_DETAILS, noProofReason: '  ' }, 1)).toEqual(['outcome']);
  expect(missingDetails('OBSTACLE', NO_DETAILS, 0)).toEqual(['obstacleReason']);
  expect(missingDetails('RESULT', details, 0)).toEqual([]);
  expect(missingDetails('PLAN', NO_DETAILS, 0)).toEqual([]);
});
