// @vitest-environment happy-dom
import { renderConsole } from '@lapor/staff/testing';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import indonesian from '../../locales/id.json';
import { aRoom } from '../a-room.testing.ts';
import { FlowPanel, stepPeriod } from './flow-panel.tsx';

afterEach(cleanup);

it('a step has the days that its count is of, and none beside the period', () => {
  const counted = { from: '2025-11-10', to: '2026-11-22' };
  expect(stepPeriod('2025-11-01', 'MONTH', counted)).toEqual({ from: '2025-11-10', to: '2025-11-30' });
  expect(stepPeriod('2026-02-01', 'MONTH', counted)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(stepPeriod('2026-11-01', 'MONTH', counted)).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  expect(stepPeriod('2026-01-01', 'YEAR', counted)).toEqual({ from: '2026-01-01', to: '2026-11-22' });
  expect(stepPeriod('2026-11-05', 'DAY', counted)).toEqual({ from: '2026-11-05', to: '2026-11-05' });
});

it('leads from a step at either end of the period to the reports that it counts', () => {
  const steps = ['2026-03-01', '2026-04-01', '2026-11-01'].map((from) => ({
    from,
    received: 9,
    completed: 4,
  }));
  const period = { from: '2026-03-10', to: '2026-11-30' };
  renderConsole(<FlowPanel steps={steps} room={aRoom({ preset: null, period })} />, {
    answers: {},
    words: indonesian,
    at: '/situasi',
    roles: ['KSP_MONITOR'],
  });
  expect(screen.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'))).toEqual([
    '/laporan?dari=2026-11-01&sampai=2026-11-22',
    '/laporan?selesaiDari=2026-11-01&selesaiSampai=2026-11-22',
    '/laporan?dari=2026-04-01&sampai=2026-04-30',
    '/laporan?selesaiDari=2026-04-01&selesaiSampai=2026-04-30',
    '/laporan?dari=2026-03-10&sampai=2026-03-31',
    '/laporan?selesaiDari=2026-03-10&selesaiSampai=2026-03-31',
  ]);
});
