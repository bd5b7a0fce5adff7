import { words as english } from '@lapor/wording/en';
import { words as indonesian } from '@lapor/wording/id';
import { expect, it } from 'vitest';
import { previewOf } from './preview-of.ts';

const unit = { name: 'Dinas PUPR Kota Padang' };
const none = { outcome: null, obstacleReason: null, organisation: unit };

it('a waiting answer is shown in the words in which the citizen will read it', () => {
  expect(indonesian.history(previewOf({ ...none, kind: 'PLAN' }))).toContain('Dinas PUPR Kota Padang');
  expect(indonesian.history(previewOf({ ...none, kind: 'RESULT', outcome: 'PARTLY_SOLVED' }))).toMatch(
    /Hasil.*Dinas PUPR Kota Padang.*selesai sebagian/,
  );
  expect(indonesian.history(previewOf({ ...none, kind: 'OBSTACLE', obstacleReason: 'WEATHER' }))).toMatch(
    /Kendala.*cuaca/,
  );
  expect(english.history(previewOf({ ...none, kind: 'ACKNOWLEDGEMENT' }))).toContain('Dinas PUPR');
});
